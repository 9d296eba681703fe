import * as Y from 'yjs';
import type { Fence } from '../store/types.ts';
import type { CheckedUpdate } from './updates.ts';

/** What holds for a document since it was begun, or begun anew under its name after it was erased. */
export interface Life {
  /** What has to be so when something is written to it. */
  readonly fence: Fence;
  /** Yjs client ids by which it was written before it was erased: nothing of those is taken any more. */
  readonly former: ReadonlySet<number>;
}

/**
 * How a document lives; `over` when it will not be opened any more, `undefined` where it is never begun anew.
 * @throws {StoreError}
 */
export type Lives = (document: string) => Promise<Life | 'over' | undefined>;

/** Whether somebody who has this state vector has a copy of what was erased. It can be read. */
export function knowsFormer(stateVector: Uint8Array, { former }: Pick<Life, 'former'>): boolean {
  if (former.size === 0) return false;
  return [...Y.decodeStateVector(stateVector).keys()].some((client) => former.has(client));
}

/** Whether a change holds what was erased, or builds on it. */
export function holdsFormer({ bytes }: CheckedUpdate, { former }: Pick<Life, 'former'>): boolean {
  if (former.size === 0) return false;
  const { structs, ds } = Y.decodeUpdate(bytes);
  if ([...ds.clients.keys()].some((client) => former.has(client))) return true;
  return structs.some((struct) => {
    if (former.has(struct.id.client)) return true;
    if (!(struct instanceof Y.Item)) return false;
    const { origin, rightOrigin, parent } = struct;
    return [origin, rightOrigin, parent].some((id) => id instanceof Y.ID && former.has(id.client));
  });
}

/** All client ids in a document, of what is deleted and what waits for others as well. @param update all of it */
export function clientsOf(update: Uint8Array): ReadonlySet<number> {
  const { structs, ds } = Y.decodeUpdate(update);
  return new Set([...structs.map(({ id }) => id.client), ...ds.clients.keys()]);
}
