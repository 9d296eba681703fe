import { type Acts, readMeeting } from '@samenbord/shared/board';
import { equalityDeep } from 'lib0/function';
import type { BoardSource } from '../session/index.ts';
import { type Readable, writable } from '../session/readable.ts';

/** What the server shows of its own acts, followed; closes with the page. */
export interface ActsFollowed extends Readable<Acts> {
  close(): void;
}

/** Follows the acts in a board's table document. A value that says the same stays the same object. */
export function followActs({ documents: { table } }: Pick<BoardSource, 'documents'>): ActsFollowed {
  const read = (): Acts => {
    const { frozen, homework, round, ends } = readMeeting(table);
    return { frozen, homework, round, ends };
  };
  const acts = writable<Acts>(read());
  const follow = (): void => {
    const next = read();
    if (!equalityDeep(next, acts.get())) acts.set(next);
  };
  table.on('update', follow);
  return { get: acts.get, subscribe: acts.subscribe, close: () => table.off('update', follow) };
}
