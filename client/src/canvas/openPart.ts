import type { Point, RegionId } from '@samenbord/shared/layout';

/** A menu at a point of the view. */
export interface OpenMenu {
  /** All that can be done here, or only how to align. */
  readonly kind: 'all' | 'align';
  /** CSS pixels of the view. */
  readonly at: Point;
  /** The same, in sheet units. */
  readonly point: Point;
  /** The field that was pressed; `null` for none, or for a sticker. */
  readonly region: RegionId | null;
  /** Whether what is selected was pressed, and not the sheet. */
  readonly onSelection: boolean;
}

/** What is fetched when it is opened, and lies over the sheet until it is closed. */
export type OpenPart =
  | { readonly kind: 'find' }
  | { readonly kind: 'shortcuts' }
  /** Where these stickers are to go. */
  | { readonly kind: 'move'; readonly ids: readonly string[] }
  /** What the frame around these stickers is called, or the group that is there already. */
  | { readonly kind: 'group'; readonly ids: readonly string[]; readonly group: string | null }
  /** Whether so many stickers are really meant. */
  | { readonly kind: 'paste'; readonly texts: readonly string[]; readonly at: Point | null }
  /** An icon or emoji for these stickers; for a new one when there are none. */
  | { readonly kind: 'symbol'; readonly ids: readonly string[] }
  /** A sticker's picture, large, with what is to be seen on it. */
  | { readonly kind: 'picture'; readonly sticker: string };
