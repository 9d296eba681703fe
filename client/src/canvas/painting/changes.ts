import type { Rect } from '@samenbord/shared/layout';
import type { LinkView, StickerView } from '../../board/types.ts';
import { intersects, linkCurve } from '../../drawing/index.ts';
import { type Scene, surroundingsOf, traceOf } from './scene.ts';

/**
 * Which parts of the sheet look otherwise in the second scene: `'all'`, or boxes in sheet units. Unchanged
 * stickers are the same objects, so this compares identities, not contents.
 */
export function changedParts(before: Scene, after: Scene): 'all' | readonly Rect[] {
  if (
    before.sheet.layout !== after.sheet.layout ||
    before.sheet.parked !== after.sheet.parked ||
    before.partners !== after.partners ||
    before.texts !== after.texts ||
    before.type !== after.type ||
    before.pictorial !== after.pictorial
  )
    return 'all';
  const parts: Rect[] = [];
  const touched = new Set<string>();
  const note = (id: string, ...versions: (StickerView | undefined)[]): void => {
    touched.add(id);
    for (const version of versions) if (version) parts.push(traceOf(version));
  };
  const old = new Map(before.sheet.stickers.map((sticker) => [sticker.id, sticker]));
  for (const sticker of after.sheet.stickers) {
    const was = old.get(sticker.id);
    old.delete(sticker.id);
    if (was !== sticker) note(sticker.id, was, sticker);
  }
  for (const [id, gone] of old) note(id, gone);
  if (touched.size > 0 || before.links !== after.links) {
    const moved = [...parts];
    parts.push(...linkParts(before, after, touched, moved), ...linkParts(after, before, touched, moved));
  }
  parts.push(...inkParts(before, after));
  return parts;
}

/** Boxes of strokes on the sheet that came or went, and of those whose letter may have come or gone with them. */
function inkParts(
  { sheet: { ink: was = [] } }: Scene,
  { sheet: { ink: is = [] }, pictorial }: Scene,
): Rect[] {
  if (was === is || !pictorial) return [];
  const [old, now] = [new Set(was), new Set(is)];
  const went = was.filter((stroke) => !now.has(stroke));
  const came = is.filter((stroke) => !old.has(stroke));
  return [...went, ...came, ...(went.length > 0 ? is : [])].map(pictorial.boxOf);
}

/**
 * Boxes of a scene's lines that are not in the other, of which an end changed, that pass what changed or run
 * otherwise now: a line and its tag give way to stickers.
 */
function linkParts(scene: Scene, other: Scene, touched: ReadonlySet<string>, moved: readonly Rect[]): Rect[] {
  const known = new Set(other.links);
  return scene.links.flatMap((link) => {
    const box = linkBox(scene, link);
    if (!box) return [];
    const own = !known.has(link) || touched.has(link.from) || touched.has(link.to);
    const near = own || moved.some((part) => intersects(part, box));
    return near || !isSameBox(box, linkBox(other, link)) ? [box] : [];
  });
}

function linkBox(scene: Scene, { from, to }: LinkView): Rect | undefined {
  const a = scene.byId.get(from);
  const b = scene.byId.get(to);
  const { labels, stickers } = surroundingsOf(scene);
  return a && b && linkCurve(a, b, labels, stickers).bounds;
}

function isSameBox(a: Rect, b: Rect | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** What a sticker leaves behind when it is lifted, and covers when it lands: its place and its lines. */
export function partsOf(scene: Scene, id: string): Rect[] {
  const sticker = scene.byId.get(id);
  if (!sticker) return [];
  const links = scene.links.filter((link) => link.from === id || link.to === id);
  return [traceOf(sticker), ...links.map((link) => linkBox(scene, link)).filter((box) => box !== undefined)];
}
