import type { Lines } from '../lines/lines.ts';
import type { Writer } from '../writing/writer.ts';
import type { Attention } from './attention.ts';

/** One person at a canvas, of several who stand at one screen. */
export interface Mind extends Attention {
  readonly lines: Lines;
  readonly writer: Writer;
}

/** What belongs to a person, and not to the canvas. */
const OWN: ReadonlySet<PropertyKey> = new Set<keyof Mind>([
  'person',
  'selection',
  'toolsShown',
  'openLabel',
  'reading',
  'menu',
  'lines',
  'writer',
  'keepOnly',
  'forgetAll',
]);

/**
 * The same canvas as one of several people has it: what is done with it is done with what they selected. All else is
 * the canvas's own.
 */
export function asSeenBy<T extends Mind>(model: T, mind: Mind): T {
  if (model === mind) return model;
  return new Proxy(model, {
    get: (target, key) => (OWN.has(key) ? Reflect.get(mind, key) : Reflect.get(target, key)),
  });
}
