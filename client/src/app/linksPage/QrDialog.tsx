import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { QrCode } from '../../ui/QrCode.tsx';

interface QrDialogProps {
  readonly link: string;
  /** For whom the link is. */
  readonly whom: string;
  readonly onClose: () => void;
}

/** A link as a code as large as the screen allows: to be scanned from across a table. */
export function QrDialog({ link, whom, onClose }: QrDialogProps) {
  const t = useText('welcome');
  return (
    <Dialog title={t('links.qr.title', { whom })} size="wide" onClose={onClose}>
      <div className="links-qr-large">
        <QrCode text={link} label={t('links.qr.title', { whom })} />
        <p>{t('links.qr.text')}</p>
      </div>
    </Dialog>
  );
}
