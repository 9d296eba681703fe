import { readTable, tableDocument } from '@samenbord/shared/board';
import * as Y from 'yjs';
import type { Relay } from '../relay/types.ts';
import type { Store } from '../store/types.ts';
import { ActError } from './actError.ts';
import type { Enforcer } from './enforcer.ts';
import type { KeptLives } from './lives.ts';
import type { BoardState, BoardStates } from './state.ts';

/** What acts are done with. */
export interface Acting {
  readonly relay: Relay;
  readonly store: Store;
  readonly states: BoardStates;
  readonly enforcer: Enforcer;
  readonly lives: KeptLives;
  /** Whether no other node serves these boards. */
  readonly alone: boolean;
  /** Tells the other nodes that a board has changed. */
  readonly tell: (board: string) => void;
  /** Resolves when the other nodes have had the time to follow what they were told; at once for a node that is alone. */
  readonly settled: () => Promise<void>;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** Changes the state of a board and makes it hold, here and on the other nodes. @throws {StoreError} */
export async function act(
  { states, enforcer, tell }: Acting,
  board: string,
  change: (state: BoardState) => BoardState,
): Promise<BoardState> {
  const state = await states.change(board, change);
  await enforcer.enforce(board);
  tell(board);
  await enforcer.show(board);
  return state;
}

/** Reads a document as it is written; an empty one when it was never. @throws {StoreError} */
export async function look<T>({ relay }: Acting, document: string, see: (doc: Y.Doc) => T): Promise<T> {
  const update = await relay.read(document);
  const doc = new Y.Doc();
  try {
    if (update !== undefined) Y.applyUpdate(doc, update);
    return see(doc);
  } finally {
    doc.destroy();
  }
}

/** Ids of the partners at the table. @throws {StoreError} */
export async function partnersOf(acting: Acting, board: string): Promise<readonly string[]> {
  const { partners } = await look(acting, tableDocument(board), (doc) => readTable(doc).table);
  return partners.map(({ id }) => id);
}

/** @throws {ActError} `conflict`, with the sentence that says why */
export function conflict(message: string): never {
  throw new ActError('conflict', message);
}
