import type { WebSocket } from 'ws';
import { socketUnder } from './wire.ts';

/** Bytes of a payload up to which a frame is taken here; what is larger is rare, and then ws puts it together. */
const LARGEST = 65_535;

/** Bytes of the payload of a sign of life. */
const LARGEST_CONTROL = 125;

const FINAL = 0x80;
const RESERVED = 0x70;
const OPCODE = 0x0f;
const MASKED = 0x80;

const BINARY = 0x2;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/** Bytes of the shortest header of a client: two and the mask. */
const SHORTEST_HEADER = 6;

/** A frame's header (RFC 6455, 5.2). */
interface Header {
  readonly first: number;
  readonly masked: boolean;
  /** Bytes of the header, mask included. */
  readonly length: number;
  readonly payload: number;
}

/**
 * The receiving half of a WebSocket. Clients of a relay send small binary frames, each whole in one read: those,
 * and signs of life, are taken out of what the socket read at once, and told as the WebSocket's own events. All
 * else goes through `ws` as before: fragments, large frames and those that come in parts, text, closing, and
 * whatever is wrong. Only where a frame begins has to be known here, so that neither sees half of one.
 */
export class Inlet {
  readonly #webSocket: WebSocket;
  readonly #toWs: (bytes: Buffer) => void;
  /** Bytes of the frame that `ws` is reading which are still to come. */
  #owed = 0;
  /** The beginning of a header that came in parts. */
  #cut: Buffer | undefined;
  /** Within a message of several frames. */
  #fragmented = false;
  /** Nothing is taken here any more, because the WebSocket is closing or something was wrong. */
  #over = false;

  /**
   * Stands before `ws` from now on, where that reads a plain socket and has agreed on no extension.
   * @param webSocket one from which nothing was read yet.
   */
  static before(webSocket: WebSocket): void {
    const socket = webSocket.extensions === '' ? socketUnder(webSocket) : undefined;
    const [listener, ...others] = socket?.listeners('data') ?? [];
    if (socket === undefined || listener === undefined || others.length > 0) return;
    const inlet = new Inlet(webSocket, (bytes) => Reflect.apply(listener, socket, [bytes]));
    const read = (bytes: Buffer): void => inlet.#read(bytes);
    socket.on('data', read);
    socket.off('data', listener as (bytes: Buffer) => void);
    // After an error ws reads no further, and does not want to be given anything.
    webSocket.once('error', () => socket.off('data', read).resume());
  }

  private constructor(webSocket: WebSocket, toWs: (bytes: Buffer) => void) {
    this.#webSocket = webSocket;
    this.#toWs = toWs;
  }

  #read(bytes: Buffer): void {
    const all = this.#cut === undefined ? bytes : Buffer.concat([this.#cut, bytes]);
    this.#cut = undefined;
    for (let at = 0; at < all.length; ) {
      if (this.#over || this.#webSocket.readyState !== this.#webSocket.OPEN) {
        this.#over = true;
        this.#toWs(all.subarray(at));
        return;
      }
      at = this.#owed > 0 ? this.#pass(all, at, this.#owed) : this.#frame(all, at);
    }
  }

  /** Takes the frame that begins at `at`, or as much of it as is there. Returns where the next begins. */
  #frame(bytes: Buffer, at: number): number {
    const header = headerAt(bytes, at);
    if (header === undefined) {
      this.#cut = Buffer.from(bytes.subarray(at));
      return bytes.length;
    }
    const { first, masked, length, payload } = header;
    const from = at + length;
    const to = from + payload;
    const whole = masked && to <= bytes.length && payload <= LARGEST && !this.#fragmented;
    if (whole && this.#take(first, bytes, from, to)) return to;
    this.#note(header);
    return this.#pass(bytes, at, length + payload);
  }

  /** Tells a whole frame, if it is one that is told here. */
  #take(first: number, bytes: Buffer, from: number, to: number): boolean {
    switch (first) {
      case FINAL | BINARY:
        unmask(bytes, from, to);
        this.#webSocket.emit('message', bytes.subarray(from, to), true);
        return true;
      case FINAL | PING:
      case FINAL | PONG:
        if (to - from > LARGEST_CONTROL) return false;
        unmask(bytes, from, to);
        this.#webSocket.emit(first === (FINAL | PING) ? 'ping' : 'pong', bytes.subarray(from, to));
        return true;
      default:
        return false;
    }
  }

  /** What is to be known of a frame that `ws` gets. */
  #note({ first, masked, payload }: Header): void {
    const opcode = first & OPCODE;
    const control = opcode >= CLOSE;
    const inPlace = control || (opcode === 0) === this.#fragmented;
    const sign = (first === (FINAL | PING) || first === (FINAL | PONG)) && payload <= LARGEST_CONTROL;
    // Closing, or wrong: whatever follows is for ws to judge.
    if (!masked || (first & RESERVED) !== 0 || !inPlace || !(sign || opcode <= BINARY)) this.#over = true;
    if (!control) this.#fragmented = (first & FINAL) === 0;
  }

  /** Gives `ws` so many bytes, as far as they are there. Returns where they end. */
  #pass(bytes: Buffer, at: number, count: number): number {
    const to = Math.min(bytes.length, at + count);
    this.#owed = count - (to - at);
    this.#toWs(bytes.subarray(at, to));
    return to;
  }
}

/** The header at `at`; `undefined` when there is only part of one. */
function headerAt(bytes: Buffer, at: number): Header | undefined {
  const there = bytes.length - at;
  if (there < 2) return undefined;
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const masked = (second & MASKED) !== 0;
  const short = second & ~MASKED;
  const length = SHORTEST_HEADER + (short < 126 ? 0 : short === 126 ? 2 : 8) - (masked ? 0 : 4);
  if (there < length) return undefined;
  if (short < 126) return { first, masked, length, payload: short };
  if (short === 126) return { first, masked, length, payload: bytes.readUInt16BE(at + 2) };
  return { first, masked, length, payload: Number(bytes.readBigUInt64BE(at + 2)) };
}

/** Takes the mask that stands before `from` off the payload, in its place. */
function unmask(bytes: Buffer, from: number, to: number): void {
  const mask = bytes.readInt32BE(from - 4);
  if (mask === 0) return;
  const [a, b, c, d] = [mask >>> 24, (mask >>> 16) & 255, (mask >>> 8) & 255, mask & 255];
  let at = from;
  for (; at + 3 < to; at += 4) {
    bytes[at] = (bytes[at] ?? 0) ^ a;
    bytes[at + 1] = (bytes[at + 1] ?? 0) ^ b;
    bytes[at + 2] = (bytes[at + 2] ?? 0) ^ c;
    bytes[at + 3] = (bytes[at + 3] ?? 0) ^ d;
  }
  for (let index = 0; at < to; at++, index++)
    bytes[at] = (bytes[at] ?? 0) ^ (index === 0 ? a : index === 1 ? b : c);
}
