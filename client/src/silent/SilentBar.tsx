import Feather from 'lucide-react/icons/feather';
import { useText } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { Lead } from './Lead.tsx';
import type { RoundParts } from './parts.ts';

interface SilentBarProps {
  readonly parts: RoundParts;
  /** Goes on writing; absent for who only looks on. */
  readonly onWrite?: () => void;
}

/** A line along the top of the board while a round is on and one looks at the board. */
export function SilentBar({ parts, onWrite }: SilentBarProps) {
  const t = useText('silent');
  return (
    <section className="silent-bar" aria-label={t('bar.label')}>
      <Feather aria-hidden />
      <p>
        <strong>{t('bar.text', { field: parts.field })}</strong>
        <span role="status">{t('ready', { count: parts.ready })}</span>
      </p>
      {onWrite === undefined ? null : (
        <Button tone="primary" onClick={onWrite}>
          {t('panel.show')}
        </Button>
      )}
      <Lead parts={parts} />
    </section>
  );
}
