import * as Y from 'yjs';
import { TestClient } from '../../relay/support/client.ts';
import { until } from '../../relay/support/until.ts';

/**
 * A person who keeps a document through every lost connection and comes back on whichever node answers, as a
 * page does, and who remembers what was acknowledged.
 */
export class Wanderer {
  readonly doc = new Y.Doc();
  readonly #urls: () => readonly string[];
  readonly #random: () => number;
  /** Changes made, oldest first: what was sent on which connection, and as which of its messages. */
  readonly #made: {
    readonly key: string;
    readonly value: unknown;
    readonly client: TestClient;
    readonly number: number;
  }[] = [];
  #client: TestClient;
  #timer: NodeJS.Timeout;

  /** @param urls of the document on the nodes that are there. */
  constructor(urls: () => readonly string[], random: () => number) {
    this.#urls = urls;
    this.#random = random;
    this.#client = this.#connect();
    this.#timer = setInterval(() => this.#comeBack(), 10);
  }

  get stickers(): Y.Map<unknown> {
    return this.doc.getMap('stickers');
  }

  /** Whether it has its document, all it made is acknowledged, and the connection holds. */
  get settled(): boolean {
    return this.#isOpen && this.#client.synced && this.#client.acknowledged === this.#client.sent;
  }

  get #isOpen(): boolean {
    return this.#client.closeCode === undefined;
  }

  set(key: string, value: unknown): void {
    const client = this.#client;
    // What is made while there is no connection goes along with the answer to the relay's question.
    const isOpen = client.socket.readyState === client.socket.OPEN;
    this.doc.transact(() => this.stickers.set(key, value), isOpen ? undefined : client);
    if (isOpen) this.#made.push({ key, value, client, number: client.sent });
  }

  /** What was acknowledged up to now. */
  acknowledged(): ReadonlyMap<string, unknown> {
    return new Map(
      this.#made
        .filter(({ client, number }) => client.acknowledged >= number)
        .map(({ key, value }) => [key, value]),
    );
  }

  /** Loses the connection, as on a train. */
  drop(): void {
    this.#client.socket.terminate();
  }

  leave(): void {
    clearInterval(this.#timer);
    this.#client.socket.terminate();
  }

  whenSettled(): Promise<boolean> {
    return until('all of it is acknowledged', () => this.settled);
  }

  #connect(): TestClient {
    const urls = this.#urls();
    const url = urls[Math.floor(this.#random() * urls.length)];
    if (url === undefined) throw new Error('no node is there');
    return new TestClient(url, { doc: this.doc });
  }

  #comeBack(): void {
    if (this.#isOpen) return;
    // A client listens to its document for as long as that lives; a new one takes over from it.
    this.doc._observers.delete('update');
    this.#client = this.#connect();
  }
}
