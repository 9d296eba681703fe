import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import { useState } from 'react';
import { recall, remember } from '../remembered.ts';
import type { Look } from './meeting/useLooking.ts';

/** The tab beside the sheets. */
export const HOMEWORK_TAB = 'huiswerk';

/** What of a board one looks at. */
export type Shown = TemplateKey | typeof HOMEWORK_TAB;

/**
 * What one looks at on a board: a sheet, or the homework; the same again after loading the tab anew. Who is
 * brought to a sheet, by a view they follow or a call to the focus, leaves the homework for it.
 */
export function useShown(board: string, look: Look): { shown: Shown; show: (shown: Shown) => void } {
  const name = `shown.${board}`;
  const [homework, setHomework] = useState(() => recall(name, 'tab') === HOMEWORK_TAB);
  const calls = look.guide.focus?.calls ?? 0;
  const [seen, setSeen] = useState(calls);
  if (calls !== seen) {
    setSeen(calls);
    if (calls > seen) setHomework(false);
  }
  const following = look.looking === 'following';
  return {
    shown: homework && !following ? HOMEWORK_TAB : (look.sheet ?? TEMPLATE_KEYS[0]),
    show(next) {
      setHomework(next === HOMEWORK_TAB);
      remember(name, next, 'tab');
      if (next !== HOMEWORK_TAB) look.choose(next);
      else if (following) look.letGo();
    },
  };
}
