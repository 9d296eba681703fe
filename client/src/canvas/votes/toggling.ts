import { LIMITS } from '@samenbord/shared/protocol';
import { text } from '../../i18n/index.ts';
import { announce, notify } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { allMine } from './allMine.ts';

/**
 * Puts this person's dot on each of these stickers, or takes it off when all of them have one; says how many are
 * left. When those are too few, nothing is done and it says so.
 */
export function toggleVotes(model: CanvasModel, ids: readonly string[]): void {
  const on = !allMine(model.view(), ids);
  const { done, left } = model.board.commands.vote(ids, on);
  if (done) announce(text('votes', on ? 'given' : 'taken', { count: left }));
  else if (on && model.canWrite()) {
    const refused =
      left === 0
        ? text('votes', 'none', { limit: LIMITS.votes })
        : text('votes', 'few', { count: left, limit: LIMITS.votes });
    notify({ text: refused });
  }
}
