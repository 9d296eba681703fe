import { isUtf8 } from 'node:buffer';

/** Bytes end too early, or hold a number or a text that is none. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

// Made once: who sends what cannot be read would have a trace taken with every message.
const TOO_SHORT = new ReadError('the bytes end too early');
const TOO_LARGE = new ReadError('a number is out of range');
const NO_TEXT = new ReadError('a text is no UTF-8');

/**
 * Reads the numbers, bytes and texts of lib0 one after the other, without copying. What it refuses lib0 refuses,
 * and the other way round.
 */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.byteLength) {
    this.bytes = bytes;
    this.at = at;
    this.#end = end;
  }

  get done(): boolean {
    return this.at >= this.#end;
  }

  byte(): number {
    if (this.at >= this.#end) throw TOO_SHORT;
    return this.bytes[this.at++] ?? 0;
  }

  varUint(): number {
    const first = this.byte();
    if (first < 128) return first;
    let value = first & 127;
    for (let factor = 128; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      if (value > Number.MAX_SAFE_INTEGER) throw TOO_LARGE;
    }
  }

  skip(bytes: number): void {
    if (bytes > this.#end - this.at) throw TOO_SHORT;
    this.at += bytes;
  }

  /** Bytes with their length before them, as a view. */
  varBytes(): Uint8Array {
    const length = this.varUint();
    const from = this.at;
    this.skip(length);
    return this.bytes.subarray(from, from + length);
  }

  string(): string {
    const text = this.varBytes();
    // Quicker than the decoder for what is short, but it does not refuse what is no UTF-8.
    if (text instanceof Buffer && isUtf8(text)) return text.toString();
    return TEXT.decode(text);
  }

  /** Passes over a text. Returns its length in UTF-16 units, as strings of JavaScript count. */
  text(): number {
    const length = this.varUint();
    const from = this.at;
    this.skip(length);
    const { bytes, at: to } = this;
    let index = from;
    while (index < to && (bytes[index] ?? 0) < 128) index++;
    return index === to ? length : unitsOf(bytes.subarray(from, to));
  }
}

/** One for all: making one costs more than using it. */
const TEXT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws {ReadError} for what is no UTF-8. */
function unitsOf(text: Uint8Array): number {
  if (!isUtf8(text)) throw NO_TEXT;
  let units = 0;
  for (const byte of text) units += (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
  return units;
}
