import type { RelayLimits } from './limits.ts';
import type { OpenDocument } from './opening.ts';

/** Compacting costs: not for less than this part of the bound, and not again for every byte. */
const WORTH_COMPACTING = 1 / 100;

/** What a room does when its document comes near its bound. */
export interface FullnessHost {
  /** The document may come to less than it is stored as. */
  readonly compact: (open: OpenDocument) => void;
  /** It has come near, having been well below. */
  readonly near: () => void;
}

/** Watches how near a document is to the bound from which on it takes no more. */
export class Fullness {
  readonly #limits: Pick<RelayLimits, 'document' | 'documentWarning'>;
  readonly #host: FullnessHost;
  #near = false;

  constructor(limits: Pick<RelayLimits, 'document' | 'documentWarning'>, host: FullnessHost) {
    this.#limits = limits;
    this.#host = host;
  }

  /** Whether people should know. */
  get near(): boolean {
    return this.#near;
  }

  /** Looks again; after every change of what is stored. */
  weigh(open: OpenDocument): void {
    const { document, documentWarning } = this.#limits;
    const { size, uncompacted } = open.compaction;
    if (size < (document * documentWarning) / 100) {
      this.#near = false;
    } else if (!this.#near && uncompacted > document * WORTH_COMPACTING) {
      // Then it is weighed again.
      this.#host.compact(open);
    } else if (!this.#near) {
      this.#near = true;
      this.#host.near();
    }
  }
}
