import { countVotes, type Sticker, type StickerVotes, votesOf } from '@samenbord/shared/board';
import type * as Y from 'yjs';

type Votes = ReadonlyMap<string, StickerVotes>;

/** Counts dots anew when one was put or taken off, or a sticker that may have some came, went or moved. */
export function voteReader(board: Y.Doc, me: string) {
  let stale = true;
  let votes: Votes = new Map();
  return {
    touch() {
      stale = true;
    },
    /**
     * @param touched stickers that may have come, changed or gone
     * @returns the dots, and the stickers on which they are others than before
     */
    read(
      stickers: ReadonlyMap<string, Sticker>,
      touched: ReadonlySet<string>,
    ): { readonly votes: Votes; readonly touched: readonly string[] } {
      if (!stale && (touched.size === 0 || votesOf(board).size === 0)) return { votes, touched: [] };
      stale = false;
      const before = votes;
      votes = countVotes(board, stickers, me);
      const ids = new Set([...before.keys(), ...votes.keys()]);
      return { votes, touched: [...ids].filter((id) => !isSame(before.get(id), votes.get(id))) };
    },
  };
}

function isSame(one: StickerVotes | undefined, other: StickerVotes | undefined): boolean {
  return one?.count === other?.count && one?.mine === other?.mine;
}
