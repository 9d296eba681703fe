import ArrowRightLeft from 'lucide-react/icons/arrow-right-left';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Hash from 'lucide-react/icons/hash';
import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import UserRound from 'lucide-react/icons/user-round';
import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import { takesContribution } from '../board/homework.ts';
import type { HomeworkCard } from '../board/homeworkTypes.ts';
import { useText } from '../i18n/index.ts';
import { notifyFailedAct } from '../session/index.ts';
import { fetched, IconButton, MenuButton, type MenuItem, notify } from '../ui/index.ts';
import type { PosterParts } from './parts.ts';

const MoveDialog = fetched(() => import('./MoveDialog.tsx').then((m) => m.MoveDialog));
const DetailsDialog = fetched(() => import('./DetailsDialog.tsx').then((m) => m.DetailsDialog));
const DeleteDialog = fetched(() => import('./DeleteDialog.tsx').then((m) => m.DeleteDialog));

interface CardMenuProps {
  readonly card: HomeworkCard;
  readonly parts: PosterParts;
}

/** All that can be done with one sticker of the homework. */
export function CardMenu({ card, parts }: CardMenuProps) {
  const t = useText('homework');
  const [dialog, setDialog] = useState<'move' | 'details' | 'delete'>();
  const close = () => setDialog(undefined);
  const items = useItems(card, parts, setDialog);
  const name = card.text.trim() === '' ? t('card.empty') : card.text;
  return (
    <>
      <MenuButton
        label={t('card.menu')}
        items={items}
        opener={(props) => (
          <IconButton {...props} label={t('card.more', { text: name })} icon={<Ellipsis aria-hidden />} />
        )}
      />
      {dialog === 'move' ? <MoveDialog card={card} parts={parts} onClose={close} /> : null}
      {dialog === 'details' ? <DetailsDialog card={card} parts={parts} onClose={close} /> : null}
      {dialog === 'delete' ? <DeleteDialog card={card} parts={parts} onClose={close} /> : null}
    </>
  );
}

function useItems(
  card: HomeworkCard,
  { open: { homework, desk }, calls, revealed }: PosterParts,
  show: (dialog: 'move' | 'details' | 'delete') => void,
): readonly MenuItem[] {
  const t = useText('homework');
  const { commands } = homework;
  const { id, field, share, personal } = card;
  const remove = () => {
    const putBack = commands.removeStickers([id]);
    notify({
      text: t('card.removed'),
      action: { label: t('card.putBack'), run: putBack },
    });
  };
  const shareNow = () =>
    void calls.shareHomework([id]).then(() => notify({ text: t('later.shared') }), notifyFailedAct);
  const writing: readonly MenuItem[] = [
    { key: 'write', label: t('menu.write'), icon: <Pencil aria-hidden />, onChoose: () => desk.writeIn(id) },
    ...(takesContribution(field)
      ? [
          {
            key: 'details',
            label: t('menu.howMuch'),
            icon: <Hash aria-hidden />,
            onChoose: () => show('details'),
          },
        ]
      : []),
    {
      key: 'move',
      label: t('menu.move'),
      icon: <ArrowRightLeft aria-hidden />,
      onChoose: () => show('move'),
    },
    {
      key: 'personal',
      label: t('menu.personal'),
      icon: <UserRound aria-hidden />,
      checked: personal,
      onChoose: () => commands.setPersonal([id], !personal),
    },
  ];
  if (revealed)
    return [
      { key: 'share', label: t('menu.shareNow'), icon: <Users aria-hidden />, onChoose: shareNow },
      ...writing,
      {
        key: 'delete',
        label: t('menu.deleteForGood'),
        icon: <Trash aria-hidden />,
        onChoose: () => show('delete'),
      },
    ];
  return [
    ...writing,
    {
      key: 'share',
      label: t('menu.share'),
      icon: <Users aria-hidden />,
      checked: share,
      onChoose: () => commands.setShare([id], !share),
    },
    { key: 'remove', label: t('menu.remove'), icon: <Trash aria-hidden />, onChoose: remove },
  ];
}
