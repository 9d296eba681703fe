import LinkIcon from 'lucide-react/icons/link';
import { useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button, CopyButton, Field } from '../../ui/index.ts';
import type { MadeLink } from './useLinks.ts';

interface LinkBoxProps {
  readonly name: string;
  readonly link: MadeLink | undefined;
  readonly onMake: () => void;
}

/** A link for a partner's people: made at a tap, shown once. */
export function LinkBox({ name, link, onMake }: LinkBoxProps) {
  const t = useText('facilitate');
  const field = useRef<HTMLInputElement>(null);
  if (link?.kind === 'made') {
    return (
      <div className="facilitate-link">
        <Field
          ref={field}
          label={t('partners.link.for', { name })}
          hint={t('partners.link.note', { name })}
          readOnly
          value={link.url}
          onFocus={({ target }) => target.select()}
        />
        <CopyButton
          text={link.url}
          label={t('partners.link.copy', { name })}
          onBlocked={() => field.current?.select()}
        />
      </div>
    );
  }
  const busy = link?.kind === 'busy';
  return (
    <>
      {link?.kind === 'failed' ? (
        <p className="facilitate-nudge" role="alert">
          {t('partners.link.failed')}
        </p>
      ) : null}
      <Button icon={<LinkIcon aria-hidden />} disabled={busy} onClick={onMake}>
        {busy ? t('partners.link.busy') : t('partners.link')}
      </Button>
    </>
  );
}
