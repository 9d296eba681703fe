import type { Change, Line, NodePresence, Nodes } from '../cluster/index.ts';
import type { Log } from '../store/log.ts';
import type { AppendResult, SharedDocumentStore } from '../store/types.ts';
import { Chain } from './chain.ts';
import type { RelayMetrics } from './metrics.ts';
import type { Presence, SpokenState, Voice } from './presence.ts';
import type { Watch, Watched } from './watch.ts';

/** Other nodes that have the same document open, as a room sees them. */
export interface Peers {
  /** Everything up to this position that was written by whomever is in the document or in {@link take}. */
  readonly known: number;
  /** Whether {@link take} has something. */
  readonly waiting: boolean;
  /** The document is loaded up to `position`. */
  opened(position: number): void;
  /** The room has written something. */
  wrote(result: AppendResult): void;
  /** What it has written may be seen by all. */
  tell(updates: readonly Uint8Array[], result: AppendResult): void;
  /** Presence that people here get now: of those who are here, the others get it too. */
  present(states: readonly SpokenState[]): void;
  /** The room has compacted the document to so many bytes. */
  compacted(bytes: number): void;
  /** What others have written since the last call, to be applied now. */
  take(): readonly Uint8Array[];
  /** The store refuses the room's changes: it is to be told when it may take them again. */
  storeRefuses(): void;
  /** The room leaves memory. */
  close(): void;
}

/** What is told to the room. */
export interface PeersHost {
  /** There is something to {@link Peers.take}, or presence has changed. */
  heard(): void;
  /** Another node has compacted the document to so many bytes. */
  compactedElsewhere(bytes: number): void;
  /** The store answers again after it did not: what waits for it may be tried. */
  storeIsBack(): void;
}

/** What all rooms share that belong to a node among others. */
export interface Shared {
  readonly store: SharedDocumentStore;
  readonly nodes: Nodes;
  readonly watch: Watch;
}

/** For a node that is alone with its store: everything that is written is its own. */
export function noPeers(): Peers {
  let known = 0;
  return {
    get known() {
      return known;
    },
    waiting: false,
    opened(position) {
      known = position;
    },
    wrote({ position }) {
      known = position;
    },
    tell() {},
    present() {},
    compacted() {},
    take: () => [],
    storeRefuses() {},
    close() {},
  };
}

/** A person on another node. */
class Remote implements Voice {
  readonly session: Voice['session'];
  readonly #clients = new Set<number>();
  constructor(person: string) {
    this.session = { person: { id: person } };
  }

  /** Counts a state it is said to have. Returns whether it has any left. */
  count({ client, json }: NodePresence): boolean {
    if (json === 'null') this.#clients.delete(client);
    else this.#clients.add(client);
    return this.#clients.size > 0;
  }
}

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
  readonly #line: Line;
  readonly #chain = new Chain();
  /** The people of each voice that is heard. */
  readonly #voices = new Map<string, Map<string, Remote>>();
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
    this.#host = host;
    this.#log = log;
    this.#metrics = metrics;
    this.#line = shared.nodes.line(name, {
      changed: (change) => this.#changed(change),
      present: (voice, states, all) => this.#heardPresence(voice, states, all),
      left: (voice) => this.#left(voice),
      asked: () => this.#presentAll(),
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
    const ours = states.filter(isHere);
    if (ours.length === 0) return;
    this.#metrics.add('relay_node_messages_out_total', 1, 'presence');
    this.#line.present(ours.map(asSaid), false);
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

  #heardPresence(id: string, states: readonly NodePresence[], all: boolean): void {
    this.#metrics.add('relay_node_messages_in_total', 1, 'presence');
    const now = performance.now();
    const voice = this.#voices.get(id) ?? new Map<string, Remote>();
    this.#voices.set(id, voice);
    for (const state of states) {
      const person = voice.get(state.person) ?? new Remote(state.person);
      if (person.count(state)) voice.set(state.person, person);
      else voice.delete(state.person);
      this.#presence.hear(person, [state], now);
    }
    if (all) {
      const clients = new Set(states.map(({ client }) => client));
      const people = new Set(states.map(({ person }) => person));
      for (const [person, remote] of voice) {
        this.#presence.leave(remote, now, clients);
        if (!people.has(person)) voice.delete(person);
      }
    }
    if (this.#presence.hasChanged) this.#host.heard();
  }

  #left(id: string): void {
    for (const remote of this.#voices.get(id)?.values() ?? [])
      this.#presence.leave(remote, performance.now());
    this.#voices.delete(id);
    if (this.#presence.hasChanged) this.#host.heard();
  }

  #presentAll(): void {
    this.#line.present([...this.#presence.spoken()].filter(isHere).map(asSaid), true);
  }
}

function isHere({ speaker }: SpokenState): boolean {
  return !(speaker instanceof Remote);
}

function asSaid({ client, clock, json, speaker }: SpokenState): NodePresence {
  return { client, clock, json, person: speaker.session.person.id };
}
