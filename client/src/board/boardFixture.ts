import { type BoardFile, boardFromFile } from '@samenbord/shared/board';
import * as Y from 'yjs';
import { type Writable, writable } from '../session/readable.ts';
import type { Me } from '../session/types.ts';
import { openBoard } from './openBoard.ts';
import type { BoardHandle } from './types.ts';

/** Boards and people for tests, without a server: documents in memory, joined when a test says so. */

export const GEMEENTE = { id: 'gemeente', name: 'Gemeente', mark: 'G', color: '#56B4E9' };
export const SCHOOL = { id: 'school', name: 'School', mark: 'S', color: '#E69F00' };

/** One person with their own copy of the board. */
export interface Person {
  readonly me: Me;
  readonly documents: { readonly board: Y.Doc; readonly table: Y.Doc };
  readonly loaded: Writable<boolean>;
  readonly frozen: Writable<boolean>;
  readonly handle: BoardHandle;
}

/** A new board's documents, the same for the same file. */
export function makeBoard(file: Partial<BoardFile> = {}) {
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  // Every sticker says its size, so that a test that changes it changes something.
  const stickers = (file.stickers ?? []).map((sticker) => ({ size: 'M' as const, ...sticker }));
  return boardFromFile(
    { title: 'Rietwijk', language: 'nl', partners: [GEMEENTE, SCHOOL], ...file, stickers },
    { now: 1_000, newId },
  );
}

/** Lets a person open their own copy of a board. */
export function openFor(
  updates: ReturnType<typeof makeBoard>,
  me: Partial<Me> = {},
  given: { now?: () => number } = {},
): Person {
  const who: Me = { id: 'noor', name: 'Noor', role: 'partner', partner: 'gemeente', ...me };
  const documents = { board: new Y.Doc(), table: new Y.Doc() };
  Y.applyUpdate(documents.board, updates.board, 'network');
  Y.applyUpdate(documents.table, updates.table, 'network');
  const loaded = writable(true);
  const frozen = writable(false);
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `${who.id}-${ids}`;
  };
  const source = { board: 'board-1', me: who, documents, loaded, frozen };
  return { me: who, documents, loaded, frozen, handle: openBoard(source, { newId, ...given }) };
}

/** Brings everybody up to date with everybody. */
export function meet(...people: readonly Person[]): void {
  for (const from of people) {
    const update = Y.encodeStateAsUpdate(from.documents.board);
    for (const to of people) if (to !== from) Y.applyUpdate(to.documents.board, update, 'network');
  }
}

/** Until what was asked for in microtasks has happened. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
