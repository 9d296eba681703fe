import { once } from 'node:events';
import type { BoardFile } from '@samenbord/shared/board';
import { CLOSE, type JoinResponse } from '@samenbord/shared/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createTickets } from '../../server/src/access/tickets.ts';
import { bearer, cookieOf, get, join, makeBoard, post } from './client.ts';
import { openPeer, until, updateFrame } from './peer.ts';
import { startServer, type TestServer } from './server.ts';

/** Status of an upgrade that is answered as plain HTTP. */
function upgradeStatus(url: string): Promise<number | undefined> {
  return new Promise((done) => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    socket.on('unexpected-response', (_request, response) => {
      done(response.statusCode);
      socket.terminate();
    });
    socket.on('open', () => done(101));
    socket.on('error', () => {});
  });
}

/** Opens a socket as a proxy passes it on. */
function openedFrom(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number | undefined; readonly socket: WebSocket }> {
  const socket = new WebSocket(address, { headers });
  onTestFinished(() => socket.terminate());
  return new Promise((done) => {
    socket.on('unexpected-response', (_request, { statusCode }) => done({ status: statusCode, socket }));
    socket.on('open', () => done({ status: 101, socket }));
    socket.on('error', () => {});
  });
}

describe('who is let in', () => {
  test('a ticket opens the documents it names', async () => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const joined = await join(made, made.observer);
    for (const document of joined.documents) await openPeer(url, document, joined).synced;
    const encoded = openPeer(url, encodeURIComponent(`${made.board}/table`), joined);
    await encoded.synced;
    expect(encoded.doc.getMap('table').get('title')).toBe('Rietwijk');
  });

  test.each<[string, (board: string) => string, number]>([
    ["a partner's homework", (board) => `${board}/private/gemeente-veenwaarde`, CLOSE.forbidden],
    ['a silent round', (board) => `${board}/silent/r/p`, CLOSE.forbidden],
    ['a name of no form', (board) => `${board}/other`, CLOSE.forbidden],
    ['too deep a name', (board) => `${board}/table/x`, CLOSE.forbidden],
    ['no name', () => '', CLOSE.forbidden],
    ['a name that cannot be read', () => '%ff', CLOSE.forbidden],
    ['a board that is not there', () => 'no-such-board', CLOSE.noBoard],
    ['a table that is not there', () => 'no-such-board/table', CLOSE.noBoard],
  ])('%s is closed', async (_what, name, code) => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const joined = await join(made, made.facilitator);
    expect(await openPeer(url, name(made.board), joined).closed).toBe(code);
  });

  test('a ticket for another board', async () => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const other = await makeBoard(url);
    expect(await openPeer(url, other.board, await join(made, made.facilitator)).closed).toBe(CLOSE.forbidden);
  });

  test('no ticket, a forged one, one signed with a key of somebody else', async () => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const joined = await join(made, made.facilitator);
    const [version, body] = joined.ticket.split('.');
    const session = createTickets(Buffer.alloc(32)).read(joined.ticket, 0)?.session;
    expect(session).toBeUndefined();
    const foreign = createTickets(Buffer.alloc(32)).issue(
      { board: made.board, link: 'x', role: 'facilitator', person: { id: 'x', name: 'x' } },
      Date.now() + 60_000,
    );
    for (const ticket of [undefined, '', 'nonsense', `${version}.${body}.${'A'.repeat(43)}`, foreign])
      expect(await openPeer(url, made.board, ticket === undefined ? {} : { ticket }).closed).toBe(
        CLOSE.unauthorised,
      );
  });

  test('an expired ticket; and an open socket ends when its ticket does', async () => {
    let time = Date.now();
    const server = await startServer({ TICKET_LIFETIME: '60' }, () => time);
    const made = await makeBoard(server.url);
    const early = openPeer(server.url, made.board, await join(made, made.observer));
    time += 30_000;
    const late = openPeer(server.url, made.board, await join(made, made.observer));
    await Promise.all([early.synced, late.synced]);
    time += 30_000;
    server.endExpired();
    expect(await early.closed).toBe(CLOSE.unauthorised);
    late.doc.getMap('meta').set('still', 'here');
    await late.saved();
    const expired = await join(made, made.observer);
    time += 60_000;
    expect(await openPeer(server.url, made.board, expired).closed).toBe(CLOSE.unauthorised);
  });
});

describe('a cookie', () => {
  async function joinByBrowser(server: TestServer) {
    const made = await makeBoard(server.url);
    const { headers } = await post<JoinResponse>(`${made.api}/join`, {
      secret: made.facilitator,
      name: 'Anna',
    });
    return { made, cookie: cookieOf(headers) };
  }

  test('opens a socket from our own page', async () => {
    const server = await startServer({ PUBLIC_URL: 'http://bord.example.org' });
    const { made, cookie } = await joinByBrowser(server);
    for (const origin of [server.url, 'http://bord.example.org'])
      await openPeer(server.url, made.board, { cookie, origin }).synced;
  });

  test('opens nothing from the page of another site, or from who knows where', async () => {
    const server = await startServer();
    const { made, cookie } = await joinByBrowser(server);
    for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`])
      expect(await openPeer(server.url, made.board, { cookie, origin }).closed).toBe(CLOSE.forbidden);
    // No page sends none: then the cookie counts for nothing.
    expect(await openPeer(server.url, made.board, { cookie }).closed).toBe(CLOSE.unauthorised);
  });

  test('lets the page of another site change nothing over the API either', async () => {
    const server = await startServer();
    const { made, cookie } = await joinByBrowser(server);
    const headers = { cookie, origin: 'https://evil.example' };
    for (const path of ['join', 'invitation', 'links/x/withdraw']) {
      const { status } = await post(`${made.api}/${path}`, { secret: made.facilitator, name: 'x' }, headers);
      expect(status).toBe(403);
    }
    expect((await post(`${server.url}/api/boards`, {}, headers)).status).toBe(403);
  });
});

describe('what is written', () => {
  /** An update as only a client that ignores its role would send. */
  function forged(): Uint8Array {
    const doc = new Y.Doc();
    doc.getMap('stickers').set('forged', new Y.Map([['partner', null]]));
    doc.getMap('table').set('title', 'forged');
    return updateFrame(Y.encodeStateAsUpdate(doc));
  }

  test.each<['observer' | 'partner', '' | '/table']>([
    ['observer', ''],
    ['observer', '/table'],
    ['partner', '/table'],
  ])('by the %s in <board>%s is dropped, and it is told', async (who, suffix) => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const document = `${made.board}${suffix}`;
    const other = openPeer(url, document, await join(made, made.facilitator));
    const secret = who === 'observer' ? made.observer : (made.partners[0]?.secret ?? '');
    const peer = openPeer(url, document, await join(made, secret));
    await Promise.all([peer.synced, other.synced]);
    peer.send(forged());
    await until(() => peer.notices.some(({ code }) => code === 'read-only'));
    // Whatever the relay sent on before this change, the other has seen when this one is back.
    other.doc.getMap('meta').set('after', true);
    await other.saved();
    await until(() => peer.doc.getMap('meta').get('after') === true);
    expect(other.doc.getMap('stickers').has('forged')).toBe(false);
    expect(other.doc.getMap('table').get('title')).not.toBe('forged');
    const { body } = await get<BoardFile>(`${made.api}/export.json`, bearer(await join(made, made.observer)));
    expect(body.title).toBe('Rietwijk');
  });

  test('by a partner in the board reaches the observer and the export', async () => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const [writer, reader] = [made.partners[0]?.secret ?? '', made.observer];
    const from = openPeer(url, made.board, await join(made, writer));
    const to = openPeer(url, made.board, await join(made, reader));
    await Promise.all([from.synced, to.synced]);
    from.doc.getMap('meta').set('said', 'hello');
    await until(() => to.doc.getMap('meta').get('said') === 'hello');
    await from.saved();
  });
});

describe('around the handshake', () => {
  test('a socket anywhere else, and a plain request at the relay', async () => {
    const { url } = await startServer();
    expect(await upgradeStatus(`${url}/elsewhere`)).toBe(404);
    expect(await upgradeStatus(`${url}/api/boards`)).toBe(405);
    const response = await fetch(`${url}/relay/x`);
    expect(response.status).toBe(426);
    expect(response.headers.get('upgrade')).toBe('websocket');
  });

  test('a plain request that offers another protocol is answered as what it is', async () => {
    const { url } = await startServer();
    const { connect } = await import('node:net');
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n');
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  test('more at once than are let in: 503, and later there is room again', async () => {
    const server = await startServer({ LIMIT_PENDING_SOCKETS: '1' });
    const made = await makeBoard(server.url);
    // Closed with a code, and it does not answer: it stays pending.
    const stuck = new WebSocket(`${server.url.replace('http', 'ws')}/relay/${made.board}`);
    await new Promise((done) => stuck.on('upgrade', done));
    stuck.pause();
    expect(await upgradeStatus(`${server.url}/relay/${made.board}`)).toBe(503);
    stuck.terminate();
    await until(async () => (await upgradeStatus(`${server.url}/relay/${made.board}`)) === 101);
  });

  test('[BO16] an address has so many sockets, each its own; this machine as many as it likes', async () => {
    const server = await startServer({ LIMIT_CONNECTIONS_PER_ADDRESS: '2', TRUSTED_HOPS: '1' });
    const made = await makeBoard(server.url);
    const { ticket } = await join(made, made.observer);
    const address = `${server.url.replace('http', 'ws')}/relay/${made.board}?ticket=${ticket}`;
    // What stands before the last address anybody can make up.
    const from = (ip: string) =>
      openedFrom(address, ip === '' ? {} : { 'x-forwarded-for': `10.0.0.${Math.random()}, ${ip}` });
    const first = await from('192.0.2.1');
    expect(first.status).toBe(101);
    expect((await from('192.0.2.1')).status).toBe(101);
    expect((await from('192.0.2.1')).status).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(101);
    for (let count = 0; count < 4; count++) expect((await from('')).status).toBe(101);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain(
      'socket_refusals_total{reason="address"} 1',
    );
    first.socket.close();
    await until(async () => (await from('192.0.2.1')).status === 101);
  });

  test('who is turned away and does not go is cut off', async () => {
    const server = await startServer({ LIMIT_PENDING_MS: '100' });
    const made = await makeBoard(server.url);
    const stuck = new WebSocket(`${server.url.replace('http', 'ws')}/relay/${made.board}`);
    const closed = new Promise((done) => stuck.on('close', done));
    stuck.on('error', () => {});
    await new Promise((done) => stuck.on('upgrade', done));
    stuck.pause();
    const counted = async () =>
      (await (await fetch(`${server.url}/metrics`)).text()).includes(
        'socket_refusals_total{reason="unauthorised"} 1',
      );
    await until(counted);
    stuck.resume();
    await closed;
  });
});

test('stopping waits for nobody who does not let go', async () => {
  const server = await startServer({ LIMIT_PENDING_MS: '600000', RELAY_CLOSE_GRACE: '600000' });
  const made = await makeBoard(server.url);
  const { ticket } = await join(made, made.observer);
  const relay = `${server.url.replace('http', 'ws')}/relay/${made.board}`;
  const stuck = [relay, `${relay}?ticket=${ticket}`].map((address) => new WebSocket(address));
  for (const socket of stuck) {
    socket.on('error', () => {});
    await once(socket, 'upgrade');
    // From here on it hears nothing, so it answers no close.
    socket.pause();
  }
  await server.stop();
  for (const socket of stuck) socket.terminate();
});
