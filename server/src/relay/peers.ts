import type { Nodes } from '../cluster/index.ts';
import type { AppendResult, SharedDocumentStore } from '../store/types.ts';
import type { SpokenState } from './presence.ts';
import type { Watch } from './watch.ts';

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
