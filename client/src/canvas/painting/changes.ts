import type { Rect } from '@samenbord/shared/layout';
import type { LinkView, StickerView } from '../../board/types.ts';
import { linkCurve } from '../../drawing/index.ts';
import { type Scene, traceOf } from './scene.ts';

/**
 * Which parts of the sheet look otherwise in the second scene: `'all'`, or boxes in sheet units. Unchanged
 * stickers are the same objects, so this compares identities, not contents.
 */
export function changedParts(before: Scene, after: Scene): 'all' | readonly Rect[] {
  if (
    before.sheet.layout !== after.sheet.layout ||
    before.partners !== after.partners ||
    before.texts !== after.texts ||
    before.type !== after.type
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
    parts.push(...linkParts(before, after, touched), ...linkParts(after, before, touched));
  }
  return parts;
}

/** Boxes of a scene's lines that are not in the other, or of which an end changed. */
function linkParts(scene: Scene, other: Scene, touched: ReadonlySet<string>): Rect[] {
  const known = new Set(other.links);
  return scene.links
    .filter((link) => !known.has(link) || touched.has(link.from) || touched.has(link.to))
    .map((link) => linkBox(scene, link))
    .filter((box) => box !== undefined);
}

function linkBox({ byId }: Scene, { from, to }: LinkView): Rect | undefined {
  const a = byId.get(from);
  const b = byId.get(to);
  return a && b && linkCurve(a, b).bounds;
}

/** What a sticker leaves behind when it is lifted, and covers when it lands: its place and its lines. */
export function partsOf(scene: Scene, id: string): Rect[] {
  const sticker = scene.byId.get(id);
  if (!sticker) return [];
  const links = scene.links.filter((link) => link.from === id || link.to === id);
  return [traceOf(sticker), ...links.map((link) => linkBox(scene, link)).filter((box) => box !== undefined)];
}
