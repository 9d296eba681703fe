import { CLOSE } from '@samenbord/shared/protocol';
import { StoreError } from '../store/types.ts';
import { type OpenDocument, type OpeningContext, openDocument } from './opening.ts';

/** What a stay tells its room. */
export interface StayHost {
  /** The document is there: people are served from now on. Once, and anew each time it was loaded again. */
  loaded(open: OpenDocument): void;
  /** It cannot be loaded, or not any more: whoever waits is closed with this code. {@link over} follows. */
  notLoaded(code: number): void;
  /** Whether nobody is there. */
  isEmpty(): boolean;
  /** Resolves when nothing is unsaved and what is worth it is compacted, before the room leaves memory. */
  settled(): Promise<void>;
  /** Whether nothing is unsaved. */
  isSaved(): boolean;
  /** The room has left memory. */
  over(): void;
}

/** A document's stay in memory, from loading it to letting it go. */
export class Stay {
  readonly #name: string;
  readonly #context: OpeningContext;
  readonly #host: StayHost;
  readonly #whenOpen: ((open: OpenDocument | undefined) => void)[] = [];
  #open: OpenDocument | undefined;
  #loading: Promise<void> = Promise.resolve();
  #linger: NodeJS.Timeout | undefined;
  #closing = false;
  #finished = false;

  constructor(name: string, context: OpeningContext, host: StayHost) {
    this.#name = name;
    this.#context = context;
    this.#host = host;
  }

  /** The document; `undefined` while it is being loaded and when it is over. */
  get open(): OpenDocument | undefined {
    return this.#open;
  }

  /** Resolves when no loading is under way. */
  get loading(): Promise<void> {
    return this.#loading;
  }

  /** Nothing more is taken. */
  get closing(): boolean {
    return this.#closing;
  }

  /** It has left memory. */
  get finished(): boolean {
    return this.#finished;
  }

  /** @throws {StoreError} when it cannot be loaded */
  async opened(): Promise<OpenDocument> {
    const open =
      this.#open ?? (await new Promise<OpenDocument | undefined>((done) => this.#whenOpen.push(done)));
    if (open === undefined)
      throw new StoreError(
        'unavailable',
        `document ${this.#name} could not be loaded; try again in a moment`,
      );
    return open;
  }

  /** Loads it; at first, and again after what was in memory is not the document any more. */
  begin(after: Promise<unknown>): void {
    this.#open?.document.destroy();
    this.#open = undefined;
    this.#loading = this.#load(after);
  }

  /** Somebody came: the room stays. */
  keep(): void {
    clearTimeout(this.#linger);
  }

  /** Nobody is there: the room leaves memory after a while, when all is saved. */
  lingerOn(): void {
    if (this.#finished || this.#closing) return;
    clearTimeout(this.#linger);
    this.#linger = setTimeout(() => void this.#leaveMemory(), this.#context.limits.linger).unref();
  }

  /** From now on nothing more is taken. */
  close(): void {
    this.#closing = true;
    clearTimeout(this.#linger);
  }

  /** Leaves memory at once. */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    clearTimeout(this.#linger);
    if (this.#open?.document.asleep) this.#context.metrics.move('relay_sleeping_rooms', -1);
    this.#open?.document.destroy();
    this.#open = undefined;
    for (const done of this.#whenOpen.splice(0)) done(undefined);
    this.#host.over();
  }

  async #load(after: Promise<unknown>): Promise<void> {
    const { log, metrics } = this.#context;
    const document = this.#name;
    const slow = setTimeout(() => {
      metrics.add('relay_store_errors_total', 1, 'load-slow');
      log.error(
        { document },
        'the store takes too long to load a document; who waits is asked to try again: check its disk, or the database',
      );
    }, this.#context.limits.storePatience).unref();
    let open: OpenDocument | 'over';
    try {
      await after;
      open = await openDocument(document, this.#context);
    } catch (error) {
      metrics.add('relay_store_errors_total', 1, 'load');
      log.error(
        { document, err: error },
        'a document cannot be loaded: nobody is shown an empty one in its place, they are asked to try again',
      );
      this.#notLoaded(CLOSE.tryAgain);
      return;
    } finally {
      clearTimeout(slow);
    }
    if (this.#finished) return;
    if (open === 'over') {
      this.#notLoaded(CLOSE.over);
      return;
    }
    this.#open = open;
    this.#host.loaded(open);
    for (const done of this.#whenOpen.splice(0)) done(open);
    if (this.#host.isEmpty()) this.lingerOn();
  }

  #notLoaded(code: number): void {
    this.#host.notLoaded(code);
    this.finish();
  }

  async #leaveMemory(): Promise<void> {
    await this.#host.settled();
    if (this.#finished || this.#closing || !this.#host.isEmpty()) return;
    if (this.#open === undefined || !this.#host.isSaved()) this.lingerOn();
    else this.finish();
  }
}
