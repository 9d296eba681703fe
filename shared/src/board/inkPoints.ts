import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { LIMITS } from '../protocol/limits.ts';

/**
 * Points of a stroke as bytes: a first byte that says the form, then for each point how far it is from the one
 * before, as variable integers. Drawn by hand, a point takes two or three bytes.
 */
export interface InkPoint {
  /** Whole numbers, in grains: see `ink.ts`. */
  readonly x: number;
  readonly y: number;
  /** How hard a pen was pressed, 0 to 1; absent for what knows no pressure. */
  readonly pressure?: number;
}

/** What the first byte says. A form that is not known is not shown. */
const PLAIN = 1;
const PRESSED = 2;

/** Steps of pressure that are told apart. */
const STEPS = 31;
/** Grains from the origin within which a point can be: some sheets beside the sheet. */
const FARTHEST = 100_000;

/** @throws {RangeError} for no points, or more than a stroke may have */
export function encodeInk(points: readonly InkPoint[]): Uint8Array {
  if (points.length === 0 || points.length > LIMITS.inkPoints)
    throw new RangeError(`a stroke has 1 to ${LIMITS.inkPoints} points`);
  const pressed = points.some(({ pressure }) => pressure !== undefined);
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, pressed ? PRESSED : PLAIN);
  let [x, y, force] = [0, 0, 0];
  for (const point of points) {
    const next = {
      x: within(point.x),
      y: within(point.y),
      force: Math.round((point.pressure ?? 0.5) * STEPS),
    };
    encoding.writeVarInt(encoder, next.x - x);
    encoding.writeVarInt(encoder, next.y - y);
    if (pressed) encoding.writeVarInt(encoder, next.force - force);
    ({ x, y, force } = next);
  }
  return encoding.toUint8Array(encoder);
}

/** The points; `undefined` for bytes that are none, or too many. */
export function decodeInk(bytes: Uint8Array): readonly InkPoint[] | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const form = decoding.readUint8(decoder);
    if (form !== PLAIN && form !== PRESSED) return undefined;
    const points: InkPoint[] = [];
    let [x, y, force] = [0, 0, 0];
    while (decoding.hasContent(decoder)) {
      x += decoding.readVarInt(decoder);
      y += decoding.readVarInt(decoder);
      if (form === PRESSED) force += decoding.readVarInt(decoder);
      if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST || points.length >= LIMITS.inkPoints)
        return undefined;
      const pressure = Math.min(1, Math.max(0, force / STEPS));
      points.push(form === PRESSED ? { x, y, pressure } : { x, y });
    }
    return points.length === 0 ? undefined : points;
  } catch {
    return undefined;
  }
}

const within = (value: number): number => Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, value)));

/** As plain numbers, for a file or a presence: x, y and, where there is pressure, hundredths of it. */
export function inkToNumbers(points: readonly InkPoint[]): number[][] {
  return points.map(({ x, y, pressure }) =>
    pressure === undefined ? [x, y] : [x, y, Math.round(pressure * 100)],
  );
}

/** Points of plain numbers; what has no x and y is left out. */
export function inkFromNumbers(numbers: readonly (readonly number[])[]): InkPoint[] {
  return numbers.flatMap(([x, y, pressure]) => {
    if (x === undefined || y === undefined) return [];
    return [pressure === undefined ? { x, y } : { x, y, pressure: Math.min(1, Math.max(0, pressure / 100)) }];
  });
}
