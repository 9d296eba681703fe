import { type BoardFile, boardFromFile } from '@samenbord/shared/board';
import { SHEET } from '@samenbord/shared/layout';
import { TEMPLATE_KEYS } from '@samenbord/shared/template';
import * as Y from 'yjs';
import { type BoardHandle, type BoardView, openBoard } from '../../client/src/board/index.ts';
import { writable } from '../../client/src/session/index.ts';

/** People at a board without a screen: they do what a list of numbers says. */

export const BOARD = 'board-1';

/** A board's documents from a file, with predictable ids. */
export function makeBoard(file: Partial<BoardFile> = {}) {
  const partners = [{ name: 'Gemeente' }, { name: 'School' }, { name: 'Zorg' }];
  return boardFromFile({ title: 'T', partners, ...file }, { now: 1, newId: counter('id') });
}

export function counter(prefix: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `${prefix}-${made}`;
  };
}

export interface Person {
  readonly doc: Y.Doc;
  readonly handle: BoardHandle;
}

/** Opens a board's documents as one person. */
export function openAs(id: string, updates: ReturnType<typeof makeBoard>, doc = new Y.Doc()): Person {
  const documents = { board: doc, table: new Y.Doc() };
  Y.applyUpdate(documents.table, updates.table);
  const me = { id, name: id, role: 'partner' as const };
  let clock = 0;
  const now = (): number => {
    clock += 1;
    return clock;
  };
  const source = { board: BOARD, me, documents, loaded: writable(true), frozen: writable(false) };
  return { doc, handle: openBoard(source, { newId: counter(id), now }) };
}

/** One thing a person does; numbers choose which stickers, where and what. */
export interface Deed {
  readonly what: (typeof DEEDS)[number];
  readonly which: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export const DEEDS = [
  'add',
  'move',
  'moveToOtherSheet',
  'size',
  'partner',
  'remove',
  'type',
  'erase',
  'undo',
  'redo',
] as const;

const SIZES = ['S', 'M', 'L'] as const;

/** Does it, through the commands the page uses. */
export function act({ handle }: Person, { what, which, x, y, text }: Deed): void {
  const { commands } = handle;
  const view = handle.view.get();
  const ids = pick([...view.byId.keys()].sort(), which);
  const point = { x: x * SHEET.width, y: y * SHEET.height };
  const centers = new Map(ids.map((id, n) => [id, { x: point.x + 40 * n, y: point.y }]));
  const partner = pick([null, ...view.partners.map((one) => one.id)], which)[0] ?? null;
  const deeds: Record<Deed['what'], () => unknown> = {
    add: () => commands.addSticker({ sheet: 'brengen-halen', center: point, partner, text }),
    move: () => commands.moveStickers('brengen-halen', centers),
    moveToOtherSheet: () => commands.moveStickers('partnermodel-canvas', centers),
    size: () => commands.setSize(ids, pick(SIZES, which)[0] ?? 'M'),
    partner: () => commands.setPartner(ids, partner),
    remove: () => commands.removeStickers(ids),
    type: () => edit(handle, ids[0], (old, at) => old.slice(0, at) + text + old.slice(at), x),
    erase: () => edit(handle, ids[0], (old, at) => old.slice(0, at) + old.slice(at + 2), x),
    undo: () => commands.undo(),
    redo: () => commands.redo(),
  };
  deeds[what]();
}

function edit(
  { commands }: BoardHandle,
  id: string | undefined,
  change: (old: string, at: number) => string,
  where: number,
): void {
  const session = id === undefined ? undefined : commands.openText(id);
  if (session === undefined) return;
  const at = Math.floor(where * session.get().length);
  session.edit(change(session.get(), at), at);
  session.close();
}

function pick<T>(from: readonly T[], which: readonly number[]): T[] {
  return [...new Set(which.map((n) => from[n % Math.max(1, from.length)]))].filter(
    (one) => one !== undefined,
  );
}

/** What somebody sees, without the geometry: that follows from it. */
export function seen(view: BoardView) {
  return {
    sheets: TEMPLATE_KEYS.map((key) => view.sheets[key].stickers),
    byId: new Map([...view.byId].sort(([a], [b]) => (a < b ? -1 : 1))),
    links: view.links,
    unreadable: view.unreadable,
  };
}

/** What a document says, whatever it went through. */
export function saysOf(doc: Y.Doc) {
  return {
    stateVector: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
    stickers: doc.getMap('stickers').toJSON(),
    places: doc.getArray('places').toJSON(),
    links: doc.getMap('links').toJSON(),
    meta: doc.getMap('meta').toJSON(),
  };
}
