import type { Point, Rect, RegionId } from '@samenbord/shared/layout';
import type { LiveInk } from '../../drawing/index.ts';
import { type Readable, writable } from '../../session/readable.ts';
import type { Guide } from './snapping.ts';

/** A line that is being drawn: from a sticker to a point of the sheet, or to the sticker there. */
export interface LinkDraft {
  readonly from: string;
  readonly at: Point;
  readonly over: string | null;
}

/** What pointers leave on the sheet while they are down: each its own, gone when it comes up. */
export interface Traces {
  /** The fields under held stickers. */
  readonly hovered: Readable<readonly RegionId[]>;
  /** The boxes that are being drawn to select with, in sheet units. */
  brushed(): readonly Rect[];
  /** What is being drawn by hand, or rubbed out, in sheet units. */
  inked(): readonly LiveInk[];
  /** What held stickers snapped to. */
  guides(): readonly Guide[];
  /** The lines that are being drawn. */
  drafts(): readonly LinkDraft[];
  draft(pointer: number, draft: LinkDraft | null): void;
  hover(pointer: number, region: RegionId | null): void;
  brush(pointer: number, box: Rect | null): void;
  /** @param key the pointer that draws, or the stroke that is rubbed out */
  ink(key: number | string, ink: LiveInk | null): void;
  guide(pointer: number, guides: readonly Guide[]): void;
}

/** @param refresh something looks otherwise */
export function createTraces(refresh: () => void): Traces {
  const fields = new Map<number, RegionId>();
  const boxes = new Map<number, Rect>();
  const strokes = new Map<number | string, LiveInk>();
  const lines = new Map<number, readonly Guide[]>();
  const drawn = new Map<number, LinkDraft>();
  const hovered = writable<readonly RegionId[]>([]);
  const put = <K, T>(into: Map<K, T>, pointer: K, value: T | null): void => {
    if (value === null && !into.has(pointer)) return;
    if (value === null) into.delete(pointer);
    else into.set(pointer, value);
    refresh();
  };
  return {
    hovered,
    brushed: () => [...boxes.values()],
    inked: () => [...strokes.values()],
    drafts: () => [...drawn.values()],
    draft: (pointer, draft) => put(drawn, pointer, draft),
    guides: () => [...lines.values()].flat(),
    hover(pointer, region) {
      if (region === null) fields.delete(pointer);
      else fields.set(pointer, region);
      const next = [...new Set(fields.values())];
      if (next.join() === hovered.get().join()) return;
      hovered.set(next);
      refresh();
    },
    brush: (pointer, box) => put(boxes, pointer, box),
    ink: (key, ink) => put(strokes, key, ink && { ...ink }),
    guide: (pointer, guides) => put(lines, pointer, guides.length > 0 ? guides : null),
  };
}
