import { crc32, PNG_SIGNATURE } from '../png.ts';

const LENGTH_BYTES = 4;
const TYPE_BYTES = 4;
const CRC_BYTES = 4;

/** A chunk as it was read. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/**
 * Reads the chunks of a PNG in order.
 * @throws RangeError for what is no PNG, is cut off, or has a chunk with a wrong CRC
 */
export function readChunks(png: Uint8Array): readonly PngChunk[] {
  if (PNG_SIGNATURE.some((byte, i) => png[i] !== byte)) throw new RangeError('Not a PNG: wrong signature.');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: PngChunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (at < png.length) {
    const dataAt = at + LENGTH_BYTES + TYPE_BYTES;
    const dataEnd = dataAt + view.getUint32(at);
    if (dataEnd + CRC_BYTES > png.length) throw new RangeError('The PNG is cut off.');
    const type = String.fromCharCode(...png.subarray(at + LENGTH_BYTES, dataAt));
    if (view.getUint32(dataEnd) !== crc32(png.subarray(at + LENGTH_BYTES, dataEnd))) {
      throw new RangeError(`The chunk ${type} of the PNG is damaged.`);
    }
    chunks.push({ type, data: png.subarray(dataAt, dataEnd) });
    at = dataEnd + CRC_BYTES;
  }
  return chunks;
}

/** The filtered rows of the picture: all IDAT data together, unpacked. */
export async function readRows(png: Uint8Array): Promise<Uint8Array> {
  const packed = readChunks(png).filter(({ type }) => type === 'IDAT');
  const blob = new Blob(packed.map(({ data }) => new Uint8Array(data)));
  const unpacked = blob.stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
