/**
 * Many byte strings as one buffer of its own, which can be handed to another thread without copying.
 * A view cannot: posting it would copy the whole buffer under it, such as the slab a socket read into.
 */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
}

/** Copies the parts one after the other into a fresh buffer. */
export function pack(parts: readonly Uint8Array[]): Packed {
  const lengths = parts.map((part) => part.byteLength);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return { bytes, lengths };
}

/** The parts again, as views of the one buffer. */
export function unpack(packed: Packed): Uint8Array[] {
  let at = 0;
  return packed.lengths.map((length) => {
    const part = packed.bytes.subarray(at, at + length);
    at += length;
    return part;
  });
}
