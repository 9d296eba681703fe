import type { PictureStore } from '../types.ts';
import type { Operation, Operations } from './messages.ts';
import { pack, unpack } from './pack.ts';

/** How the thread is asked. */
export type Ask = <K extends Operation>(
  kind: K,
  ask: Operations[K]['ask'],
  transfer?: ArrayBuffer,
) => Promise<Operations[K]['answer']>;

/**
 * The pictures, at the event loop's end.
 * @param flushed resolves when all that is written is on disk.
 */
export function picturesOver(ask: Ask, flushed: () => Promise<void>): PictureStore {
  return {
    async put(board, { type, made, content }, most) {
      const packed = pack([content]);
      const put = await ask('putPicture', { board, type, made, most, packed }, packed.bytes.buffer);
      // One that was known may have been written by somebody who still waits for the disk.
      await flushed();
      return put;
    },
    async get(board, hash) {
      const found = await ask('picture', { board, hash });
      return found && { ...found.record, content: unpack(found.packed)[0] ?? new Uint8Array() };
    },
    has: (board, hash) => ask('hasPicture', { board, hash }),
    list: (board) => ask('pictures', board),
    bytes: (board) => ask('pictureBytes', board),
    async remove(board, hash) {
      await ask('removePicture', { board, hash });
      await flushed();
    },
    boards: () => ask('pictureBoards', null),
    async markUnused(board, hashes, at) {
      await ask('markPictures', { board, hashes, at });
      await flushed();
    },
    unused: (board, before) => ask('unusedPictures', { board, before }),
    async removeUnused(board, hash, before) {
      const removed = await ask('removeUnusedPicture', { board, hash, before });
      await flushed();
      return removed;
    },
    async removeAll(board) {
      await ask('removePictures', board);
      await flushed();
    },
  };
}
