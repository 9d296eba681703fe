import { isPictorial, type Pictorial, type Typesetter } from '../drawing/index.ts';
import { createIconShelf, createPictorial, createShelf, type PictureShelf } from '../drawing/rich/index.ts';
import type { SessionHandle } from '../session/index.ts';
import { pictureCalls } from '../session/pictureCalls.ts';
import type { Picture } from './picture.ts';

/** The pictures on stickers, for as long as the dialog is open. None is forgotten halfway a page. */
export type Shelf = Pick<PictureShelf, 'get' | 'load' | 'close'>;

export function openShelf(session: Pick<SessionHandle, 'board' | 'ticket'>): Shelf {
  return createShelf({
    fetch: pictureCalls(session).fetch,
    changed: () => undefined,
    mostBytes: Number.POSITIVE_INFINITY,
  });
}

/** What draws the pictures of one painting, and how many are not to be had. */
export interface Pictures {
  readonly pictorial: Pictorial | undefined;
  readonly missing: number;
}

/**
 * Waits until the pictures are there that are to be had.
 * @param scale pixels per sheet unit
 */
export async function preparePictures(
  { stickers, ink, partners }: Pick<Picture, 'stickers' | 'ink' | 'partners'>,
  shelf: Shelf | undefined,
  type: Typesetter,
  scale: number,
): Promise<Pictures> {
  if (!shelf || (ink.length === 0 && !stickers.some(isPictorial)))
    return { pictorial: undefined, missing: 0 };
  const wanted = new Map<string, number>();
  for (const { picture, side } of stickers)
    if (picture) wanted.set(picture.hash, Math.max(side * scale, wanted.get(picture.hash) ?? 0));
  await Promise.all([...wanted].map(([hash, pixels]) => shelf.load(hash, pixels)));
  const icons = createIconShelf(() => undefined);
  if (stickers.some(({ symbol }) => symbol !== undefined)) await icons.load();
  const missing = [...wanted].filter(([hash]) => shelf.get(hash, 1) === 'missing').length;
  return { pictorial: createPictorial({ type, shelf, partners, icons }), missing };
}
