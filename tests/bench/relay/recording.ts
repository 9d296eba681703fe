/**
 * Everything one connection received, with the time of arrival: kept as bytes while it is measured and
 * taken apart afterwards, so that the generator does next to nothing during the measurement and yet every
 * receiver is counted in full.
 */
export class Recording {
  #bytes = new Uint8Array(4096);
  #length = 0;
  readonly #ends: number[] = [];
  readonly #times: number[] = [];

  /** @param at ms */
  add(frame: Uint8Array, at: number): void {
    const end = this.#length + frame.byteLength;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(frame, this.#length);
    this.#length = end;
    this.#ends.push(end);
    this.#times.push(at);
  }

  /** ms of the last arrival; `-Infinity` when nothing came. */
  get last(): number {
    return this.#times.at(-1) ?? Number.NEGATIVE_INFINITY;
  }

  get count(): number {
    return this.#ends.length;
  }

  get bytes(): number {
    return this.#length;
  }

  /** What came, in order. The bytes are views. */
  *frames(): Generator<{ readonly at: number; readonly bytes: Uint8Array }> {
    for (const [index, end] of this.#ends.entries()) {
      const start = this.#ends[index - 1] ?? 0;
      yield { at: this.#times[index] ?? Number.NaN, bytes: this.#bytes.subarray(start, end) };
    }
  }
}
