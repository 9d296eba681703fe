import { createTypesetter, font, type Typesetter } from '../drawing/index.ts';
import { PictureFailure } from './failure.ts';

/** Faces come per part of the alphabet, each serving every weight; asking for all three costs nothing more. */
const WEIGHTS = [500, 600, 700] as const;
const ANY_SIZE = 40;

let made: { readonly faces: number; readonly type: Typesetter } | undefined;

/**
 * Waits until the letters of these texts are there, and gives what sets them. A face that does not arrive (the
 * network is down) is replaced by the device's own: a picture with other letters beats none.
 */
export async function typeFor(texts: string): Promise<Typesetter> {
  await Promise.allSettled(WEIGHTS.map((weight) => document.fonts.load(font(ANY_SIZE, weight), texts)));
  const faces = [...document.fonts].filter(({ status }) => status === 'loaded').length;
  if (made?.faces !== faces) made = { faces, type: createTypesetter(measuringContext()) };
  return made.type;
}

function measuringContext(): CanvasRenderingContext2D {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new PictureFailure('too-large');
  return context;
}
