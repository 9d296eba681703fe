import { boardFromFile, SCHEMA_VERSION } from '@samenbord/shared/board';
import { CLOSE } from '@samenbord/shared/protocol';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openBoard } from '../../client/src/board/index.ts';
import { type Me, openBoardSession, type SaveStatus } from '../../client/src/session/index.ts';
import { pauseBefore } from '../../client/src/session/reconnect.ts';
import { memoryStore, StoreError } from '../../server/src/store/index.ts';
import { type RelayServer, startRelay } from './relayServer.ts';

/** The client's session against the real relay, over real sockets. */

const BOARD = 'board-1';
const SHEET = 'brengen-halen' as const;
const QUICK = { quiet: 60, quietWhileWaiting: 30, patience: 60 };

function documents() {
  const partners = [{ name: 'Gemeente' }, { name: 'School' }];
  const stickers = [{ id: 'a', template: SHEET, region: 'core.essence', text: 'samen' }];
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  const { board, table } = boardFromFile({ title: 'T', partners, stickers }, { now: 1, newId });
  return { [BOARD]: board, [`${BOARD}/table`]: table };
}

function come(server: RelayServer, name = 'Noor', heartbeat?: typeof QUICK) {
  const me: Me = { id: name.toLowerCase(), name, role: 'facilitator' };
  const session = openBoardSession({
    board: BOARD,
    me,
    params: { name },
    documents: [BOARD, `${BOARD}/table`],
    url: server.url,
    ...(heartbeat ? { heartbeat } : {}),
  });
  const board = openBoard(session);
  onTestFinished(() => {
    board.close();
    session.close();
  });
  const move = (x: number): void => board.commands.moveStickers(SHEET, new Map([['a', { x, y: 900 }]]));
  const x = (): number => Math.round(board.view.get().byId.get('a')?.center.x ?? 0);
  return { session, board, move, x };
}
type Visitor = ReturnType<typeof come>;

/** Waits for a condition; no test here waits for a time. */
const until = (holds: () => unknown): Promise<void> =>
  vi.waitFor(
    () => {
      if (!holds()) throw new Error(`still waiting for: ${holds}`);
    },
    { timeout: 10_000, interval: 5 },
  );
const status = ({ session }: Visitor): SaveStatus => session.status.get();
const loaded = (...visitors: Visitor[]) =>
  until(() => visitors.every(({ board }) => board.view.get().loaded));
const saved = (...visitors: Visitor[]) => until(() => visitors.every((one) => status(one).kind === 'saved'));

describe('a session', () => {
  it('loads the board, and what one does the other sees, saved', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server), come(server, 'Sam')];
    expect(noor.board.view.get().loaded).toBe(false);
    expect(status(noor)).toEqual({ kind: 'saved' });
    await loaded(noor, sam);
    expect(noor.board.view.get()).toMatchObject({ title: 'T', access: 'write', unreadable: 0 });
    const statuses: SaveStatus[] = [];
    noor.session.status.subscribe(() => statuses.push(status(noor)));
    noor.move(1_000);
    await until(() => sam.x() === 1_000);
    await until(() => statuses.length === 2);
    expect(statuses).toEqual([{ kind: 'saving', waiting: 1 }, { kind: 'saved' }]);
    expect(status(sam)).toEqual({ kind: 'saved' });
  });

  it('does not say saved before the disk has it', async () => {
    const store = memoryStore();
    let open = (): void => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    const server = await startRelay(documents(), {
      ...store,
      synced: (position) => (position > 2 ? gate.then(() => store.synced(position)) : store.synced(position)),
    });
    const [noor, sam] = [come(server), come(server, 'Sam')];
    await loaded(noor, sam);
    noor.move(1_000);
    await until(() => sam.x() === 1_000);
    noor.move(2_000);
    await until(() => sam.x() === 2_000);
    expect(status(noor)).toEqual({ kind: 'saving', waiting: 2 });
    open();
    await saved(noor);
  });

  it('goes on offline, counts what waits, and comes back by itself with it', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server), come(server, 'Sam')];
    await loaded(noor, sam);
    await server.kill();
    await until(() => status(noor).kind === 'offline');
    expect(status(noor)).toEqual({ kind: 'offline', waiting: 0 });
    noor.move(1_000);
    noor.board.commands.setSize(['a'], 'S');
    const text = noor.board.commands.openText('a');
    text?.edit('samen sterk', 11);
    text?.close();
    await until(() => 'waiting' in status(noor) && (status(noor) as { waiting: number }).waiting === 3);
    const theirs = sam.board.commands.openText('a');
    theirs?.edit('nu samen', 3);
    theirs?.close();
    await server.restart();
    await saved(noor, sam);
    await until(() => sam.x() === 1_000);
    for (const { board } of [noor, sam]) {
      await until(() => board.view.get().byId.get('a')?.text === 'nu samen sterk');
      expect(board.view.get().byId.get('a')?.size).toBe('S');
    }
  });

  it('tries to come back after a pause with chance in it, so that not all come at once', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server), come(server, 'Sam')];
    await loaded(noor, sam);
    const chances = [0, 0.5, 0.25, 1];
    const chance = vi.spyOn(Math, 'random').mockImplementation(() => chances.shift() ?? 0);
    const timers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => {
      chance.mockRestore();
      timers.mockRestore();
    });
    await server.kill();
    await until(() => [noor, sam].every((one) => status(one).kind === 'offline'));
    // A provider hands itself to the timer of its next attempt.
    const pauses = () =>
      timers.mock.calls
        .map((call): readonly unknown[] => call)
        .filter(([, , provider]) => provider instanceof WebsocketProvider)
        .map(([, ms]) => ms);
    await until(() => pauses().length >= 4);
    const expected = [0, 0.25, 0.5, 1].map((one) => pauseBefore(0, one));
    expect(
      pauses()
        .slice(0, 4)
        .toSorted((a, b) => Number(b) - Number(a)),
    ).toEqual(expected);
    await server.restart();
    await saved(noor, sam);
  });

  it('says that the server cannot write, and when it can again', async () => {
    const store = memoryStore();
    let full = false;
    const server = await startRelay(documents(), {
      ...store,
      append: (document, updates) =>
        full ? Promise.reject(new StoreError('disk-full', 'no space')) : store.append(document, updates),
    });
    const noor = come(server);
    await loaded(noor);
    full = true;
    noor.move(1_000);
    await until(() => status(noor).kind === 'server-trouble');
    expect(status(noor)).toEqual({ kind: 'server-trouble', waiting: 1, reason: 'disk-full' });
    full = false;
    await saved(noor);
  });

  it('that was told to go stays away with all it has, and can be taken up again', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server), come(server, 'Sam')];
    await loaded(noor, sam);
    server.relay().disconnect((_session, document) => document === BOARD, CLOSE.withdrawn);
    await until(() => status(noor).kind === 'ended');
    noor.move(1_000);
    await until(() => (status(noor) as { waiting?: number }).waiting === 1);
    expect(status(noor)).toEqual({ kind: 'ended', waiting: 1, reason: 'withdrawn' });
    for (const { session } of [noor, sam]) session.resume();
    await saved(noor, sam);
    await until(() => sam.x() === 1_000);
  });

  it.each([
    [CLOSE.unauthorised, 'unauthorised'],
    [CLOSE.forbidden, 'forbidden'],
    [CLOSE.noBoard, 'no-board'],
    [CLOSE.malformed, 'refused'],
  ])('ends at close code %i, also when only the table was closed: %s', async (code, reason) => {
    const server = await startRelay(documents());
    const noor = come(server);
    await loaded(noor);
    server.relay().disconnect((_session, document) => document !== BOARD, code);
    await until(() => status(noor).kind === 'ended');
    expect(status(noor)).toEqual({ kind: 'ended', waiting: 0, reason });
  });

  it.each([CLOSE.tooSlow, CLOSE.restarting, CLOSE.tryAgain])(
    'comes back after close code %i',
    async (code) => {
      const server = await startRelay(documents());
      const noor = come(server);
      await loaded(noor);
      server.relay().disconnect(() => true, code);
      await until(() => status(noor).kind === 'offline');
      noor.move(1_000);
      await saved(noor);
    },
  );

  it('finds out that its connection is dead although nobody closed it', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server, 'Noor', QUICK), come(server, 'Sam', QUICK)];
    await loaded(noor, sam);
    const statuses: SaveStatus['kind'][] = [];
    noor.session.status.subscribe(() => statuses.push(status(noor).kind));
    server.freeze();
    noor.move(1_000);
    await until(() => sam.x() === 1_000);
    await saved(noor);
    expect(statuses).toContain('offline');
  });

  it('is read-only on a board of a newer schema', async () => {
    const { [BOARD]: board = new Uint8Array(), ...rest } = documents();
    const newer = new Y.Doc();
    Y.applyUpdate(newer, board);
    newer.getMap('meta').set('schema', SCHEMA_VERSION + 1);
    const server = await startRelay({ ...rest, [BOARD]: Y.encodeStateAsUpdate(newer) });
    const noor = come(server);
    await loaded(noor);
    expect(noor.board.view.get().access).toBe('newer-schema');
  });
});

describe('presence', () => {
  const names = ({ session }: Visitor): string[] =>
    session.others
      .get()
      .map(({ presence }) => presence.user.name)
      .sort();

  it('shows everybody else, also one’s own other tab, until they leave', async () => {
    const server = await startRelay(documents());
    const [noor, tab, sam] = [come(server), come(server), come(server, 'Sam')];
    await until(() => names(noor).join() === 'Noor,Sam');
    sam.session.announce({ drag: { sheet: SHEET, stickers: [{ id: 'a', x: 1, y: 2 }] } });
    await until(() => noor.session.others.get().some(({ presence }) => presence.drag?.stickers[0]?.x === 1));
    tab.session.close();
    await until(() => names(noor).join() === 'Sam');
  });

  it('is there again after the connection was lost', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server), come(server, 'Sam')];
    await until(() => names(noor).join() === 'Sam' && names(sam).join() === 'Noor');
    server.relay().disconnect(({ person }) => person.id === 'noor', CLOSE.tooSlow);
    await until(() => names(noor).join() === '' && names(sam).join() === '');
    await until(() => names(noor).join() === 'Sam' && names(sam).join() === 'Noor');
    server.relay().disconnect(() => true, CLOSE.tooSlow);
    await until(() => names(noor).join() === '' && names(sam).join() === '');
    await until(() => names(noor).join() === 'Sam' && names(sam).join() === 'Noor');
    sam.session.announce({ typing: { sticker: 'a' } });
    await until(() => noor.session.others.get()[0]?.presence.typing?.sticker === 'a');
  });
});

describe('the page', () => {
  /** As much of a browser as the session looks at. */
  function page() {
    const [window, document] = [new EventTarget(), Object.assign(new EventTarget(), { hidden: false })];
    vi.stubGlobal('window', window);
    vi.stubGlobal('document', document);
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    return { window, document };
  }

  it('that is left takes its person out of sight, and shows them again when it comes back', async () => {
    const server = await startRelay(documents());
    const sam = come(server, 'Sam');
    const { window } = page();
    come(server);
    await until(() => sam.session.others.get().length === 1);
    window.dispatchEvent(new Event('pagehide'));
    await until(() => sam.session.others.get().length === 0);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await until(() => sam.session.others.get().length === 1);
  });

  it.each(['online', 'offline', 'visibilitychange'])(
    'that hears %s looks whether its connection lives',
    async (what) => {
      const { window, document } = page();
      const server = await startRelay(documents());
      const never = 1e9;
      const noor = come(server, 'Noor', { quiet: never, quietWhileWaiting: 40, patience: 60 });
      await loaded(noor);
      const statuses: SaveStatus['kind'][] = [];
      noor.session.status.subscribe(() => statuses.push(status(noor).kind));
      server.freeze();
      (what === 'visibilitychange' ? document : window).dispatchEvent(new Event(what));
      await until(() => statuses.includes('offline'));
      await saved(noor);
    },
  );

  it('asks before it is closed with unsaved work', async () => {
    const { window } = page();
    const server = await startRelay(documents());
    const noor = come(server);
    await loaded(noor);
    const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).toBe(false);
    await server.kill();
    await until(() => status(noor).kind === 'offline');
    noor.move(1_000);
    await until(asks);
    await server.restart();
    await saved(noor);
    expect(asks()).toBe(false);
  });
});

describe('a frozen board', () => {
  const access = ({ board }: Visitor) => board.view.get().access;

  it('can be looked at, keeps what was under way, and sends it when that ends', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server), come(server, 'Sam')];
    await loaded(noor, sam);
    server.hold(BOARD, true);
    // She does not know yet.
    noor.move(1_000);
    await until(() => access(noor) === 'frozen');
    expect(status(noor)).toEqual({ kind: 'frozen', waiting: 1 });
    noor.move(2_000);
    expect(noor.x()).toBe(1_000);
    server.hold(BOARD, false);
    await until(() => sam.x() === 1_000);
    await saved(noor);
    expect([access(noor), access(sam)]).toEqual(['write', 'write']);
    noor.move(2_000);
    await until(() => sam.x() === 2_000);
  });

  it('that one comes back to is still frozen, and what was done meanwhile goes later', async () => {
    const server = await startRelay(documents());
    const [noor, sam] = [come(server), come(server, 'Sam')];
    await loaded(noor, sam);
    server.hold(BOARD, true);
    await until(() => access(noor) === 'frozen');
    await server.kill();
    await until(() => status(noor).kind === 'offline');
    expect(access(noor)).toBe('frozen');
    await server.restart();
    await until(() => status(noor).kind === 'frozen' && status(sam).kind === 'frozen');
    server.hold(BOARD, false);
    await until(() => access(noor) === 'write');
    noor.move(1_000);
    await until(() => sam.x() === 1_000);
  });

  it('that was unfrozen meanwhile can be written when one is back', async () => {
    const server = await startRelay(documents());
    const noor = come(server);
    await loaded(noor);
    server.hold(BOARD, true);
    noor.move(1_000);
    await until(() => access(noor) === 'frozen');
    await server.kill();
    await until(() => status(noor).kind === 'offline');
    server.hold(BOARD, false);
    await server.restart();
    await until(() => access(noor) === 'write');
    await saved(noor);
    const sam = come(server, 'Sam');
    await until(() => sam.x() === 1_000);
  });
});
