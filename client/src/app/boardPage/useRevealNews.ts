import { useEffect } from 'react';
import { useText } from '../../i18n/index.ts';
import { notify } from '../../ui/index.ts';
import type { OpenBoard } from './useOpenBoard.ts';

/** Says whose homework came on the table, at the moment it does. */
export function useRevealNews({ meeting, board }: OpenBoard): void {
  const t = useText('app');
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
      before = now;
      if (loaded && names.length > 0)
        notify({ text: t('homework.revealed', { partners: names.join(', ') }) });
    });
  }, [meeting, board, t]);
}
