import type { Notice } from '@samenbord/shared/protocol';
import type { Connection } from './connection.ts';
import { type PresenceState, presenceFrame, updateFrame } from './frames.ts';
import type { Batch } from './journal.ts';
import type { Presence } from './presence.ts';

/** The connections of a room, as receivers: each message is encoded once and handed to all. */
export class Audience {
  readonly #connections = new Set<Connection>();

  add(connection: Connection): void {
    this.#connections.add(connection);
  }

  delete(connection: Connection): void {
    this.#connections.delete(connection);
  }

  get size(): number {
    return this.#connections.size;
  }

  /** A copy, so that connections may leave while it is gone through. */
  all(): readonly Connection[] {
    return [...this.#connections];
  }

  notice(notice: Notice): void {
    for (const connection of this.all()) connection.notice(notice);
  }

  /** Sends a written batch to all who have the document, but not to who alone made it. */
  update({ updates, authors }: Batch): void {
    const only = authors.size === 1 ? authors.values().next().value : undefined;
    for (const update of updates) {
      const frame = updateFrame(update);
      for (const connection of this.all())
        if (connection.joined && connection !== only) connection.outbox.update(frame, update);
    }
  }

  /** Sends presence to all but one whom it is all about. */
  presence(states: readonly PresenceState[], presence: Presence): void {
    if (states.length === 0 || this.#connections.size === 0) return;
    const frame = presenceFrame(states);
    for (const connection of this.all())
      if (connection.opened && !presence.isOnly(connection, states))
        connection.outbox.presence(frame, states);
  }
}
