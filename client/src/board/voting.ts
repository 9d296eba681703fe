import { hasVote, type Sticker, setVotes } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import type * as Y from 'yjs';
import type { Me } from '../session/types.ts';
import type { History, Step } from './history.ts';
import type { Model } from './model.ts';
import type { BoardCommands, BoardView, SheetView } from './types.ts';

interface VoteTools {
  readonly doc: Y.Doc;
  readonly me: Pick<Me, 'id'>;
  readonly model: Model;
  readonly history: History;
  /** The present board, when this person may write. */
  readonly writable: () => BoardView | undefined;
  readonly present: (ids: Iterable<string>) => Sticker[];
}

/** How many dots this person has left on a sheet. */
export function votesLeft({ stickers }: Pick<SheetView, 'stickers'>): number {
  return Math.max(0, LIMITS.votes - stickers.filter(({ votes }) => votes?.mine).length);
}

/** What puts this person's dots on stickers and takes them off. */
export function voteCommands(tools: VoteTools): Pick<BoardCommands, 'vote'> {
  const { doc, me, model, history, writable, present } = tools;
  return {
    vote(ids, on) {
      const view = writable();
      const known = present(ids);
      const sheet = known[0]?.place.sheet;
      if (!view || sheet === undefined) return { done: false, left: 0 };
      const left = votesLeft(view.sheets[sheet]);
      const changed = known
        .filter(({ id, place }) => place.sheet === sheet && hasVote(doc, me.id, id) !== on)
        .map(({ id }) => id);
      if (changed.length === 0 || (on && changed.length > left)) return { done: false, left };
      setVotes(doc, me.id, new Map(changed.map((id) => [id, on])));
      history.record(voteStep(tools, changed, on));
      return { done: true, left: votesLeft(model.now().sheets[sheet]) };
    },
  };
}

/** Taken back and done again where the dots are as this step left them, on stickers that are there. */
function voteStep(
  { doc, me, model }: Pick<VoteTools, 'doc' | 'me' | 'model'>,
  ids: readonly string[],
  on: boolean,
): Step {
  const go = (to: boolean): boolean => {
    const view = model.now();
    const room = new Map(Object.values(view.sheets).map((sheet) => [sheet.key, votesLeft(sheet)]));
    const changed = ids.filter((id) => {
      const sheet = model.sticker(id)?.place.sheet;
      if (sheet === undefined || hasVote(doc, me.id, id) === to) return false;
      const left = room.get(sheet) ?? 0;
      room.set(sheet, left - 1);
      return !to || left > 0;
    });
    setVotes(doc, me.id, new Map(changed.map((id) => [id, to])));
    return changed.length > 0;
  };
  return { undo: () => go(!on), redo: () => go(on) };
}
