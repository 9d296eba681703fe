import { boardDocument, readStickers } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { type Acting, conflict, look } from './acting.ts';

/**
 * Sees to it that stickers fit on a board beside those that lie there, before anything is done with them.
 * @param news those that are there already do not count
 * @throws {ActError} `conflict`
 */
export async function expectRoom(
  acting: Acting,
  board: string,
  news: readonly { readonly id: string }[],
): Promise<void> {
  if (news.length === 0) return;
  const there = await look(acting, boardDocument(board), (doc) => new Set(readStickers(doc).stickers.keys()));
  const more = news.filter(({ id }) => !there.has(id)).length;
  if (there.size + more > LIMITS.stickers)
    conflict(
      `with these the board would have more than ${LIMITS.stickers} stickers; remove some from the board first`,
    );
}
