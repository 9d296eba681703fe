/** What the first bytes of a picture say of it, before anything is decoded: what is too large never is. */
export interface Dimensions {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Pixels as they are stored; a camera may have turned them. */
  readonly width: number;
  readonly height: number;
}

/** The kind and size of a PNG, JPEG or WebP; `undefined` for anything else, and for a header that makes no sense. */
export function dimensionsOf(bytes: Uint8Array): Dimensions | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return pngSize(view) ?? jpegSize(view) ?? webpSize(view);
  } catch {
    // It ended before its header did.
    return undefined;
  }
}

function pngSize(view: DataView): Dimensions | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  return sized('image/png', view.getUint32(16), view.getUint32(20));
}

/** Markers of JPEG that begin a frame and say its size; those between that do not are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(view: DataView): Dimensions | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    // Fill bytes, and markers without a length.
    at += marker === 0xff ? 1 : marker >= 0xd0 && marker <= 0xd7 ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(view: DataView): Dimensions | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined;
  const kind = view.getUint32(12);
  const three = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  // 'VP8X', 'VP8L' and 'VP8 ', as their container's documents lay them out.
  if (kind === 0x56503858) return sized('image/webp', three(24) + 1, three(27) + 1);
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return sized('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (kind !== 0x56503820) return undefined;
  return sized('image/webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
}

function sized(type: Dimensions['type'], width: number, height: number): Dimensions | undefined {
  return width > 0 && height > 0 ? { type, width, height } : undefined;
}
