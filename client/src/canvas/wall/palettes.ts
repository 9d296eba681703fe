import type { Point, Rect } from '@samenbord/shared/layout';
import { viewRect } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import type { Pen } from '../pen/penState.ts';
import { spotForNew } from '../writing/newSticker.ts';
import { type PartnerChoice, partnerAt } from '../writing/partnerChoice.ts';

/** Where a palette can lie. */
export const EDGES = ['top', 'left', 'right', 'bottom'] as const;
export type Edge = (typeof EDGES)[number];

/** One person's palette. */
export interface Palette {
  readonly key: number;
  readonly edge: Edge;
  /** On whose behalf that person writes. */
  readonly namens: PartnerChoice;
  /** Whether the code for phones is shown beside it. */
  readonly phone: boolean;
  /** The pen that person took up: each their own. */
  readonly pen: Pen | null;
}

/** Palettes beside each other at one edge, at most. */
export const MOST_AT_EDGE: Readonly<Record<Edge, number>> = { top: 2, left: 1, right: 1, bottom: 2 };

/** A part of what is in view that lies at an edge: where somebody who stands there looks for their new sticker. */
export function partAt(seen: Rect, edge: Edge): Rect {
  const wide = seen.width / 2;
  const high = seen.height / 2;
  switch (edge) {
    case 'left':
      return { ...seen, width: wide };
    case 'right':
      return { ...seen, x: seen.x + wide, width: wide };
    case 'top':
      return { ...seen, height: high };
    case 'bottom':
      return { ...seen, y: seen.y + high, height: high };
  }
}

/** Starts a sticker for who stands at a palette. @param at where they stand, CSS pixels of the view */
export function startFrom(
  model: CanvasModel,
  { edge, namens }: Pick<Palette, 'edge' | 'namens'>,
  at: Point,
): void {
  const sheet = model.sheet();
  const seen = viewRect(model.camera.get(), model.camera.view());
  const center = spotForNew(sheet, partAt(seen, edge));
  model.touch.desks.get()?.start({ center, partner: partnerAt(namens, sheet.layout, center) }, at);
}

/** Where a palette lies, in CSS pixels of the view. */
export interface PalettePlace {
  readonly key: number;
  readonly box: Rect;
}

/** The palette that a point of the view lies nearest to: that of who put a finger there, most likely. */
export function nearestPalette(at: Point, places: readonly PalettePlace[]): number | undefined {
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { key, box } of places) {
    const dx = Math.max(box.x - at.x, at.x - box.x - box.width, 0);
    const dy = Math.max(box.y - at.y, at.y - box.y - box.height, 0);
    const distance = Math.hypot(dx, dy);
    if (distance >= least) continue;
    least = distance;
    nearest = key;
  }
  return nearest;
}

/** Where the palettes of the page lie now. */
export function placesOfPalettes(): readonly PalettePlace[] {
  return [...document.querySelectorAll<HTMLElement>('.wall-palette')].map((palette) => {
    const { left, top, width, height } = palette.getBoundingClientRect();
    const home = palette.closest('.canvas')?.getBoundingClientRect();
    const box = { x: left - (home?.left ?? 0), y: top - (home?.top ?? 0), width, height };
    return { key: Number(palette.dataset.palette), box };
  });
}
