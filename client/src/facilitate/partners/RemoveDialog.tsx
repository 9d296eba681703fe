import type { Partner } from '@samenbord/shared/board';
import { useText } from '../../i18n/index.ts';
import type { ConductCalls } from '../../session/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Button, notify } from '../../ui/index.ts';
import { useAct } from '../panel/useAct.ts';

interface RemoveDialogProps {
  readonly partner: Partner;
  readonly calls: Pick<ConductCalls, 'removePartner'>;
  readonly onClose: () => void;
}

/** Says what happens before a partner is taken off the table. */
export function RemoveDialog({ partner, calls, onClose }: RemoveDialogProps) {
  const t = useText('facilitate');
  const { id, name } = partner;
  const act = useAct();
  const remove = async (): Promise<void> => {
    if (!(await act.run(() => calls.removePartner(id)))) return;
    notify({ text: t('remove.done', { name }) });
    onClose();
  };
  return (
    <Dialog
      title={t('remove.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('remove.no')}</Button>
          <Button tone="danger" disabled={act.busy} onClick={() => void remove()}>
            {t('remove.yes')}
          </Button>
        </>
      }
    >
      <ul className="facilitate-consequences">
        <li>{t('remove.links', { name })}</li>
        <li>{t('remove.stickers')}</li>
        <li>{t('remove.homework')}</li>
        <li>{t('remove.again')}</li>
      </ul>
    </Dialog>
  );
}
