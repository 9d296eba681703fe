import { placesOf, stickersOf } from '@samenbord/shared/board';
import type * as Y from 'yjs';

/** Takes stickers out of a document altogether, record and place: not marked, as on the board, but gone. */
export function deleteStickers(doc: Y.Doc, ids: ReadonlySet<string>): void {
  doc.transact(() => {
    for (const id of ids) stickersOf(doc).delete(id);
    const places = placesOf(doc);
    for (const [index, entry] of [...places.toArray().entries()].reverse())
      if (isOf(entry, ids)) places.delete(index, 1);
  });
}

const isOf = (entry: unknown, ids: ReadonlySet<string>): boolean =>
  typeof entry === 'object' && entry !== null && 'id' in entry && ids.has(String(entry.id));
