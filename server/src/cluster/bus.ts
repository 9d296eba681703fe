/** What a subscriber is told. Must not throw. */
export interface Subscriber {
  /** Somebody said this, perhaps the node itself. The bytes are the subscriber's own. */
  heard(message: Uint8Array): void;
  /** From now on what is said is heard: called at first, and again whenever something may have been missed. */
  ready(): void;
}

/**
 * Carries messages between nodes. It only carries: a message may be lost, a whole minute of them may be, and
 * nobody is told. What one node says on a channel comes in its order as far as it comes.
 */
export interface Bus {
  /** Listens to a channel. Returns what ends that. One subscriber per channel. */
  subscribe(channel: string, subscriber: Subscriber): () => void;
  /** Says something to all who listen. */
  publish(channel: string, message: Uint8Array): void;
  /** Nothing has come back for a while: starts its connections anew. */
  renew(): void;
  close(): Promise<void>;
}
