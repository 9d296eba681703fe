import type { Duplex } from 'node:stream';
import type { ServerLimits } from '../config.ts';

/** Connections that are being let in or turned away. */
export interface Pending {
  /** Whether there are as many as there may be. */
  readonly full: boolean;
  /** Keeps count of a connection until it is let in or gone. Returns what to call when it is let in. */
  add(connection: Duplex): () => void;
}

export function createPending(limits: Pick<ServerLimits, 'pendingSockets' | 'pendingMs'>): Pending {
  let count = 0;
  return {
    get full() {
      return count >= limits.pendingSockets;
    },
    add(connection) {
      count += 1;
      const deadline = setTimeout(() => connection.destroy(), limits.pendingMs);
      let released = false;
      const release = (): void => {
        if (released) return;
        released = true;
        clearTimeout(deadline);
        count -= 1;
      };
      connection.once('close', release);
      return release;
    },
  };
}
