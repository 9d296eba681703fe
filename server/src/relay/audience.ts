import type { Notice } from '@samenbord/shared/protocol';
import type { Connection } from './connection.ts';
import type { PresenceState } from './frames.ts';
import { News } from './news.ts';
import type { Presence } from './presence.ts';

/** What is shown to a room at one moment. */
export interface Shown {
  readonly updates: readonly Uint8Array[];
  /** Who made the updates. */
  readonly authors: ReadonlySet<unknown>;
  readonly states: readonly PresenceState[];
}

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

  /** Closes all of them. */
  close(code: number): void {
    for (const connection of this.all()) connection.close(code);
  }

  notice(notice: Notice): void {
    for (const connection of this.all()) connection.notice(notice);
  }

  /**
   * Shows written updates to all who have the document but to who alone made them, and presence to all but one
   * whom it is all about. Acknowledgements that wait go along.
   * @returns how many were told something.
   */
  show({ updates, authors, states }: Shown, presence: Presence): number {
    const only = authors.size === 1 ? authors.values().next().value : undefined;
    const news = new News(updates, states);
    let told = 0;
    for (const connection of this.all()) {
      if (!connection.opened) continue;
      const parts = {
        updates: updates.length > 0 && connection.joined && connection !== only,
        presence: states.length > 0 && !presence.isOnly(connection, states),
      };
      connection.outbox.tell(news, parts);
      if (parts.updates || parts.presence) told++;
    }
    return told;
  }

  /** Sends the acknowledgements that wait for something to go along with. */
  acknowledge(): void {
    for (const connection of this.all()) connection.outbox.sendAck();
  }
}
