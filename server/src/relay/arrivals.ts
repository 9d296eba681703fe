/** Which part of the longest window what other nodes say is gathered for in a busy room: they have gathered it before. */
const PART = 1 / 4;

export interface ArrivalsHost {
  /** Whether the room gathers at present. */
  readonly busy: () => boolean;
  readonly arrived: () => void;
}

/**
 * When a room shows what other nodes have said: at the end of the turn or, where it is busy, a few milliseconds
 * later together with what comes until then. A whole window for it would be the second one that it waits for.
 */
export class Arrivals {
  readonly #pause: number;
  readonly #host: ArrivalsHost;
  #cancel: (() => void) | undefined;

  /** @param windowMost the longest window, ms. */
  constructor(windowMost: number, host: ArrivalsHost) {
    this.#pause = windowMost * PART;
    this.#host = host;
  }

  /** Something came. */
  note(): void {
    if (this.#cancel !== undefined) return;
    const arrived = (): void => {
      this.#cancel = undefined;
      this.#host.arrived();
    };
    if (this.#host.busy()) {
      const timer = setTimeout(arrived, this.#pause);
      this.#cancel = () => clearTimeout(timer);
    } else {
      const turn = setImmediate(arrived);
      this.#cancel = () => clearImmediate(turn);
    }
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
