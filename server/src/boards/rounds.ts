import { boardDocument, parseDocumentName, readTable, tableDocument } from '@samenbord/shared/board';
import { layoutSheet, regionById } from '@samenbord/shared/layout';
import { CLOSE } from '@samenbord/shared/protocol';
import * as Y from 'yjs';
import { newId } from '../access/index.ts';
import { ActError } from './actError.ts';
import { type Acting, act, conflict, look } from './acting.ts';
import { copyRound, type Field, readSilent, type SilentSticker } from './copying.ts';
import { BEGUN, LATELY } from './enforcer.ts';
import { expectRoom } from './room.ts';
import type { BoardState, EndedRound } from './state.ts';

/** Silent rounds. What is thrown is an {@link ActError} or a `StoreError`. */
export interface RoundActs {
  /** Opens one on a field; gives its id. */
  open(board: string, field: Field): Promise<string>;
  ready(board: string, round: string, person: string, ready: boolean): Promise<void>;
  /** Shows what was written; gives how many stickers that were. */
  reveal(board: string, round: string): Promise<number>;
  /** Ends it; nothing is shown, and what was written is removed. */
  cancel(board: string, round: string): Promise<void>;
  /** Does what was begun: shows what is not shown yet, and removes what is left of rounds that are over. */
  finish(board: string): Promise<void>;
}

/** People who can be ready in one round; more is no conversation. */
const MOST_READY = 1_000;

export function createRounds(acting: Acting): RoundActs {
  const { relay, store, states, lives, settled, now } = acting;

  /** What people wrote in a round, from the store. */
  async function written(round: string, names: readonly string[]): Promise<readonly SilentSticker[]> {
    const stickers: SilentSticker[] = [];
    for (const name of names) {
      const parsed = parseDocumentName(name);
      if (parsed?.kind !== 'silent' || parsed.round !== round) continue;
      stickers.push(...(await look(acting, name, (doc) => readSilent(doc, parsed.person))));
    }
    return stickers;
  }

  /** Shows a round that is over, unless it was cancelled, and removes its documents. */
  async function settle(board: string, { id, field, shown }: EndedRound): Promise<number> {
    const names = await store.documentNames(`${board}/silent/${id}`);
    let count = 0;
    if (field !== null && names.length > 0) {
      const stickers = await written(id, names);
      count = await withTable(acting, board, (table) =>
        relay.change(boardDocument(board), (doc) => copyRound(doc, table, field, stickers, shown)),
      );
    }
    if (!shown)
      await states.change(board, (state) => ({
        ...state,
        endedRounds: state.endedRounds.map((one) => (one.id === id ? { ...one, shown: true } : one)),
      }));
    for (const name of names) await relay.remove(name, CLOSE.over);
    return count;
  }

  async function end(board: string, round: string, isRevealed: boolean): Promise<number> {
    const ended = { id: round, at: now(), shown: false };
    let entry: EndedRound = { ...ended, field: null };
    await act(acting, board, (state) => {
      const { sheet, region } = openRound(state, round);
      entry = { ...ended, field: isRevealed ? { sheet, region } : null };
      return { ...state, round: null, endedRounds: [...state.endedRounds, entry] };
    });
    // What people on other nodes wrote is in the store then, and nobody writes any more.
    await settled();
    await lives.endRound(board, round);
    return settle(board, entry);
  }

  return {
    async open(board, field) {
      const partners = await look(acting, tableDocument(board), (doc) => readTable(doc).table.partners);
      const layout = layoutSheet(
        field.sheet,
        partners.map(({ id }) => id),
      );
      if (regionById(layout, field.region) === undefined)
        throw new ActError('invalid', 'region is none of this sheet', 'region');
      const id = newId();
      await act(acting, board, (state) => {
        if (state.round !== null) conflict('a silent round is open; reveal or cancel it first');
        return { ...state, round: { ...field, id, opened: now(), ready: [] } };
      });
      return id;
    },

    async ready(board, round, person, ready) {
      await act(acting, board, (state) => {
        const open = openRound(state, round);
        const others = open.ready.filter((one) => one !== person);
        if (others.length >= MOST_READY) conflict('too many people are in this round');
        return { ...state, round: { ...open, ready: ready ? [...others, person] : others } };
      });
    },

    async reveal(board, round) {
      openRound(await states.read(board), round);
      const stickers = await written(round, await store.documentNames(`${board}/silent/${round}`));
      await expectRoom(
        acting,
        board,
        stickers.map(({ sticker }) => sticker),
      );
      return end(board, round, true);
    },

    async cancel(board, round) {
      await end(board, round, false);
    },

    async finish(board) {
      const { endedRounds } = await states.read(board);
      for (const entry of endedRounds.filter(({ at }) => at <= now() - BEGUN)) {
        if (!entry.shown) await lives.endRound(board, entry.id);
        await settle(board, entry);
      }
      const old = now() - LATELY;
      if (endedRounds.every(({ at }) => at > old)) return;
      const past = endedRounds.filter(({ at, shown }) => shown && at <= old);
      for (const { id } of past) await lives.forgetRound(board, id);
      await states.change(board, (state) => ({
        ...state,
        endedRounds: state.endedRounds.filter(({ at, shown }) => !shown || at > old),
      }));
    },
  };
}

/** @throws {ActError} */
function openRound({ round }: BoardState, id: string): NonNullable<BoardState['round']> {
  return round?.id === id ? round : conflict('no such silent round is open');
}

async function withTable<T>({ relay }: Acting, board: string, use: (table: Y.Doc) => Promise<T>): Promise<T> {
  const table = new Y.Doc();
  try {
    const update = await relay.read(tableDocument(board));
    if (update !== undefined) Y.applyUpdate(table, update);
    return await use(table);
  } finally {
    table.destroy();
  }
}
