import type { ReactNode } from 'react';
import type { MenuItem } from '../../ui/index.ts';
import { ACTS, type ActContext, type ActName } from '../acts.ts';
import { keyOf } from './keyNames.ts';
import type { Say } from './say.ts';

/** One act as a line of a menu, with its key. */
export function actItem(context: ActContext, t: Say, act: ActWithWords, icon: ReactNode): MenuItem {
  const hint = keyOf(act, t);
  return {
    key: act,
    label: t(`act.${act}`),
    icon,
    ...(hint === undefined ? {} : { hint }),
    takesFocus: OPENING.has(act),
    onChoose: () => void ACTS[act](context),
  };
}

/** Acts after which something else has the focus: a text, a panel, a dialog. */
const OPENING: ReadonlySet<ActName> = new Set(['open', 'moveTo', 'find', 'showPicture', 'symbol', 'present']);

type ActWithWords = Exclude<ActName, 'tools' | 'letGo'>;
