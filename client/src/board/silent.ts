import {
  ORIGIN,
  readSilentReady,
  readStickers,
  type SilentRound,
  schemaOf,
  stampSchema,
  writeSilentReady,
} from '@samenbord/shared/board';
import { layInRows, regionById, squareAt } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import type { BesideSource, BoardSource } from '../session/index.ts';
import { type Readable, writable } from '../session/readable.ts';
import type { Workbench } from './commands.ts';
import { openBoard } from './openBoard.ts';
import type { BoardCommands, BoardView } from './types.ts';

/** One thought that somebody wrote in a silent round. */
export interface SilentNote {
  readonly id: string;
  readonly text: string;
}

/** What one person wrote in a silent round, at one moment. */
export interface SilentView {
  /** In the order in which they were written. */
  readonly notes: readonly SilentNote[];
  /** The writer said to be ready. */
  readonly ready: boolean;
  readonly canWrite: boolean;
  readonly loaded: boolean;
}

/** What one person writes in a silent round: one's own and nobody else's. */
export interface SilentHandle {
  readonly view: Readable<SilentView>;
  readonly commands: Pick<BoardCommands, 'discardNew' | 'removeStickers' | 'openText'> & {
    /** @returns the new sticker's id, or `undefined` when there is no room or one may not write */
    addSticker(draft: { readonly text?: string }): string | undefined;
    setReady(ready: boolean): void;
  };
  /** What is not known to have reached the server, as it reads now; without what is empty. */
  unsent(): readonly SilentNote[];
  /** Stops following the document. Close it before its connection. */
  close(): void;
}

/** Makes what one writes out of one's own document of a silent round. */
export function openSilent(
  source: BesideSource,
  table: BoardSource['documents']['table'],
  round: Pick<SilentRound, 'sheet' | 'region'>,
  given: Pick<Workbench, 'newId' | 'now'> = {},
): SilentHandle {
  const { doc, me, loaded } = source;
  const board = openBoard({ board: '', me, documents: { board: doc, table }, loaded }, given);
  const view = writable<SilentView>(viewOf(doc, board.view.get()));
  let closed = false;
  const read = (): void => {
    if (closed) return;
    const next = viewOf(doc, board.view.get());
    if (!equalityDeep(view.get(), next)) view.set(next);
  };
  const onUpdate = (): void => queueMicrotask(read);
  doc.on('update', onUpdate);
  const stopBoard = board.view.subscribe(read);
  const arrived = followArrived(source);

  return {
    view,
    commands: {
      addSticker({ text = '' }) {
        const now = board.view.get();
        if (!view.get().canWrite || now.byId.size >= LIMITS.silentStickers) return undefined;
        if (schemaOf(doc) === 0) doc.transact(() => stampSchema(doc), ORIGIN.create);
        const { layout, stickers } = now.sheets[round.sheet];
        const inner = regionById(layout, round.region)?.inner ?? layout.sheet;
        const occupied = stickers.map(({ center, side }) => squareAt(center, side));
        const { size, points } = layInRows(inner, 1, 'M', occupied);
        const [center = inner] = points;
        return board.commands.addSticker({
          sheet: round.sheet,
          center,
          size,
          partner: me.partner ?? null,
          text,
        });
      },
      discardNew: board.commands.discardNew,
      removeStickers: board.commands.removeStickers,
      openText: board.commands.openText,
      setReady(ready) {
        if (view.get().canWrite) writeSilentReady(doc, ready);
      },
    },
    unsent() {
      return notesOf(doc).filter(({ id, text }) => text.trim() !== '' && arrived.text(id) !== text);
    },
    close() {
      closed = true;
      doc.off('update', onUpdate);
      stopBoard();
      arrived.stop();
      board.close();
    },
  };
}

function viewOf(doc: Y.Doc, { loaded, access }: BoardView): SilentView {
  return { notes: notesOf(doc), ready: readSilentReady(doc), canWrite: loaded && access === 'write', loaded };
}

function notesOf(doc: Y.Doc): readonly SilentNote[] {
  return [...readStickers(doc).stickers.values()]
    .sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1))
    .map(({ id, text }) => ({ id, text }));
}

/** Remembers what each sticker said when all of the document was last known to be on the server's disk. */
function followArrived({ doc, status, loaded }: BesideSource): {
  text(id: string): string | undefined;
  stop(): void;
} {
  let texts: ReadonlyMap<string, string> = new Map();
  const look = (): void => {
    if (loaded.get() && status.get().kind === 'saved')
      texts = new Map(notesOf(doc).map(({ id, text }) => [id, text]));
  };
  // What comes from elsewhere (another window of the same person) is there already.
  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void => {
    if (!local) queueMicrotask(look);
  };
  const stops = [status.subscribe(look), loaded.subscribe(look)];
  doc.on('update', onUpdate);
  look();
  return {
    text: (id) => texts.get(id),
    stop() {
      for (const stop of stops) stop();
      doc.off('update', onUpdate);
    },
  };
}
