import {
  type Bytes,
  chunk,
  colourSpaceChunk,
  densityChunk,
  headerChunk,
  PNG_SIGNATURE,
  textChunk,
} from './png.ts';

/**
 * Writes a PNG band by band. The browser's own encoder wants the whole picture on one canvas, and A3 at 300 dpi
 * is more than phones and tablets allow for one (16.7 million pixels); bands have no such limit, take
 * little memory, show how far the work is, and leave the page time between them.
 */
export interface PngWriter {
  /** Adds the next rows: RGBA as `getImageData` gives it, whole rows. Alpha is dropped. */
  write(rgba: Uint8ClampedArray): Promise<void>;
  /** Ends the file. @throws RangeError when rows are missing */
  finish(): Promise<Blob>;
  /** Stops half-way and frees what was gathered. */
  abandon(): void;
}

/** What goes into the file beside the pixels. */
export interface PngDetails {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMetre: number;
  /** Keywords of the PNG specification with their texts: Title, Creation Time. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Each row is written as its difference with the row above: the flat areas of a sheet become zeros. */
const FILTER_UP = 2;

/** Starts a PNG. */
export function openPng({ width, height, pixelsPerMetre, texts }: PngDetails): PngWriter {
  const deflate = new CompressionStream('deflate');
  const sink = deflate.writable.getWriter();
  const compressed = gather(deflate.readable);
  // A failure is met where the stream is next used; unheard it would also count as unhandled here.
  compressed.catch(() => undefined);
  let above: Uint8ClampedArray = new Uint8ClampedArray(width * 4);
  let rowsLeft = height;
  return {
    async write(rgba) {
      const rows = rgba.length / (width * 4);
      if (!Number.isInteger(rows) || rows > rowsLeft)
        throw new RangeError('These rows do not fit the picture.');
      rowsLeft -= rows;
      await sink.write(filterUp(rgba, above, width));
      above = rgba.slice((rows - 1) * width * 4);
    },
    async finish() {
      if (rowsLeft > 0) throw new RangeError(`The picture still lacks ${rowsLeft} rows.`);
      await sink.close();
      const pixels = (await compressed).map((part) => chunk('IDAT', part));
      const described = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
      const head = [headerChunk(width, height), colourSpaceChunk(), densityChunk(pixelsPerMetre)];
      const end = chunk('IEND', new Uint8Array());
      return new Blob([PNG_SIGNATURE, ...head, ...described, ...pixels, end], { type: 'image/png' });
    },
    abandon() {
      // Already closed or failed: nothing is left to free.
      sink.abort().catch(() => undefined);
    },
  };
}

/** RGBA rows as filtered RGB rows, each after the byte that names its filter. */
export function filterUp(rgba: Uint8ClampedArray, above: Uint8ClampedArray, width: number): Bytes {
  const stride = width * 4;
  const rows = rgba.length / stride;
  const out = new Uint8Array(rows * (width * 3 + 1));
  let to = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * stride;
    const previous = row === 0 ? above : rgba;
    let up = row === 0 ? 0 : from - stride;
    out[to++] = FILTER_UP;
    for (let at = from; at < from + stride; at += 4, up += 4) {
      out[to++] = (rgba[at] ?? 0) - (previous[up] ?? 0);
      out[to++] = (rgba[at + 1] ?? 0) - (previous[up + 1] ?? 0);
      out[to++] = (rgba[at + 2] ?? 0) - (previous[up + 2] ?? 0);
    }
  }
  return out;
}

async function gather(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
  }
}
