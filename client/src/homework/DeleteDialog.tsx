import type { HomeworkCard } from '../board/homeworkTypes.ts';
import { useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button } from '../ui/index.ts';
import type { PosterParts } from './parts.ts';
import { useAct } from './useAct.ts';

interface DeleteDialogProps {
  readonly card: HomeworkCard;
  readonly parts: PosterParts;
  readonly onClose: () => void;
}

/** Asks once more before a sticker is deleted for good. */
export function DeleteDialog({ card, parts, onClose }: DeleteDialogProps) {
  const t = useText('homework');
  const { busy, go } = useAct(() => parts.calls.deleteHomework([card.id]), t('delete.done'), onClose);
  return (
    <Dialog
      title={t('delete.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('confirm.cancel')}</Button>
          <Button tone="danger" disabled={busy} onClick={go}>
            {t('delete.go')}
          </Button>
        </>
      }
    >
      <blockquote className="homework-quote" dir="auto">
        {card.text}
      </blockquote>
      <p>{t('delete.text')}</p>
    </Dialog>
  );
}
