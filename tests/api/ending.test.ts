import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { readTable } from '@samenbord/shared/board';
import { CLOSE, type RoundResponse } from '@samenbord/shared/protocol';
import { describe, expect, test } from 'vitest';
import { createStates } from '../../server/src/boards/state.ts';
import { openSqliteStore, silentLog } from '../../server/src/store/index.ts';
import { apiError, bearer, get, join, post } from './client.ts';
import { attend, gather, meetingOf, textsOf, write } from './meeting.ts';
import { openPeer, until } from './peer.ts';
import { startServer, type TestServer } from './server.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const filesOf = ({ dataDir }: TestServer): string =>
  readdirSync(dataDir)
    .map((name) => readFileSync(joinPath(dataDir, name), 'latin1'))
    .join('');

/** A board with something of everything on it, and somebody at every document. */
async function full(server: TestServer) {
  const people = await gather(server.url, {
    title: 'kanarie titel',
    stickers: [{ id: 's', template: 'brengen-halen', text: 'kanarie sticker' }],
  });
  const { facilitator, gemeente } = people;
  const { body } = await facilitator.act<RoundResponse>('rounds', {
    sheet: 'brengen-halen',
    region: 'core.essence',
  });
  const peers = await Promise.all([
    facilitator.open(),
    facilitator.open('/table'),
    gemeente.open('/private/gemeente'),
    gemeente.open(`/silent/${body.round}/${gemeente.session.person.id}`),
  ]);
  for (const peer of peers) {
    peer.doc.getMap('stickers').set('k', 'kanarie geschreven');
    await peer.saved();
  }
  await gemeente.act('homework/status', { status: 'inProgress' });
  const picture = Uint8Array.from([...PNG, ...Buffer.from('kanarie plaatje')]);
  const brought = await fetch(`${people.made.api}/pictures`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', ...bearer(gemeente.session) },
    body: picture,
  });
  expect(brought.status).toBe(201);
  return { ...people, peers };
}

describe('erasing a board', () => {
  test('closes everybody, and leaves nothing of it in any file', async () => {
    const server = await startServer();
    const { made, facilitator, gemeente, peers, secretOf } = await full(server);
    expect(filesOf(server)).toContain('kanarie');
    expect(filesOf(server)).toContain('kanarie plaatje');
    expect(await facilitator.act('erase', { title: 'another' })).toMatchObject({
      status: 400,
      body: apiError('invalid', 'title'),
    });
    expect(await facilitator.act('erase', { title: ' kanarie titel ' })).toMatchObject({
      status: 200,
      body: { done: true },
    });
    for (const peer of peers) expect(await peer.closed).toBe(CLOSE.noBoard);
    const files = filesOf(server);
    expect(files).not.toContain('kanarie');
    expect(files).not.toContain(made.board);
    expect(await gemeente.get('session')).toMatchObject({ status: 404, body: apiError('no-board') });
    expect(await post(`${made.api}/join`, { secret: secretOf('gemeente'), name: 'x' })).toMatchObject({
      status: 404,
      body: apiError('no-board'),
    });
    expect(await openPeer(server.url, made.board, facilitator.session).closed).toBe(CLOSE.noBoard);
    // And nothing of it comes back with what was in memory.
    await server.stop();
    expect(filesOf(server)).not.toContain('kanarie');
  });

  test('leaves other boards as they are', async () => {
    const server = await startServer();
    const [one, other] = [await full(server), await full(server)];
    await one.facilitator.act('erase', { title: 'kanarie titel' });
    expect((await other.gemeente.get('export.json')).status).toBe(200);
    expect(textsOf(await other.gemeente.open())).toEqual({ s: 'kanarie sticker' });
  });

  test('is the facilitator’s alone', async () => {
    const { url } = await startServer();
    const { gemeente, observer } = await gather(url);
    for (const one of [gemeente, observer])
      expect((await one.act('erase', { title: 'Rietwijk' })).status).toBe(403);
  });

  test('that a killed server had begun is ended by the next, and meanwhile the board is not there', async () => {
    const first = await startServer();
    const { made, gemeente } = await full(first);
    await first.stop();
    const store = await openSqliteStore({ directory: first.dataDir, log: silentLog });
    await store.putNote({ board: made.board, kind: 'erasing', id: 'board', value: '1' }, 0);
    await createStates(store).change(made.board, (state) => ({ ...state, erasing: 1 }));
    await store.close();
    const second = await startServer({ DATA_DIR: first.dataDir });
    const address = `${second.url}/api/boards/${made.board}/session`;
    expect(await get(address, { authorization: `Bearer ${gemeente.session.ticket}` })).toMatchObject({
      status: 404,
    });
    await second.sweep();
    expect(filesOf(second)).not.toContain('kanarie');
    expect(filesOf(second)).not.toContain(made.board);
  });
});

describe('a board with an end', () => {
  test('is erased when that has passed, and not before; everybody sees when', async () => {
    let time = 1_000_000;
    const server = await startServer({}, () => time);
    const { facilitator, gemeente, peers } = await full(server);
    const table = await gemeente.open('/table');
    expect(await facilitator.act('end', { ends: time })).toMatchObject({
      status: 400,
      body: apiError('invalid', 'ends'),
    });
    await facilitator.act('end', { ends: time + 1_000 });
    await until(() => meetingOf(table).ends === time + 1_000);
    await server.sweep();
    expect((await gemeente.get('session')).status).toBe(200);
    time += 1_000;
    // From that moment on it is there for nobody, though it is still to be erased.
    expect((await gemeente.get('session')).status).toBe(404);
    expect(await openPeer(server.url, gemeente.made.board, gemeente.session).closed).toBe(CLOSE.noBoard);
    server.endExpired();
    for (const peer of peers) expect(await peer.closed).toBe(CLOSE.noBoard);
    await server.sweep();
    expect(filesOf(server)).not.toContain('kanarie');
  });

  test('that had no title, or was robbed of it, is erased by the one it is shown under', async () => {
    const server = await startServer();
    const { facilitator } = await gather(server.url);
    const table = await facilitator.open('/table');
    table.doc.getMap('table').set('title', '  ');
    await table.saved();
    for (const title of ['', ' ', 'Rietwijk'])
      expect((await facilitator.act('erase', { title })).status).toBe(400);
    expect((await facilitator.act('erase', { title: 'Bord zonder titel' })).status).toBe(200);
  });

  test('goes on when the end was taken back', async () => {
    let time = 1_000_000;
    const server = await startServer({}, () => time);
    const { facilitator, gemeente } = await gather(server.url);
    await facilitator.act('end', { ends: time + 1_000 });
    await facilitator.act('end', { ends: null });
    time += 2_000;
    await server.sweep();
    expect((await gemeente.get('session')).status).toBe(200);
  });
});

describe('a partner who is taken off the table', () => {
  test('has no link, no session and no homework any more; what it brought stays on the board', async () => {
    const server = await startServer();
    const { made, facilitator, gemeente, observer, secretOf } = await gather(server.url);
    const [board, table, homework] = await Promise.all([
      gemeente.open(),
      observer.open('/table'),
      gemeente.open('/private/gemeente'),
    ]);
    write(board, 'brought', 'gebracht', { region: 'bring@gemeente', partner: 'gemeente' });
    write(homework, 'secret', 'kanarie');
    await Promise.all([board.saved(), homework.saved()]);
    await gemeente.act('homework/status', { status: 'inProgress' });
    expect((await facilitator.act('partners/gemeente/remove')).status).toBe(200);
    for (const peer of [board, homework]) expect([CLOSE.withdrawn, CLOSE.over]).toContain(await peer.closed);
    await until(() => readTable(table.doc).table.partners.length === 2);
    expect(await gemeente.get('session')).toMatchObject({ status: 403, body: apiError('withdrawn-link') });
    expect(await post(`${made.api}/join`, { secret: secretOf('gemeente'), name: 'x' })).toMatchObject({
      status: 403,
      body: apiError('withdrawn-link'),
    });
    expect(filesOf(server)).not.toContain('kanarie');
    expect(textsOf(await observer.open())).toEqual({ brought: 'gebracht' });
    const fred = await attend(server.url, made, made.facilitator, 'Fred');
    expect(await fred.act('partners/gemeente/remove')).toMatchObject({
      status: 404,
      body: apiError('not-found'),
    });
  });

  test('is never the last but one', async () => {
    const { url } = await startServer();
    const { made, facilitator } = await gather(url);
    const both = await Promise.all([
      facilitator.act('partners/gemeente/remove'),
      facilitator.act('partners/netbeheer/remove'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await facilitator.act('partners/corporatie/remove')).toMatchObject({
      status: 409,
      body: apiError('conflict'),
    });
    await join(made, made.observer);
  });
});
