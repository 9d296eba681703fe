import { inflateSync } from 'node:zlib';
import type { CDPSession } from '@playwright/test';
import type { Pixels } from './pixels.ts';

/** What is on the page's screen now. */
export async function screenshot(cdp: CDPSession): Promise<Pixels> {
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  return readPng(Buffer.from(data, 'base64'));
}

/**
 * The pixels of a PNG as Chromium makes them: 8 bits a channel, not interlaced (ISO/IEC 15948).
 * @throws {Error} for any other
 */
export function readPng(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  const channels = kind === 6 ? 4 : 3;
  if (depth !== 8 || (kind !== 6 && kind !== 2) || interlaced !== 0)
    throw new Error('this PNG is not of the kind that Chromium makes');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const data = new Uint8Array(width * height * 4).fill(255);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const line = unfiltered(raw[start] ?? 0, raw.subarray(start + 1, start + 1 + stride), above, channels);
    for (let x = 0; x < width; x++)
      data.set(line.subarray(x * channels, x * channels + 3), 4 * (y * width + x));
    above = line;
  }
  return { width, height, data };
}

/** A line without its filter, of which there are five. */
function unfiltered(filter: number, line: Uint8Array, above: Uint8Array, channels: number): Uint8Array {
  const out = new Uint8Array(line.length);
  for (let n = 0; n < line.length; n++) {
    const a = out[n - channels] ?? 0;
    const b = above[n] ?? 0;
    const c = n >= channels ? (above[n - channels] ?? 0) : 0;
    const predicted = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0;
    out[n] = (line[n] ?? 0) + predicted;
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}
