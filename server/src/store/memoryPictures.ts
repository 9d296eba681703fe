import { createHash } from 'node:crypto';
import type { Picture, PictureStore } from './types.ts';

/**
 * The pictures of the memory store.
 * @param later does work in a later turn.
 * @param isBoard whether there is such a board.
 */
export function memoryPictures(
  later: <T>(work: () => T) => Promise<T>,
  isBoard: (board: string) => boolean,
): { readonly store: PictureStore; readonly forget: (board: string) => void } {
  const boards = new Map<string, Map<string, Picture>>();
  const of = (board: string): ReadonlyMap<string, Picture> => boards.get(board) ?? new Map();
  /** When they were found unused. */
  const since = new Map<string, Map<string, number>>();
  const isUnused = (board: string, hash: string, before: number): boolean =>
    (since.get(board)?.get(hash) ?? Number.POSITIVE_INFINITY) <= before;
  const records = (board: string) =>
    [...of(board).values()]
      .map(({ content: _, ...record }) => record)
      .sort((a, b) => a.made - b.made || (a.hash < b.hash ? -1 : 1));
  const bytes = (board: string): number =>
    [...of(board).values()].reduce((sum, picture) => sum + picture.bytes, 0);

  const store: PictureStore = {
    put(board, picture, most) {
      const content = picture.content.slice();
      const hash = createHash('sha256').update(content).digest('hex');
      return later(() => {
        if (!isBoard(board)) return { hash, outcome: 'no-board' };
        since.get(board)?.delete(hash);
        if (of(board).has(hash)) return { hash, outcome: 'known' };
        if (bytes(board) + content.byteLength > most) return { hash, outcome: 'full' };
        const kept = boards.get(board) ?? new Map<string, Picture>();
        kept.set(hash, { ...picture, hash, content, bytes: content.byteLength });
        boards.set(board, kept);
        return { hash, outcome: 'kept' };
      });
    },
    get: (board, hash) =>
      later(() => {
        const found = of(board).get(hash);
        return found && { ...found, content: found.content.slice() };
      }),
    has: (board, hash) => later(() => of(board).has(hash)),
    list: (board) => later(() => records(board)),
    boards: () => later(() => [...boards].flatMap(([board, kept]) => (kept.size > 0 ? [board] : []))),
    markUnused: (board, hashes, at) =>
      later(() => {
        const before = since.get(board);
        since.set(board, new Map(hashes.map((hash) => [hash, before?.get(hash) ?? at])));
      }),
    unused: (board, before) =>
      later(() => records(board).filter(({ hash }) => isUnused(board, hash, before))),
    removeUnused: (board, hash, before) =>
      later(() => isUnused(board, hash, before) && (boards.get(board)?.delete(hash) ?? false)),
    bytes: (board) => later(() => bytes(board)),
    remove: (board, hash) => later(() => void boards.get(board)?.delete(hash)),
    removeAll: (board) => later(() => void boards.delete(board)),
  };
  return { store, forget: (board) => void boards.delete(board) };
}
