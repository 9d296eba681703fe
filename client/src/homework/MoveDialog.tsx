import { HOMEWORK } from '@samenbord/shared/template';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Button } from '../ui/index.ts';
import type { PosterParts } from './parts.ts';
import { fieldLabel } from './poster.ts';

interface MoveDialogProps {
  readonly card: HomeworkCard;
  readonly parts: PosterParts;
  readonly onClose: () => void;
}

/** The fields of the poster, to move a sticker to. */
export function MoveDialog({ card, parts, onClose }: MoveDialogProps) {
  const t = useText('homework');
  const language = useLanguage();
  const move = (field: string) => {
    parts.open.homework.commands.moveTo(card.id, field);
    onClose();
  };
  return (
    <Dialog title={t('move.title')} onClose={onClose}>
      <ul className="homework-moves">
        {HOMEWORK.flatMap(({ fields }) => fields).map(({ field, ask }) => (
          <li key={field}>
            <Button disabled={field === card.field} onClick={() => move(field)}>
              <strong>{fieldLabel(field, language)}</strong>
              <small>{field === card.field ? t('move.here') : ask[language]}</small>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
