import { squareAt } from './rect.ts';
import type { Point, Rect } from './types.ts';

/** A sticker as geometry needs it: a square by its centre, in sheet units. */
export interface Square {
  readonly id: string;
  readonly center: Point;
  readonly side: number;
}

export const ALIGNMENTS = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const;
/** To which line of their common box squares are brought: three upright ones, three level ones. */
export type Alignment = (typeof ALIGNMENTS)[number];

/** The box around squares; `undefined` around none. */
export function boxAround(squares: readonly Omit<Square, 'id'>[]): Rect | undefined {
  const boxes = squares.map(({ center, side }) => squareAt(center, side));
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The centres at which all squares touch, or are centred on, one line of their common box. */
export function aligned(squares: readonly Square[], to: Alignment): Map<string, Point> {
  const box = boxAround(squares);
  if (!box) return new Map();
  return new Map(squares.map(({ id, center, side }) => [id, onLine(box, center, side / 2, to)]));
}

function onLine(box: Rect, { x, y }: Point, half: number, to: Alignment): Point {
  switch (to) {
    case 'left':
      return { x: box.x + half, y };
    case 'center':
      return { x: box.x + box.width / 2, y };
    case 'right':
      return { x: box.x + box.width - half, y };
    case 'top':
      return { x, y: box.y + half };
    case 'middle':
      return { x, y: box.y + box.height / 2 };
    case 'bottom':
      return { x, y: box.y + box.height - half };
  }
}

/**
 * The centres at which the room between neighbours is the same along one axis, in the order in which they
 * lie. The outer two stay; where there is too little room all overlap by the same.
 */
export function distributed(squares: readonly Square[], axis: 'x' | 'y'): Map<string, Point> {
  const inOrder = [...squares].sort((a, b) => a.center[axis] - b.center[axis] || (a.id < b.id ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last || inOrder.length < 3) return new Map(squares.map(({ id, center }) => [id, center]));
  const start = first.center[axis] - first.side / 2;
  const end = last.center[axis] + last.side / 2;
  const taken = inOrder.reduce((sum, { side }) => sum + side, 0);
  const gap = (end - start - taken) / (inOrder.length - 1);
  let at = start;
  return new Map(
    inOrder.map(({ id, center, side }) => {
      const next = { ...center, [axis]: at + side / 2 };
      at += side + gap;
      return [id, next];
    }),
  );
}
