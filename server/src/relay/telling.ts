import type { Audience, Shown } from './audience.ts';
import type { Batch } from './batch.ts';
import type { Journal } from './journal.ts';
import type { Peers } from './peers.ts';
import type { Presence, SpokenState } from './presence.ts';
import type { Pulse } from './pulse.ts';

export interface TellingContext {
  readonly audience: Audience;
  readonly presence: Presence;
  readonly journal: Journal;
  readonly peers: Peers;
  readonly pulse: Pulse;
  /** How long presence waits for the store, ms. */
  readonly presenceHold: number;
  /** Something was not told to everybody: who may have missed it has to come back. */
  readonly failed: (error: unknown) => void;
}

const NOBODY: ReadonlySet<unknown> = new Set();

/**
 * What a room tells everybody: changes that are written and presence, in the order in which they were said (FA3).
 * Presence waits for the changes that were said before it, but not for a store that takes long.
 */
export class Telling {
  readonly #context: TellingContext;
  /** Whether presence goes ahead of a batch that takes the store too long. */
  #presenceFree = false;
  #hold: NodeJS.Timeout | undefined;

  constructor(context: TellingContext) {
    this.#context = context;
  }

  /** Gives the journal what is gathered, and with it the presence that was said up to now. */
  write(): void {
    const { journal, presence, presenceHold } = this.#context;
    journal.write(presence.takeChanged());
    this.#hold = setTimeout(() => this.letPresenceGo(), presenceHold);
  }

  /** What was being written is. */
  written(): void {
    clearTimeout(this.#hold);
    this.#presenceFree = false;
  }

  /** A batch may be seen. */
  batch(batch: Batch): void {
    try {
      this.#context.peers.present(batch.presence);
      this.#show({ ...batch, states: batch.presence });
    } catch (error) {
      this.#context.failed(error);
    }
  }

  /** Presence said while something is being written: it waits for that, unless that takes long. */
  presenceMeanwhile(): void {
    if (this.#presenceFree || this.#context.journal.refusing !== undefined) this.presence();
  }

  /** Tells whose presence has changed. */
  presence(): void {
    this.#showPresence(this.#context.presence.takeChanged());
  }

  /** Tells whose presence on other nodes has changed: that was not said here behind anything that is being written. */
  presenceElsewhere(): void {
    const states = this.#context.presence.takeChangedElsewhere();
    if (states.length > 0) this.#showPresence(states);
  }

  /** The store takes long: from now on presence does not wait for it. */
  letPresenceGo(): void {
    const { journal } = this.#context;
    this.#presenceFree = journal.writing;
    this.#showPresence(journal.releasePresence());
    this.presence();
  }

  stop(): void {
    clearTimeout(this.#hold);
  }

  #showPresence(states: readonly SpokenState[]): void {
    this.#context.peers.present(states);
    this.#show({ updates: [], authors: NOBODY, states });
  }

  #show(shown: Shown): void {
    const { audience, presence, pulse } = this.#context;
    pulse.told(audience.show(shown, presence));
  }
}
