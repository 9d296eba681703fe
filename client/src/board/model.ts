import { isNewer, type Sticker } from '@samenbord/shared/board';
import type { BoardSource } from '../session/index.ts';
import { type Readable, writable } from '../session/readable.ts';
import { emptyView, nextView } from './nextView.ts';
import { createReader, type Reading } from './reader.ts';
import type { BoardView } from './types.ts';

/** The board as it is, kept up to date from its documents. */
export interface Model {
  /** What there is to draw. Changes once per task, however many transactions there were. */
  readonly view: Readable<BoardView>;
  /** The view with everything that happened up to this moment. */
  now(): BoardView;
  /** A sticker that is on the board, as the document has it at the last {@link Model.now}. */
  sticker(id: string): Sticker | undefined;
  close(): void;
}

/**
 * Follows the documents. Only what a transaction touched is read again, everything else keeps its
 * object, so that a change on a board of thousands of stickers costs little more than on one of ten.
 */
export function createModel({ documents, me, loaded, frozen }: BoardSource): Model {
  const view = writable<BoardView>(emptyView());
  let stickers: Reading['stickers'] = new Map();
  let groups: Reading['groups'] | undefined;
  let stale = true;
  let closed = false;

  const access = (): BoardView['access'] => {
    if (isNewer(documents.board) || isNewer(documents.table)) return 'newer-schema';
    if (me.role === 'observer') return 'observer';
    return frozen?.get() === true ? 'frozen' : 'write';
  };
  const refresh = (): void => {
    if (!stale || closed) return;
    stale = false;
    const reading = reader.read();
    stickers = reading.stickers;
    const before = groups === undefined ? {} : { groups };
    groups = reading.groups;
    view.set(nextView(view.get(), reading, before, { access: access(), loaded: loaded.get() }));
  };
  const changed = (): void => {
    if (stale) return;
    stale = true;
    queueMicrotask(refresh);
  };
  const reader = createReader(documents, me.id, changed);
  const stops = [loaded.subscribe(changed), frozen?.subscribe(changed)];
  refresh();

  return {
    view,
    now() {
      refresh();
      return view.get();
    },
    sticker: (id) => stickers.get(id),
    close() {
      closed = true;
      for (const stop of stops) stop?.();
      reader.close();
    },
  };
}
