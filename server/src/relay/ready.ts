/** Room before a message for the WebSocket's header (10 bytes at most) and for what differs from person to person. */
const HEADROOM = 32;

/** Nothing that differs from person to person. */
export const NO_HEAD = new Uint8Array(0);

/**
 * A message that goes to many, made into a WebSocket frame once (RFC 6455: final, binary, not masked). What differs
 * from person to person stands at its head, is short, and is written over that of the person before: nothing is
 * copied per person as long as sockets take it at once.
 */
export class ReadyFrame {
  #bytes: Buffer;
  /** Bytes from behind the head on. */
  readonly byteLength: number;
  #head: Uint8Array | undefined;
  #frame: Buffer;
  /** A socket still holds the bytes as they are. */
  #inUse = false;

  /** @param parts the message from behind its head on, copied. */
  constructor(parts: readonly Uint8Array[]) {
    this.byteLength = parts.reduce((sum, part) => sum + part.byteLength, 0);
    this.#bytes = Buffer.allocUnsafe(HEADROOM + this.byteLength);
    let at = HEADROOM;
    for (const part of parts) {
      this.#bytes.set(part, at);
      at += part.byteLength;
    }
    this.#frame = this.#bytes;
  }

  /** The frame with this head; good until the next call, unless {@link keep} was called. */
  with(head: Uint8Array): Buffer {
    if (this.#head !== undefined && sameBytes(this.#head, head)) return this.#frame;
    if (this.#inUse) this.#bytes = Buffer.from(this.#bytes);
    this.#inUse = false;
    this.#bytes.set(head, HEADROOM - head.byteLength);
    const length = head.byteLength + this.byteLength;
    const start = writeHeader(this.#bytes, HEADROOM - head.byteLength, length);
    this.#frame = this.#bytes.subarray(start);
    this.#head = head;
    return this.#frame;
  }

  /** A socket could not take all of what {@link with} gave last, and still has to send the rest of it. */
  keep(): void {
    this.#inUse = true;
  }
}

/** Writes the header of a message of `length` bytes to end at `end`; returns where it starts. */
function writeHeader(bytes: Buffer, end: number, length: number): number {
  const start = length < 126 ? end - 2 : length < 65_536 ? end - 4 : end - 10;
  bytes[start] = 0x82;
  if (length < 126) {
    bytes[start + 1] = length;
  } else if (length < 65_536) {
    bytes[start + 1] = 126;
    bytes.writeUInt16BE(length, start + 2);
  } else {
    bytes[start + 1] = 127;
    bytes.writeUInt32BE(Math.floor(length / 2 ** 32), start + 2);
    bytes.writeUInt32BE(length % 2 ** 32, start + 6);
  }
  return start;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.byteLength !== b.byteLength) return false;
  for (let index = 0; index < a.byteLength; index++) if (a[index] !== b[index]) return false;
  return true;
}
