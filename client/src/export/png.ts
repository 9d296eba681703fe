/**
 * The container of a PNG file, by the PNG specification (third edition), sections 5 and 11: signature, chunks
 * with length and CRC, header, density, colour space and texts. The pixels are `pngPixels.ts`.
 */

export const PNG_SIGNATURE: Bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Bytes that may become part of a Blob. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Around the data of a chunk: 4 bytes of length, 4 of type, 4 of CRC. */
const LENGTH_BYTES = 4;
const TYPE_BYTES = 4;
const CRC_BYTES = 4;

/** CRC-32 of every byte, polynomial 0xEDB88320 (PNG specification, annex D). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** CRC-32 as PNG, gzip and zip use it, as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** One chunk, ready to be written. `type` is four ASCII letters. */
export function chunk(type: string, data: Uint8Array): Bytes {
  const bytes = new Uint8Array(LENGTH_BYTES + TYPE_BYTES + data.length + CRC_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < TYPE_BYTES; i++) bytes[LENGTH_BYTES + i] = type.charCodeAt(i);
  bytes.set(data, LENGTH_BYTES + TYPE_BYTES);
  const covered = bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + TYPE_BYTES + data.length);
  view.setUint32(LENGTH_BYTES + covered.length, crc32(covered));
  return bytes;
}

/** Header of an opaque picture: 8 bits each of red, green and blue, not interlaced. */
export function headerChunk(width: number, height: number): Bytes {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([8, 2, 0, 0, 0], 8);
  return chunk('IHDR', data);
}

/** Density, the same both ways, which makes the picture come out at its paper's size. */
export function densityChunk(pixelsPerMetre: number): Bytes {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, pixelsPerMetre);
  view.setUint32(4, pixelsPerMetre);
  data[8] = 1;
  return chunk('pHYs', data);
}

/** Says that the colours are sRGB, as those of a canvas are (perceptual intent). */
export function colourSpaceChunk(): Bytes {
  return chunk('sRGB', Uint8Array.of(0));
}

/** A text in UTF-8 under a keyword of the specification, such as `Title`; not compressed. */
export function textChunk(keyword: string, text: string): Bytes {
  // Keyword, its end, not compressed, method 0, no language tag, no translated keyword.
  return chunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`));
}
