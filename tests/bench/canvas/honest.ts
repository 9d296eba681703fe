import type { Point } from '@samenbord/shared/layout';
import { type Field, type FieldSticker, freeCorner } from './field.ts';
import { type Box, isSameColor, type Pixels, patchOf, type Seen, seenStickers } from './pixels.ts';
import { screenshot } from './screenshot.ts';
import type { Opened, View } from './subject.ts';

/** Checks that what is measured also happened: what a page left out it would do in no time. */

/** Of all stickers this share must be seen; the rest may lie under a control of the page. */
const NEARLY_ALL = 0.99;
/** After a pan some have left the view. */
export const MOST = 0.8;

/** A box of the sheet in pixels of the page, a little smaller: its very edge is a mix of colours. */
function onPage(view: View, { x, y, width, height }: Box): Box {
  const inner = 0.12;
  return {
    x: (x + inner * width - view.x) * view.scale,
    y: (y + inner * height - view.y) * view.scale,
    width: width * (1 - 2 * inner) * view.scale,
    height: height * (1 - 2 * inner) * view.scale,
  };
}

/**
 * Looks whether all stickers of the field are on screen, each with the colour of its group.
 * @param share how many of them must be
 * @throws {Error} when they are not
 */
export async function checkAllDrawn(opened: Opened, field: Field, share = NEARLY_ALL): Promise<Seen> {
  const [pixels, view] = [await screenshot(opened.cdp), await opened.view()];
  const seen = seenStickers(
    pixels,
    field.stickers.map((sticker) => ({
      group: sticker.group,
      box: onPage(view, freeCorner(field, sticker, sticker.side)),
    })),
  );
  if (seen.drawn < share * field.stickers.length)
    throw new Error(`only ${seen.drawn} of ${field.stickers.length} stickers are on screen`);
  return seen;
}

/**
 * Share of a moved sticker's upper part that has its own colour: letters and edges are the rest. Of what else lies
 * in the field, no one colour has so much in a part of that size.
 */
const MOSTLY = 0.4;

/** Whether this sticker is to be seen with its centre here: its upper part, which lies over all before it. */
export function isSeenAt(
  pixels: Pixels,
  view: View,
  { side, group }: FieldSticker,
  { x, y }: Point,
  colors: Seen['colors'],
): boolean {
  const upper = { x: x - side / 2, y: y - side / 2, width: side, height: side * 0.6 };
  const { ground, evenness } = patchOf(pixels, onPage(view, upper));
  const own = colors.get(group);
  return own !== undefined && isSameColor(ground, own) && evenness > MOSTLY;
}

/** Sheet units that a drop may differ from the hand: it may snap, or make room for a field's name. */
const NEAR = 90;

/**
 * Looks whether stickers were moved by as much as the hand moved, in the document and on screen.
 * @throws {Error} when one was not
 */
export async function checkMoved(
  opened: Opened,
  stickers: readonly FieldSticker[],
  before: ReadonlyMap<string, Point>,
  by: Point,
  colors: Seen['colors'],
): Promise<void> {
  const [after, view, pixels] = [await opened.positions(), await opened.view(), await screenshot(opened.cdp)];
  for (const sticker of stickers) {
    const [from, to] = [before.get(sticker.id), after.get(sticker.id)];
    if (!from || !to) throw new Error(`sticker ${sticker.id} is gone`);
    const off = Math.hypot(to.x - from.x - by.x, to.y - from.y - by.y);
    if (off > NEAR)
      throw new Error(`sticker ${sticker.id} is ${Math.round(off)} units from where it was laid`);
    if (!isSeenAt(pixels, view, sticker, to, colors))
      throw new Error(`sticker ${sticker.id} is not seen where it was laid`);
  }
}

/** @throws {Error} when the view did not change as it was meant to */
export function checkView(what: string, isChanged: boolean): void {
  if (!isChanged) throw new Error(`the view did not ${what}`);
}
