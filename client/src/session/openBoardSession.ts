import { boardDocument, tableDocument } from '@samenbord/shared/board';
import type { Notice } from '@samenbord/shared/protocol';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type BesideOptions, type BesideSource, createBesides } from './beside.ts';
import { type Connection, connect } from './connection.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import { openPresence } from './presence.ts';
import { type Readable, writable } from './readable.ts';
import { sameStatus, statusOf } from './status.ts';
import type { Me, SaveStatus, SessionHandle } from './types.ts';
import { guardUnsaved } from './unsaved.ts';

/** The documents of one board and what one has to know to draw and change them. */
export interface BoardSource {
  readonly board: string;
  readonly me: Me;
  readonly documents: { readonly board: Y.Doc; readonly table: Y.Doc };
  /** All documents have arrived at least once. */
  readonly loaded: Readable<boolean>;
  /** The facilitator froze the board for this person: it may only be read until that ends. Never, when absent. */
  readonly frozen?: Readable<boolean>;
}

export interface BoardSession extends SessionHandle, BoardSource {
  /** The board is near the size at which it can only be read and made smaller. */
  readonly nearlyFull: Readable<boolean>;
  /**
   * Connects again after the status was `ended`, once the reason is gone (joined anew, so that there is a
   * new cookie). What waited in the open page goes along. Before that nothing is lost, only unsent.
   */
  resume(): void;
  /** Opens a further document of this board. What waits in it counts in this session's status too. */
  openBeside(options: BesideOptions): BesideSource;
  /** The ticket of this page where the browser keeps no cookies: calls to the API go with it. */
  readonly ticket: string | undefined;
}

export interface SessionOptions {
  readonly board: string;
  readonly me: Me;
  /** Names of the documents this person may open, as `join` gave them. */
  readonly documents: readonly string[];
  /** The server's WebSocket address, `wss://host`; by default where the page came from. */
  readonly url?: string;
  /** Query parameters of every connection: `{ticket}` where there is no cookie (programs, tests). */
  readonly params?: Readonly<Record<string, string>>;
  readonly heartbeat?: HeartbeatTimes;
}

/**
 * Opens a board: connects its documents, keeps them connected, follows who is there and what is saved.
 * Returns at once; the documents fill when they arrive (`loaded`). In a browser it also makes closing the
 * page ask first while changes wait, and takes this person out of sight when the page is left.
 */
export function openBoardSession(options: SessionOptions): BoardSession {
  const { board, me } = options;
  const documents = { board: new Y.Doc(), table: new Y.Doc() };
  const awareness = new Awareness(documents.board);
  const presence = openPresence(awareness, me);
  // A document without presence of its own; y-websocket wants one all the same.
  const silent = new Awareness(documents.table);
  silent.setLocalState(null);

  const shared = connecting(options);
  const connections: Connection[] = [];
  const onNotice = (notice: Notice): void => {
    // From here on nothing of this page would be saved: say so, do not let somebody work on.
    if (notice.code === 'refused') connections[0]?.end(notice.reason === 'too-large' ? 'full' : 'refused');
    if (notice.code === 'read-only' && me.role !== 'observer') connections[0]?.end('forbidden');
  };
  const names = { board: boardDocument(board), table: tableDocument(board) };
  connections.push(connect({ ...shared, name: names.board, doc: documents.board, awareness, onNotice }));
  if (options.documents.includes(names.table)) {
    connections.push(connect({ ...shared, name: names.table, doc: documents.table, awareness: silent }));
  }

  const status = writable<SaveStatus>({ kind: 'saved' });
  const loaded = writable(false);
  const nearlyFull = writable(false);
  const frozen = writable(false);
  let resuming = false;
  const follow = (): void => {
    if (resuming) return;
    const states = connections.map((connection) => connection.state.get());
    if (states.every((state) => state.loaded)) loaded.set(true);
    nearlyFull.set(states.some((state) => state.nearlyFull === true));
    frozen.set(states.some((state) => state.frozen));
    const next = statusOf([...states, ...besides.states()]);
    if (!sameStatus(next, status.get())) status.set(next);
    // One that ended takes the others along: half a board would be worse than none.
    if (next.kind !== 'ended') return;
    for (const connection of [...connections, ...besides.connections()])
      if (connection.state.get().phase !== 'ended') connection.end(next.reason);
  };
  const besides = createBesides(shared, me, follow);
  for (const connection of connections) connection.state.subscribe(follow);

  const stopGuard = guardUnsaved(status);
  const stopPage = followPage({
    wake: () => {
      for (const connection of [...connections, ...besides.connections()]) connection.wake();
    },
    leave: () => {
      for (const room of [presence, ...besides.rooms()]) room.vanish();
    },
    back: () => {
      for (const room of [presence, ...besides.rooms()]) room.appear();
    },
  });

  return {
    board,
    me,
    documents,
    loaded,
    nearlyFull,
    frozen,
    status,
    others: presence.others,
    announce: presence.announce,
    ticket: options.params?.ticket,
    openBeside: besides.open,
    resume() {
      // Together, or the first to resume would be ended again by those that have not yet.
      resuming = true;
      for (const connection of connections) connection.resume();
      besides.resume();
      resuming = false;
      follow();
    },
    close() {
      stopGuard();
      stopPage();
      besides.close();
      presence.close();
      for (const connection of connections) connection.close();
      documents.board.destroy();
      documents.table.destroy();
    },
  };
}

/** What all connections of a session have in common. */
const connecting = ({ url, params, heartbeat }: SessionOptions) => ({
  url: `${url ?? webSocketOrigin()}/relay`,
  ...(params ? { params } : {}),
  ...(heartbeat ? { heartbeat } : {}),
});

function webSocketOrigin(): string {
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}`;
}

/** Follows what happens to the page itself; does nothing where there is none. */
function followPage(on: { wake: () => void; leave: () => void; back: () => void }): () => void {
  if (typeof window === 'undefined') return () => {};
  const shown = (): void => {
    if (!document.hidden) on.wake();
  };
  const back = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    on.back();
    on.wake();
  };
  window.addEventListener('online', on.wake);
  // Not taken as "the server is away", which may run on this very machine: only a reason to ask.
  window.addEventListener('offline', on.wake);
  window.addEventListener('pagehide', on.leave);
  window.addEventListener('pageshow', back);
  document.addEventListener('visibilitychange', shown);
  return () => {
    window.removeEventListener('online', on.wake);
    window.removeEventListener('offline', on.wake);
    window.removeEventListener('pagehide', on.leave);
    window.removeEventListener('pageshow', back);
    document.removeEventListener('visibilitychange', shown);
  };
}
