import Dot from 'lucide-react/icons/circle-dot';
import { votesLeft } from '../../board/voting.ts';
import { useText } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { allMine } from './allMine.ts';
import { toggleVotes } from './later.ts';

interface VoteButtonProps {
  readonly model: CanvasModel;
  readonly ids: readonly string[];
}

/** Puts this person's dot on what is selected, or takes it off. */
export function VoteButton({ model, ids }: VoteButtonProps) {
  const t = useText('near');
  const mine = allMine(model.view(), ids);
  return (
    <IconButton
      label={mine ? t('toolbar.unvote') : t('toolbar.vote', { left: votesLeft(model.sheet()) })}
      icon={<Dot aria-hidden />}
      aria-pressed={mine}
      onClick={() => toggleVotes(model, ids)}
    />
  );
}
