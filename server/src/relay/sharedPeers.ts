import type { Change, Line, NodePresence } from '../cluster/index.ts';
import type { Log } from '../store/log.ts';
import type { AppendResult } from '../store/types.ts';
import { Chain } from './chain.ts';
import type { RelayMetrics } from './metrics.ts';
import type { Peers, PeersHost, Shared } from './peers.ts';
import type { Presence, SpokenState } from './presence.ts';
import { RemoteVoices, saidHere } from './remoteVoices.ts';
import type { Watched } from './watch.ts';

/**
 * Keeps a room in step with the other nodes. They say on the bus what they have written, with its place in
 * the document's row of positions; what is lost on the way shows as a gap in that row, or as a newer position
 * in the store, and is loaded from there. The bus is never relied on for more than being quick.
 */
export class SharedPeers implements Peers, Watched {
  readonly name: string;
  readonly #shared: Shared;
  readonly #presence: Presence;
  readonly #log: Log;
  readonly #metrics: RelayMetrics;
  readonly #host: PeersHost;
  readonly #voices: RemoteVoices;
  readonly #line: Line;
  readonly #chain = new Chain();
  #incoming: Change[] = [];
  #opened = false;
  #closed = false;
  #catchingUp = false;
  /** Why to catch up once more, for what was not there yet when the store was asked. */
  #catchUpAgain: string | undefined;
  #gap: NodeJS.Timeout | undefined;

  constructor(
    name: string,
    shared: Shared,
    presence: Presence,
    host: PeersHost,
    log: Log,
    metrics: RelayMetrics,
  ) {
    this.name = name;
    this.#shared = shared;
    this.#presence = presence;
    this.#voices = new RemoteVoices(presence);
    this.#host = host;
    this.#log = log;
    this.#metrics = metrics;
    this.#line = shared.nodes.line(name, {
      changed: (change) => this.#changed(change),
      present: (voice, states, all) => this.#heardPresence(voice, states, all),
      left: (voice) => this.#voiceLeft(voice),
      asked: () => this.#line.present(saidHere(presence.spoken()), true),
      compacted: (bytes) => host.compactedElsewhere(bytes),
      doubt: () => this.#check(),
    });
    shared.watch.add(this);
  }

  get known(): number {
    return this.#chain.known;
  }

  get waiting(): boolean {
    return this.#incoming.length > 0;
  }

  opened(position: number): void {
    this.#chain.start(position);
    this.#opened = true;
    // What was written while it was loaded may have been said before anybody listened here.
    this.#check();
  }

  wrote({ position, previous = 0 }: AppendResult): void {
    this.#chain.add({ position, previous });
    this.#lookForGap();
  }

  tell(updates: readonly Uint8Array[], { position, previous = 0 }: AppendResult): void {
    this.#metrics.add('relay_node_messages_out_total', 1, 'change');
    this.#line.changed({ position, previous, updates });
  }

  present(states: readonly SpokenState[]): void {
    const ours = saidHere(states);
    if (ours.length === 0) return;
    this.#metrics.add('relay_node_messages_out_total', 1, 'presence');
    this.#line.present(ours, false);
  }

  compacted(bytes: number): void {
    this.#line.compacted(bytes);
  }

  take(): readonly Uint8Array[] {
    const incoming = this.#incoming;
    this.#incoming = [];
    const updates = incoming.flatMap((change) => (this.#chain.add(change) ? change.updates : []));
    this.#lookForGap();
    return updates;
  }

  head(position: number): void {
    if (this.#opened && position > this.#newestHeard()) void this.#catchUp('check');
  }

  storeRefuses(): void {
    this.#shared.watch.storeRefuses();
  }

  storeIsBack(): void {
    this.#host.storeIsBack();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#gap);
    this.#shared.watch.delete(this);
    this.#line.close();
  }

  #changed(change: Change): void {
    this.#metrics.add('relay_node_messages_in_total', 1, 'change');
    // Before the document is loaded it is not known what is news; afterwards the store is asked.
    if (!this.#opened || change.position <= this.#chain.known) return;
    if (change.updates.length === 0) {
      void this.#catchUp('large');
      return;
    }
    this.#incoming.push(change);
    this.#host.heard();
  }

  #check(): void {
    if (this.#opened && !this.#closed) this.#shared.watch.ask(this);
  }

  /** What will be known once all that has come is taken. */
  #newestHeard(): number {
    const heard = new Chain();
    heard.start(this.#chain.known);
    for (const change of this.#incoming) heard.add(change);
    return heard.known;
  }

  #lookForGap(): void {
    if (!this.#chain.hasGap || this.#closed) {
      clearTimeout(this.#gap);
      this.#gap = undefined;
      return;
    }
    this.#gap ??= setTimeout(() => {
      this.#gap = undefined;
      if (this.#chain.hasGap) void this.#catchUp('gap');
    }, this.#shared.nodes.paces.gap).unref();
  }

  async #catchUp(why: string): Promise<void> {
    if (this.#closed) return;
    if (this.#catchingUp) {
      this.#catchUpAgain = why;
      return;
    }
    this.#catchingUp = true;
    this.#metrics.add('relay_catch_ups_total', 1, why);
    const previous = this.#chain.known;
    try {
      const newer = await this.#shared.store.loadAfter(this.name, previous);
      if (newer !== undefined && !this.#closed && this.#opened) {
        const { snapshot, updates, position } = newer;
        this.#incoming.push({
          previous,
          position,
          updates: snapshot === undefined ? updates : [snapshot, ...updates],
        });
        this.#host.heard();
      }
    } catch (error) {
      // The next look at the store's newest position leads here again.
      this.#metrics.add('relay_store_errors_total', 1, 'catch-up');
      this.#log.warn({ document: this.name, err: error }, 'changes of other nodes could not be loaded yet');
    }
    this.#catchingUp = false;
    const again = this.#catchUpAgain;
    this.#catchUpAgain = undefined;
    if (again !== undefined) void this.#catchUp(again);
  }

  #heardPresence(voice: string, states: readonly NodePresence[], all: boolean): void {
    this.#metrics.add('relay_node_messages_in_total', 1, 'presence');
    this.#voices.hear(voice, states, all);
    if (this.#presence.hasChanged) this.#host.heard();
  }

  #voiceLeft(voice: string): void {
    this.#voices.left(voice);
    if (this.#presence.hasChanged) this.#host.heard();
  }
}
