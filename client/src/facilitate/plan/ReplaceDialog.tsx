import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Button } from '../../ui/index.ts';

interface ReplaceDialogProps {
  readonly onReplace: () => void;
  readonly onClose: () => void;
}

/** Asks before a plan that somebody changed goes. */
export function ReplaceDialog({ onReplace, onClose }: ReplaceDialogProps) {
  const t = useText('facilitate');
  const replace = (): void => {
    onReplace();
    onClose();
  };
  return (
    <Dialog
      title={t('plan.replace.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('plan.replace.no')}</Button>
          <Button tone="danger" onClick={replace}>
            {t('plan.replace.yes')}
          </Button>
        </>
      }
    >
      <p>{t('plan.replace.text')}</p>
    </Dialog>
  );
}
