import { CLOSE } from '@samenbord/shared/protocol';
import { newId } from '../access/index.ts';
import { clientsOf } from '../relay/index.ts';
import { type Acting, act } from './acting.ts';
import { LATELY } from './enforcer.ts';
import type { BoardState } from './state.ts';

/**
 * Erases a document of which another may be begun under its name. From its first moment on nobody writes to it who
 * has it open, on whatever node; and nothing of what it held is taken from a copy that somebody still has.
 * @param change what else changes about the board with it
 * @throws {StoreError}
 */
export async function eraseDocument(
  acting: Acting,
  board: string,
  document: string,
  change: (state: BoardState) => BoardState,
): Promise<void> {
  const { now } = acting;
  const id = newId();
  await refuseCopies(acting, document);
  await act(acting, board, (state) => ({
    ...change(state),
    erased: [
      ...state.erased.filter(({ at, done }) => !done || at > now() - LATELY),
      { id, document, at: now(), done: false },
    ],
  }));
  await endErasing(acting, board, id, document);
}

/** Does what is left of an erasure that was begun: also when the node that began it is gone. @throws {StoreError} */
export async function endErasing(acting: Acting, board: string, id: string, document: string): Promise<void> {
  const { relay, settled, alone, now } = acting;
  await settled();
  // Once more: who wrote until the first time is known by now.
  await refuseCopies(acting, document);
  await relay.remove(document, CLOSE.over);
  const done = { id: alone ? id : newId(), document, at: now(), done: true };
  // Under a new id other nodes forget it once more: somebody may have opened it there before it was removed.
  await act(acting, board, (state) => ({
    ...state,
    erased: state.erased.map((one) => (one.id === id ? done : one)),
  }));
}

async function refuseCopies({ relay, lives }: Acting, document: string): Promise<void> {
  const update = await relay.read(document);
  await lives.beginAnew(document, update === undefined ? new Set() : clientsOf(update));
}
