import type { Notice } from '@samenbord/shared/protocol';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Connection, type ConnectionOptions, type ConnectionState, connect } from './connection.ts';
import { openPresence, type PresenceRoom } from './presence.ts';
import { type Readable, writable } from './readable.ts';
import { sameStatus, statusOf } from './status.ts';
import type { Me, Other, SaveStatus } from './types.ts';
import { guardUnsaved } from './unsaved.ts';

/**
 * A further document of a board, on a connection of its own: homework, or what one writes in a silent round.
 * What goes over it nobody else can see, and its end is not the end of the board.
 */
export interface BesideSource {
  readonly me: Me;
  readonly doc: Y.Doc;
  /** The document has arrived at least once. */
  readonly loaded: Readable<boolean>;
  /** `ended` with reason `over`: the document is no more, because its silent round was revealed or stopped. */
  readonly status: Readable<SaveStatus>;
  /** Who else has this document open; nobody where presence was not asked for. */
  readonly others: Readable<readonly Other[]>;
  /** Says something to those who have this document open; nothing where presence was not asked for. */
  announce: PresenceRoom['announce'];
  close(): void;
}

/** How a document beside the board is opened. */
export interface BesideOptions {
  /** The document's name, as `documents` of the join answer or the round gives it. */
  readonly name: string;
  /** Whether those who have it open see each other. */
  readonly presence: boolean;
}

/** A {@link BesideSource} with what the board's session has to do with it. */
interface Beside extends BesideSource {
  readonly connection: Connection;
  readonly room: PresenceRoom | undefined;
}

/** All documents that are open beside one board. */
export interface Besides {
  open(options: BesideOptions): BesideSource;
  connections(): readonly Connection[];
  /** How the connections stand of those that have not ended: an end here is its own affair. */
  states(): readonly ConnectionState[];
  /** Where this person is seen. */
  rooms(): readonly PresenceRoom[];
  /** Connects those again that ended, but for what is over. */
  resume(): void;
  close(): void;
}

/** @param onState called whenever one of their connections changed */
export function createBesides(wire: Wire, me: Me, onState: () => void): Besides {
  const all = new Set<Beside>();
  const connections = (): Connection[] => [...all].map(({ connection }) => connection);
  return {
    open(options) {
      const beside = openBeside(wire, me, options, onState);
      all.add(beside);
      return {
        ...beside,
        close() {
          all.delete(beside);
          beside.close();
          onState();
        },
      };
    },
    connections,
    states: () =>
      connections()
        .map(({ state }) => state.get())
        .filter(({ phase }) => phase !== 'ended'),
    rooms: () => [...all].map(({ room }) => room).filter((room) => room !== undefined),
    resume() {
      for (const connection of connections())
        if (connection.state.get().ended !== 'over') connection.resume();
    },
    close() {
      for (const beside of all) beside.close();
      all.clear();
    },
  };
}

type Wire = Pick<ConnectionOptions, 'url' | 'params' | 'heartbeat'>;

/** Connects one more document. */
function openBeside(wire: Wire, me: Me, options: BesideOptions, onState: () => void): Beside {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const room = options.presence ? openPresence(awareness, me) : undefined;
  if (room === undefined) awareness.setLocalState(null);
  const connection = connect({
    ...wire,
    name: options.name,
    doc,
    awareness,
    onNotice: (notice: Notice) => {
      // From here on nothing of this document would be saved: say so, do not let somebody work on.
      if (notice.code === 'refused') connection.end(notice.reason === 'too-large' ? 'full' : 'refused');
      if (notice.code === 'read-only') connection.end('forbidden');
    },
  });
  const loaded = writable(false);
  const status = writable<SaveStatus>({ kind: 'saved' });
  const stop = connection.state.subscribe(() => {
    const state = connection.state.get();
    if (state.loaded) loaded.set(true);
    const next = statusOf([state]);
    if (!sameStatus(next, status.get())) status.set(next);
    onState();
  });
  const stopGuard = guardUnsaved(status);
  return {
    me,
    doc,
    loaded,
    status,
    others: room?.others ?? writable<readonly Other[]>([]),
    announce: (change) => room?.announce(change),
    connection,
    room,
    close() {
      stop();
      stopGuard();
      room?.close();
      connection.close();
      doc.destroy();
    },
  };
}
