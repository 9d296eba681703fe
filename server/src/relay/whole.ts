import { step2Frame, updateFrame } from './frames.ts';

/** Frames behind the base from which on encoding afresh is cheaper for everybody. */
const MOST_ADDED_FRAMES = 64;

/** The whole of a document as messages, kept while many join: the encoding once, and what came after it. */
export class WholeEncoding {
  #frames: Uint8Array[] | undefined;
  /** Bytes of the first frame, and of those behind it. */
  #base = 0;
  #added = 0;
  /** When it was last asked for, ms. */
  #used = 0;

  /**
   * A step 2, perhaps with updates behind it.
   * @param encode the document as one update.
   * @param now ms.
   */
  frames(encode: () => Uint8Array, now: number): readonly Uint8Array[] {
    this.#used = now;
    if (this.#frames === undefined) {
      const frame = step2Frame(encode());
      this.#frames = [frame];
      this.#base = frame.byteLength;
      this.#added = 0;
    }
    return this.#frames.slice();
  }

  /** The document has got these updates as well. */
  extend(updates: readonly Uint8Array[]): void {
    if (this.#frames === undefined) return;
    for (const update of updates) {
      this.#frames.push(updateFrame(update));
      this.#added += update.byteLength;
    }
    if (this.#frames.length > MOST_ADDED_FRAMES || this.#added > this.#base) this.forget();
  }

  forget(): void {
    this.#frames = undefined;
  }

  /** Forgets it when nobody has asked for it since `before`, ms. */
  forgetUnused(before: number): void {
    if (this.#used < before) this.forget();
  }
}
