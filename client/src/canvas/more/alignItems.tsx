import { ALIGNMENTS, type Alignment } from '@samenbord/shared/layout';
import Middle from 'lucide-react/icons/align-center-horizontal';
import Center from 'lucide-react/icons/align-center-vertical';
import Bottom from 'lucide-react/icons/align-end-horizontal';
import Right from 'lucide-react/icons/align-end-vertical';
import Across from 'lucide-react/icons/align-horizontal-space-between';
import Top from 'lucide-react/icons/align-start-horizontal';
import Left from 'lucide-react/icons/align-start-vertical';
import Down from 'lucide-react/icons/align-vertical-space-between';
import type { ReactNode } from 'react';
import type { MenuItem } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { align, distribute } from './arranging.ts';
import type { Say } from './say.ts';

const ICONS: Readonly<Record<Alignment, ReactNode>> = {
  left: <Left aria-hidden />,
  center: <Center aria-hidden />,
  right: <Right aria-hidden />,
  top: <Top aria-hidden />,
  middle: <Middle aria-hidden />,
  bottom: <Bottom aria-hidden />,
};

/** Bringing several stickers on one line, or at equal distances. */
export function alignItems(model: CanvasModel, t: Say): readonly MenuItem[] {
  const several = model.selection.get().length > 2;
  return [
    ...ALIGNMENTS.map((to) => ({
      key: to,
      label: t(`align.${to}`),
      icon: ICONS[to],
      apart: to === 'top',
      onChoose: () => align(model, to),
    })),
    {
      key: 'across',
      label: t('align.across'),
      icon: <Across aria-hidden />,
      apart: true,
      disabled: !several,
      onChoose: () => distribute(model, 'x'),
    },
    {
      key: 'down',
      label: t('align.down'),
      icon: <Down aria-hidden />,
      disabled: !several,
      onChoose: () => distribute(model, 'y'),
    },
  ];
}
