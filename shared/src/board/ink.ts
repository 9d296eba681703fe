import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { TEMPLATE_KEYS, type TemplateKey } from '../template/keys.ts';
import { decodeInk } from './inkPoints.ts';
import { ORIGIN, type Origin } from './origin.ts';

/**
 * Ink: the map `ink` of a board document, from a stroke's id to one flat value that is never changed. A stroke lies
 * on a sheet or on a sticker, with which it moves, grows, goes and comes back.
 */

/** Grains of a sheet unit: points on a sheet are this fine. */
export const INK_GRAIN = 4;
/** Grains of a sticker's side, from its centre: points on a sticker, so that they grow with it. */
export const INK_SIDE = 1_000;
/** Widths of a stroke on a sheet, in sheet units. */
export const INK_WIDTHS = { thin: 6, medium: 12, thick: 24 } as const;
export type InkWidth = keyof typeof INK_WIDTHS;

/** Where a stroke lies. */
export type InkGround =
  | { readonly sheet: TemplateKey; readonly sticker?: undefined }
  | { readonly sticker: string; readonly sheet?: undefined };

/** A stroke as readers see it; the same object as long as it is there. */
export interface InkStroke {
  readonly id: string;
  readonly ground: InkGround;
  /** In whose colour; `null` for nobody in particular. */
  readonly partner: string | null;
  /** In sheet units on a sheet, in grains of the side on a sticker. */
  readonly width: number;
  /** Stacking order: higher was drawn later. */
  readonly z: number;
  /** As {@link decodeInk} reads it. */
  readonly points: Uint8Array;
}

const strokeSchema = z.object({
  sheet: z.optional(z.enum(TEMPLATE_KEYS)),
  sticker: z.optional(z.string().check(z.maxLength(64))),
  partner: z.nullable(z.string().check(z.maxLength(64))),
  width: z.number().check(z.gt(0), z.lte(LIMITS.inkWidth)),
  z: z.number(),
});

export const inkOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('ink');

/** Reads one stroke; `undefined` for what does not fit what this program knows. */
export function readStroke(id: string, value: unknown): InkStroke | undefined {
  const parsed = strokeSchema.safeParse(value);
  const points = typeof value === 'object' && value !== null && 'points' in value ? value.points : undefined;
  if (!parsed.success || !(points instanceof Uint8Array) || decodeInk(points) === undefined) return undefined;
  const { sheet, sticker, partner, width, z: order } = parsed.data;
  if ((sheet === undefined) === (sticker === undefined)) return undefined;
  const ground: InkGround = sheet === undefined ? { sticker: sticker ?? '' } : { sheet };
  return { id, ground, partner, width, z: order, points };
}

/** All strokes, those of stickers that are not on the board included; and how many did not fit. */
export function readInk(doc: Y.Doc): { strokes: ReadonlyMap<string, InkStroke>; unreadable: number } {
  const strokes = new Map<string, InkStroke>();
  let unreadable = 0;
  for (const [id, value] of inkOf(doc)) {
    const stroke = readStroke(id, value);
    if (stroke) strokes.set(id, stroke);
    else unreadable += 1;
  }
  return { strokes, unreadable };
}

/** Draws strokes in one transaction. An id that is taken is left as it is. */
export function addInk(doc: Y.Doc, strokes: readonly InkStroke[], origin: Origin = ORIGIN.addInk): void {
  const map = inkOf(doc);
  doc.transact(() => {
    for (const { id, ground, ...stroke } of strokes) if (!map.has(id)) map.set(id, { ...ground, ...stroke });
  }, origin);
}

/** Takes strokes away in one transaction, for good: what undo brings back it brings back whole. */
export function eraseInk(doc: Y.Doc, ids: readonly string[]): void {
  const map = inkOf(doc);
  doc.transact(() => {
    for (const id of ids) if (map.has(id)) map.delete(id);
  }, ORIGIN.eraseInk);
}

/** The order above all strokes there are. */
export function topOfInk(doc: Y.Doc): number {
  let top = -1;
  for (const value of inkOf(doc).values())
    if (typeof value === 'object' && value !== null && 'z' in value && typeof value.z === 'number')
      top = Math.max(top, value.z);
  return Number.isFinite(top) ? Math.floor(top) + 1 : 0;
}
