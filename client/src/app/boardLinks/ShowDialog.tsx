import { groupSpokenCode, type LinkInfo } from '@samenbord/shared/protocol';
import { useText } from '../../i18n/index.ts';
import type { LinkCalls } from '../../session/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import type { SpokenCode } from './showing.ts';
import { useSpokenCode } from './useSpokenCode.ts';

interface ShowDialogProps {
  readonly link: LinkInfo;
  readonly whom: string;
  /** Where this browser knows it: then as a code to scan as well. */
  readonly address: string | undefined;
  readonly calls: LinkCalls;
  readonly onClose: () => void;
}

/** A link for a whole room: letters to type that one reads from the back, and a code to scan beside them. */
export function ShowDialog({ link, whom, address, calls, onClose }: ShowDialogProps) {
  const t = useText('links');
  const code = useSpokenCode(calls, link.id);
  return (
    <Dialog title={t('show.title', { whom })} size="full" onClose={onClose}>
      <div className="show" data-scan={address !== undefined}>
        <section className="show-code">
          <h3>{t('show.type')}</h3>
          <p className="show-where">{t('show.where', { site: window.location.host })}</p>
          <Letters code={code} />
          <p className="show-note">{t('show.note')}</p>
        </section>
        {address === undefined ? null : (
          <section className="show-scan">
            <h3>{t('show.scan')}</h3>
            <QrCode text={address} label={t('show.qr', { whom })} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

function Letters({ code }: { readonly code: SpokenCode }) {
  const t = useText('links');
  if (code.kind === 'failed') return <p role="alert">{t('show.failed')}</p>;
  if (code.kind === 'asking') return <p className="show-asking">{t('loading')}</p>;
  return (
    <p className="show-letters" data-testid="spoken-code">
      {groupSpokenCode(code.code)
        .split(' ')
        .map((group) => (
          <span key={group}>{group}</span>
        ))}
    </p>
  );
}
