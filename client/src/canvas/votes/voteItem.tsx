import Dot from 'lucide-react/icons/circle-dot';
import { votesLeft } from '../../board/voting.ts';
import type { MenuItem } from '../../ui/index.ts';
import type { ActContext } from '../acts.ts';
import { actItem } from '../more/actItem.ts';
import type { Say } from '../more/say.ts';
import { allMine } from './allMine.ts';

/** Puts a dot on what is selected, or takes it off. */
export function voteItem(context: ActContext, t: Say): MenuItem {
  const { model } = context;
  const mine = allMine(model.view(), model.selection.get());
  const label = mine ? t('vote.take') : t('vote.give', { left: votesLeft(model.sheet()) });
  return { ...actItem(context, t, 'vote', <Dot aria-hidden />), label };
}
