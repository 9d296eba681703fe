import type { BoardCommands, BoardView, StickerView } from '../../board/types.ts';
import { votesLeft } from '../../board/voting.ts';
import type { Writable } from '../../session/readable.ts';

/** Dots of one person on a board in memory. */
export function fakeVoteCommands(state: {
  readonly view: Writable<BoardView>;
  change(name: string, next: (stickers: readonly StickerView[]) => readonly StickerView[]): void;
}): Pick<BoardCommands, 'vote'> {
  return {
    vote(ids, on) {
      const { byId, sheets, access } = state.view.get();
      const sheet = byId.get(ids[0] ?? '')?.sheet;
      if (sheet === undefined || access !== 'write') return { done: false, left: 0 };
      const left = votesLeft(sheets[sheet]);
      const changed = ids.filter((id) => (byId.get(id)?.votes?.mine ?? false) !== on);
      if (changed.length === 0 || (on && changed.length > left)) return { done: false, left };
      state.change(on ? 'vote' : 'unvote', (all) =>
        all.map((one) => (changed.includes(one.id) ? withVote(one, on) : one)),
      );
      return { done: true, left: votesLeft(state.view.get().sheets[sheet]) };
    },
  };
}

function withVote({ votes, ...one }: StickerView, on: boolean): StickerView {
  const count = (votes?.count ?? 0) + (on ? 1 : -1);
  return count > 0 ? { ...one, votes: { count, mine: on } } : one;
}
