import { PictureFailure } from './failure.ts';

/** A canvas to draw one band after the other on, and to read back. */
export interface Surface {
  readonly width: number;
  readonly context: CanvasRenderingContext2D;
  /** The pixels of the first rows, RGBA. */
  read(rows: number): Uint8ClampedArray;
  /** Gives its memory back at once: some phones count canvases that nobody uses any more. */
  close(): void;
}

/**
 * @param width pixels
 * @param height pixels
 * @throws PictureFailure when the device has no canvas of this size, or the browser does not let it be read
 */
export function openSurface(width: number, height: number): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // Opaque canvases may get coloured fringes at letters, made for one screen; so this one keeps its alpha.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width !== width || canvas.height !== height) throw new PictureFailure('too-large');
  checkReading(context);
  return {
    width,
    context,
    read: (rows) => context.getImageData(0, 0, width, rows).data,
    close() {
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/** Pixels of the sample that shows whether what is read is what was drawn. */
const SAMPLE = 4;
/** Some browsers change colours by one or two against recognising people; that does not hurt a picture. */
const TOLERATED = 8;
const SAMPLE_COLOUR = [51, 102, 204, 255] as const;

function checkReading(context: CanvasRenderingContext2D): void {
  context.fillStyle = `rgb(${SAMPLE_COLOUR.slice(0, 3).join(' ')})`;
  context.fillRect(0, 0, SAMPLE, SAMPLE);
  const { data } = context.getImageData(0, 0, SAMPLE, SAMPLE);
  if (data.every((value, i) => Math.abs(value - (SAMPLE_COLOUR[i % 4] ?? 0)) <= TOLERATED)) return;
  // A canvas without memory behind it reads as nothing at all.
  throw new PictureFailure(data.every((value) => value === 0) ? 'too-large' : 'blocked');
}
