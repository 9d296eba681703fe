import type { StickerView } from '../../board/types.ts';
import { text } from '../../i18n/index.ts';

/** A sticker as it is read aloud, with the dots on it. */
export function withVotes(sticker: string, votes: StickerView['votes']): string {
  if (votes === undefined) return sticker;
  const { count, mine } = votes;
  if (!mine) return text('canvas', 'mirror.votes', { sticker, count });
  return text('canvas', 'mirror.votesMine', { sticker, count });
}
