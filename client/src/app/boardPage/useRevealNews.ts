import { useEffect, useRef } from 'react';
import { useLocale, useText } from '../../i18n/index.ts';
import { notify } from '../../ui/index.ts';
import type { OpenBoard } from './useOpenBoard.ts';

/** How long the sheet takes to come up when something is revealed, ms. */
const FILLING = 700;

/** Lets the sheet come up out of the paper: the panels fill for everybody at this moment. */
function fill(panel: HTMLElement | null): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  panel?.animate([{ opacity: 0.15 }, { opacity: 1 }], { duration: FILLING, easing: 'ease-out' });
}

/** Where the news is told. */
interface RevealPlace {
  /** Id of the element with the sheet. */
  readonly panel: string;
  /** Goes to the sheet; absent where one looks at it already. */
  readonly onBoard: (() => void) | undefined;
}

/**
 * Says whose homework came on the table, at the moment it does, and lets the sheet come up then; so also at the end
 * of a silent round.
 */
export function useRevealNews({ meeting, board }: OpenBoard, { panel, onBoard }: RevealPlace): void {
  const t = useText('app');
  const locale = useLocale();
  const toBoard = useRef(onBoard);
  useEffect(() => {
    toBoard.current = onBoard;
  });
  useEffect(() => {
    const acts = meeting.view;
    let before = acts.get();
    return acts.subscribe(() => {
      const now = acts.get();
      const { loaded, partners } = board.view.get();
      const names = partners
        .filter(
          ({ id }) => now.homework[id]?.status === 'revealed' && before.homework[id]?.status === 'ready',
        )
        .map(({ name }) => name);
      const roundEnded = before.round !== null && now.round === null;
      before = now;
      if (loaded && (names.length > 0 || roundEnded)) fill(document.getElementById(panel));
      if (!loaded || names.length === 0) return;
      const run = toBoard.current;
      notify({
        text: t('homework.revealed', { partners: new Intl.ListFormat(locale).format(names) }),
        about: 'homework',
        ...(run && { action: { label: t('homework.toBoard'), run } }),
      });
    });
  }, [meeting, board, panel, t, locale]);
}
