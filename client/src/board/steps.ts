import { removeStickers, restoreStickers, type Sticker, stickersOf } from '@samenbord/shared/board';
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { Aspect } from './aspects.ts';
import type { Step } from './history.ts';
import type { Model } from './model.ts';

/**
 * Steps of undo as their own inverse commands. Each one first looks whether what it did still stands:
 * where a colleague has since done something else, theirs stays. (A `Y.UndoManager` would bring back the
 * operations themselves: in the list of places that means old entries beside a colleague's newer one, and
 * taking back a new sticker would destroy what others wrote in it. It is right for letters, so texts use
 * it: see textSession.ts.)
 */

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** One aspect of some stickers was changed. */
export function valueStep<T>(
  model: Model,
  changes: ReadonlyMap<string, Change<T>>,
  { read, write }: Aspect<T>,
): Step {
  const go = (from: keyof Change<T>, to: keyof Change<T>): boolean => {
    model.now();
    const values = new Map<string, T>();
    for (const [id, change] of changes) {
      const sticker = model.sticker(id);
      if (sticker !== undefined && equalityDeep(read(sticker), change[from])) values.set(id, change[to]);
    }
    if (values.size > 0) write(values);
    return values.size > 0;
  };
  return { undo: () => go('after', 'before'), redo: () => go('before', 'after') };
}

/** Who removes, and the clock (ms since the epoch). */
export interface Remover {
  readonly doc: Y.Doc;
  readonly by: string;
  readonly now: () => number;
}

/** Takes stickers off the board as long as they are exactly as given; puts back what it took itself. */
function presence(model: Model, { doc, by, now }: Remover, stickers: readonly Sticker[]) {
  let taken = new Map<string, number>();
  return {
    stands(): boolean {
      model.now();
      return stickers.some((was) => {
        const now = model.sticker(was.id);
        return now !== undefined && equalityDeep({ ...now, text: was.text }, was);
      });
    },
    takeOff(): boolean {
      model.now();
      const ids = stickers.filter((was) => equalityDeep(model.sticker(was.id), was)).map(({ id }) => id);
      return this.takeOffAll(ids);
    },
    takeOffAll(ids: readonly string[]): boolean {
      const at = now();
      taken = new Map(ids.map((id) => [id, at]));
      if (ids.length > 0) removeStickers(doc, ids, by, at);
      return ids.length > 0;
    },
    putBack(): boolean {
      const mine = [...taken].filter(([id, at]) => isRemoved(doc, id, by, at)).map(([id]) => id);
      if (mine.length > 0) restoreStickers(doc, mine);
      return mine.length > 0;
    },
  };
}

/** Stickers were made: undo takes them off unless somebody changed them since. */
export function addStep(model: Model, remover: Remover, added: readonly Sticker[]): Step {
  const there = presence(model, remover, added);
  return { stands: () => there.stands(), undo: () => there.takeOff(), redo: () => there.putBack() };
}

/**
 * Removes stickers. Undo brings them back with whatever was typed in them meanwhile; not when somebody
 * else removed them too.
 */
export function removeStep(model: Model, remover: Remover, removed: readonly Sticker[]): Step {
  const there = presence(model, remover, removed);
  there.takeOffAll(removed.map(({ id }) => id));
  return { undo: () => there.putBack(), redo: () => there.takeOff() };
}

function isRemoved(doc: Y.Doc, id: string, by: string, at: number): boolean {
  const record = stickersOf(doc).get(id);
  return record instanceof Y.Map && equalityDeep(record.get('removed'), { at, by });
}
