import type { Rect } from '@samenbord/shared/layout';
import type { StickerView } from '../../board/types.ts';
import { isSameLine } from '../../drawing/index.ts';
import { groupTrace, linesOf, type Scene, traceOf } from './scene.ts';

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
  const note = (...versions: (StickerView | undefined)[]): void => {
    for (const version of versions) if (version) parts.push(traceOf(version));
  };
  const old = new Map(before.sheet.stickers.map((sticker) => [sticker.id, sticker]));
  for (const sticker of after.sheet.stickers) {
    const was = old.get(sticker.id);
    old.delete(sticker.id);
    if (was !== sticker) note(was, sticker);
  }
  for (const gone of old.values()) note(gone);
  if (parts.length > 0 || before.links !== after.links) {
    parts.push(...lineParts(before, after));
  }
  return [...parts, ...frameParts(before, after), ...frameParts(after, before), ...inkParts(before, after)];
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

/** Frames of a scene that the other has not, or not as they are here. */
function frameParts({ sheet }: Scene, other: Scene): Rect[] {
  if (sheet.groups === other.sheet.groups) return [];
  const known = new Set(other.sheet.groups);
  return (sheet.groups ?? []).filter((group) => !known.has(group)).map(groupTrace);
}

/** Boxes of the lines that came, went, or run otherwise now: a line and its tag give way to others. */
function lineParts(before: Scene, after: Scene): Rect[] {
  const old = new Map(linesOf(before).map((line) => [line.link.id, line]));
  const parts: Rect[] = [];
  for (const line of linesOf(after)) {
    const was = old.get(line.link.id);
    old.delete(line.link.id);
    if (was && isSameLine(was, line)) continue;
    parts.push(line.curve.bounds);
    if (was) parts.push(was.curve.bounds);
  }
  return [...parts, ...[...old.values()].map(({ curve }) => curve.bounds)];
}

/** What a sticker leaves behind when it is lifted, and covers when it lands: its place and its lines. */
export function partsOf(scene: Scene, id: string): Rect[] {
  const sticker = scene.byId.get(id);
  if (!sticker) return [];
  const lines = linesOf(scene).filter(({ link }) => link.from === id || link.to === id);
  const frame = scene.sheet.groups?.find(({ members }) => members.includes(id));
  const frames = frame ? [groupTrace(frame)] : [];
  return [traceOf(sticker), ...frames, ...lines.map(({ curve }) => curve.bounds)];
}
