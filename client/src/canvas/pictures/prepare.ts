import { LIMITS } from '@samenbord/shared/protocol';
import { dimensionsOf } from '../../drawing/rich/index.ts';
import { PictureProblem } from './problem.ts';
import { safeSvg } from './svg.ts';

/** A picture ready to be sent: no larger than a board wants it. */
export interface Prepared {
  readonly blob: Blob;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Bytes of the first part of a file, in which its kind stands. */
const BEGINNING = 1_024;
/** Bytes up to which a picture that came without loss is kept without loss. */
const LOSSLESS = 1_500_000;
/** A picture of one colour is still one. */
const SMALLEST_SIDE = 1;
/** ms a drawing may take to be drawn. */
const PATIENCE = 15_000;

/**
 * Makes of a file what goes to the board: turned as its camera meant it, at most `LIMITS.pictureSide` pixels along
 * its longer side, and anew, so that where and by what it was taken stays behind.
 * @throws {PictureProblem}
 */
export async function prepare(file: Blob): Promise<Prepared> {
  if (file.size > LIMITS.picture) throw new PictureProblem('bytes');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = dimensionsOf(bytes);
  if (found) {
    if (found.width * found.height > LIMITS.pictureSource) throw new PictureProblem('pixels');
    return fromPixels(file, found.type === 'image/jpeg');
  }
  const beginning = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  if (/<(svg|\?xml|!doctype svg|!--)/i.test(beginning)) return fromSvg(new TextDecoder().decode(bytes));
  throw new PictureProblem('kind');
}

async function fromPixels(file: Blob, isPhoto: boolean): Promise<Prepared> {
  let whole: ImageBitmap;
  try {
    whole = await createImageBitmap(file);
  } catch (cause) {
    throw new PictureProblem('broken', { cause });
  }
  try {
    return await drawn(whole, sized(whole), isPhoto);
  } finally {
    // Forty megapixels are 160 MB: given back at once, not when somebody collects.
    whole.close();
  }
}

async function fromSvg(text: string): Promise<Prepared> {
  let address: string | undefined;
  try {
    const { svg, width, height } = safeSvg(text);
    address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    const image = new Image(width, height);
    image.src = address;
    await inTime(image.decode());
    return await drawn(image, { width, height }, false);
  } catch (cause) {
    throw cause instanceof PictureProblem ? cause : new PictureProblem('broken', { cause });
  } finally {
    if (address !== undefined) URL.revokeObjectURL(address);
  }
}

function sized({ width, height }: ImageBitmap): { width: number; height: number } {
  const by = Math.min(1, LIMITS.pictureSide / Math.max(width, height));
  return {
    width: Math.max(SMALLEST_SIDE, Math.round(width * by)),
    height: Math.max(SMALLEST_SIDE, Math.round(height * by)),
  };
}

async function drawn(
  source: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
  isPhoto: boolean,
): Promise<Prepared> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new PictureProblem('browser');
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(source, 0, 0, width, height);
  try {
    return { blob: await encoded(canvas, isPhoto), width, height };
  } finally {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Drawings and screenshots keep every pixel while that is no burden; photographs need not. */
async function encoded(canvas: HTMLCanvasElement, isPhoto: boolean): Promise<Blob> {
  const exact = isPhoto ? undefined : await blobOf(canvas, 'image/png');
  if (exact && exact.size <= LOSSLESS) return exact;
  const small = await blobOf(canvas, 'image/webp', 0.86);
  // Browsers that cannot write WebP give a PNG; a photograph is then better as JPEG.
  if (small.type === 'image/webp') return small;
  return isPhoto ? blobOf(canvas, 'image/jpeg', 0.86) : small;
}

function blobOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PictureProblem('browser'))), type, quality),
  );
}

function inTime(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PictureProblem('svg')), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
