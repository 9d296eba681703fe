import type { StickerDraft } from '../../board/types.ts';

/** A picture on its way to the board. Until it is there it is nowhere else. */
export interface Bringing {
  readonly id: number;
  /** What it is called among those that wait. */
  readonly name: string;
  /** What it was called, where that says what is on it. */
  readonly called?: string;
  readonly blob: Blob;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The sticker it will be on. */
  readonly draft: StickerDraft;
  /**
   * `waiting` for a connection, and sent by itself when there is one; `full`: the pictures of this board come to
   * as much as they may; `refused`: this person may not write now, or the board takes no more stickers.
   */
  readonly state: 'sending' | 'waiting' | 'full' | 'refused';
}
