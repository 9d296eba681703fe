import Download from 'lucide-react/icons/download';
import { useRef } from 'react';
import { useText } from '../i18n/index.ts';
import { Button, FieldError } from '../ui/index.ts';
import type { smallerPage } from './page.ts';
import type { Saving } from './useSaving.ts';

export interface SaveBarProps {
  readonly saving: Saving;
  /** What to offer when the picture is too large for this device. */
  readonly smaller: ReturnType<typeof smallerPage>;
  readonly onSave: () => void;
  /** Makes the smaller one instead. */
  readonly onSmaller: () => void;
  readonly onCancel: () => void;
}

/** The button that makes the picture; while it works, how far it is. */
export function SaveBar({ saving, smaller, onSave, onSmaller, onCancel }: SaveBarProps) {
  const t = useText('export');
  const working = saving.kind === 'working';
  const button = useRef<HTMLButtonElement>(null);
  const stop = (): void => {
    onCancel();
    button.current?.focus();
  };
  return (
    <div className="sb-export-save">
      <div className="sb-export-outcome" role="status">
        <Outcome saving={saving} />
      </div>
      {working ? <Progress share={saving.share} /> : null}
      {saving.kind === 'failed' && saving.reason === 'too-large' && smaller ? (
        <Button onClick={onSmaller}>
          {t('failure.smaller', { paper: smaller.paper, resolution: smaller.resolution })}
        </Button>
      ) : null}
      {working ? <Button onClick={stop}>{t('save.cancel')}</Button> : null}
      {/* Stays where it is and keeps the focus: a double click must not press what came in its place. */}
      <Button
        ref={button}
        tone="primary"
        icon={<Download aria-hidden />}
        aria-disabled={working}
        onClick={working ? undefined : onSave}
      >
        {t('save.button')}
      </Button>
    </div>
  );
}

const FAILURES = {
  'too-large': 'failure.tooLarge',
  blocked: 'failure.blocked',
  unsupported: 'failure.unsupported',
  other: 'failure.other',
} as const;

function Outcome({ saving }: { readonly saving: Saving }) {
  const t = useText('export');
  if (saving.kind === 'saved') return t('save.done', { file: saving.file });
  if (saving.kind === 'cancelled') return t('save.cancelled');
  if (saving.kind === 'failed') return <FieldError>{t(FAILURES[saving.reason])}</FieldError>;
  return null;
}

function Progress({ share }: { readonly share: number }) {
  const t = useText('export');
  const percent = Math.round(share * 100);
  return (
    <div className="sb-export-progress">
      <progress max={100} value={percent} aria-label={t('save.progress')} />
      <span aria-hidden="true">{t('save.percent', { percent })}</span>
    </div>
  );
}
