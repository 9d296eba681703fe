import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { readStickers } from '@samenbord/shared/board';
import { layoutSheet, overlapArea, pointOf, STICKER_SIDE, squareAt } from '@samenbord/shared/layout';
import {
  CLOSE,
  type JoinResponse,
  type RevealResponse,
  type RoundResponse,
} from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { createStates } from '../../server/src/boards/state.ts';
import { openSqliteStore, silentLog } from '../../server/src/store/index.ts';
import { apiError, bearer, join, post } from './client.ts';
import { type Attendee, attend, attendWith, gather, meetingOf, PARTNERS, textsOf, write } from './meeting.ts';
import { openPeer, until } from './peer.ts';
import { startServer, type TestServer } from './server.ts';

const FIELD = { sheet: 'brengen-halen', region: 'core.essence' } as const;

async function openRound(facilitator: Attendee): Promise<string> {
  const { status, body } = await facilitator.act<RoundResponse>('rounds', FIELD);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.round;
}

const mine = (round: string, { session }: Attendee): string => `/silent/${round}/${session.person.id}`;

const filesOf = ({ dataDir }: TestServer): string =>
  readdirSync(dataDir)
    .map((name) => readFileSync(joinPath(dataDir, name), 'latin1'))
    .join('');

test('what is written in a silent round is everybody’s at the reveal, laid clear of each other, and gone from its own documents', async () => {
  const server = await startServer();
  const { made, facilitator, gemeente, netbeheer, observer, secretOf } = await gather(server.url, {
    stickers: [{ id: 'there', template: 'brengen-halen', region: 'core.essence', text: 'lag er al' }],
  });
  const gijs = await attend(server.url, made, secretOf('gemeente'), 'Gijs');
  const [olga, table] = await Promise.all([observer.open(), observer.open('/table')]);
  const round = await openRound(facilitator);
  await until(() => meetingOf(table).round?.id === round);
  expect(meetingOf(table).round).toMatchObject({ ...FIELD, ready: 0 });
  const writers = [facilitator, gemeente, gijs, netbeheer];
  const open = await Promise.all(writers.map((one) => one.open(mine(round, one))));
  for (const [index, peer] of open.entries()) {
    const { id, name } = writers[index]?.session.person ?? { id: '', name: '' };
    for (const nth of [1, 2])
      write(peer, `${name}-${nth}`, `kanarie ${name} ${nth}`, { author: { id, name } });
    await peer.saved();
  }
  for (const [count, one] of writers.slice(1).entries()) {
    await one.act(`rounds/${round}/ready`, { ready: true });
    await one.act(`rounds/${round}/ready`, { ready: true });
    await until(() => meetingOf(table).round?.ready === count + 1);
  }
  await gijs.act(`rounds/${round}/ready`, { ready: false });
  await until(() => meetingOf(table).round?.ready === 2);
  expect(textsOf(olga)).toEqual({ there: 'lag er al' });
  const updates: number[] = [];
  olga.doc.on('update', () => updates.push(Object.keys(textsOf(olga)).length));
  const { body } = await facilitator.act<RevealResponse>(`rounds/${round}/reveal`);
  expect(body).toEqual({ revealed: [], stickers: 8 });
  await until(() => Object.keys(textsOf(olga)).length > 1);
  expect(updates).toEqual([9]);
  const stickers = [...readStickers(olga.doc).stickers.values()];
  expect(new Set(stickers.map(({ place }) => place.region))).toEqual(new Set(['core.essence']));
  expect(stickers.flatMap(({ author }) => author?.name ?? []).toSorted()).toEqual(
    ['Fred', 'Gea', 'Gijs', 'Nel'].flatMap((name) => [name, name]),
  );
  const layout = layoutSheet(
    'brengen-halen',
    PARTNERS.map(({ id }) => id),
  );
  const squares = stickers.map(({ place, size }) => squareAt(pointOf(layout, place), STICKER_SIDE[size]));
  for (const [index, one] of squares.entries())
    for (const other of squares.slice(index + 1)) expect(overlapArea(one, other)).toBe(0);
  // Their documents are over, also for who wrote them.
  for (const peer of open) expect(await peer.closed).toBe(CLOSE.over);
  expect(await openPeer(server.url, `${made.board}${mine(round, gemeente)}`, gemeente.session).closed).toBe(
    CLOSE.over,
  );
  await until(() => meetingOf(table).round === null);
  expect(await facilitator.act(`rounds/${round}/reveal`)).toMatchObject({
    status: 409,
    body: apiError('conflict'),
  });
});

test('until then nobody else can open it: not the same partner, not the facilitator, not another person of the same link', async () => {
  const { url } = await startServer();
  const { made, facilitator, gemeente, netbeheer, observer, secretOf } = await gather(url);
  const gijs = await attend(url, made, secretOf('gemeente'), 'Gijs');
  const round = await openRound(facilitator);
  for (const other of [facilitator, netbeheer, observer, gijs])
    expect(await openPeer(url, `${made.board}${mine(round, gemeente)}`, other.session).closed).toBe(
      CLOSE.forbidden,
    );
  expect(await openPeer(url, `${made.board}${mine(round, observer)}`, observer.session).closed).toBe(
    CLOSE.forbidden,
  );
});

test('a cancelled round shows nothing and leaves nothing', async () => {
  const server = await startServer();
  const { facilitator, gemeente, observer } = await gather(server.url);
  const round = await openRound(facilitator);
  const peer = await gemeente.open(mine(round, gemeente));
  write(peer, 'x', 'kanarie');
  await peer.saved();
  expect(filesOf(server)).toContain('kanarie');
  expect((await facilitator.act(`rounds/${round}/cancel`)).status).toBe(200);
  expect(await peer.closed).toBe(CLOSE.over);
  expect(textsOf(await observer.open())).toEqual({});
  expect(filesOf(server)).not.toContain('kanarie');
});

test('there is one round at a time, on a field that there is', async () => {
  const { url } = await startServer();
  const { facilitator, gemeente } = await gather(url);
  expect(await facilitator.act('rounds', { ...FIELD, region: 'bring@nobody' })).toMatchObject({
    status: 400,
    body: apiError('invalid', 'region'),
  });
  expect(await gemeente.act('rounds/none/ready', { ready: true })).toMatchObject({
    status: 409,
    body: apiError('conflict'),
  });
  const round = await openRound(facilitator);
  expect(await facilitator.act('rounds', FIELD)).toMatchObject({ status: 409, body: apiError('conflict') });
  await facilitator.act(`rounds/${round}/cancel`);
  await openRound(facilitator);
});

test('a round survives a restart; who comes back in the same browser finds what they wrote', async () => {
  const first = await startServer();
  const { made, facilitator, gemeente } = await gather(first.url);
  const round = await openRound(facilitator);
  const peer = await gemeente.open(mine(round, gemeente));
  write(peer, 'x', 'mijn gedachte');
  await peer.saved();
  await gemeente.act(`rounds/${round}/ready`, { ready: true });
  await first.stop();
  const second = await startServer({ DATA_DIR: first.dataDir });
  const there = { ...made, api: `${second.url}/api/boards/${made.board}` };
  // As after a reload: joined again with the former ticket.
  const { body } = await post<JoinResponse>(
    `${there.api}/join`,
    { secret: made.partners[0]?.secret, name: 'Gea' },
    bearer(gemeente.session),
  );
  expect(body.person.id).toBe(gemeente.session.person.id);
  const again = attendWith(second.url, there, body);
  expect(textsOf(await again.open(mine(round, again)))).toEqual({ x: 'mijn gedachte' });
  const fred = attendWith(second.url, there, await join(there, made.facilitator, 'Fred'));
  expect(meetingOf(await fred.open('/table')).round).toMatchObject({ id: round, ready: 1 });
  expect((await fred.act<RevealResponse>(`rounds/${round}/reveal`)).body.stickers).toBe(1);
  expect(textsOf(await again.open())).toEqual({ x: 'mijn gedachte' });
});

test('a reveal that a killed server had begun is ended by the next, and what came late is marked', async () => {
  const first = await startServer();
  const { made, facilitator, gemeente, netbeheer } = await gather(first.url);
  const round = await openRound(facilitator);
  for (const one of [gemeente, netbeheer]) {
    const peer = await one.open(mine(round, one));
    write(peer, one.session.person.name, 'geschreven', { tags: ['x'] });
    await peer.saved();
  }
  await first.stop();
  const store = await openSqliteStore({ directory: first.dataDir, log: silentLog });
  const states = createStates(store);
  // As it is when the server died before it copied anything.
  await states.change(made.board, (state) => ({
    ...state,
    round: null,
    endedRounds: [{ id: round, at: 1, field: FIELD, shown: false }],
  }));
  const late = await store.load(`${made.board}${mine(round, netbeheer)}`);
  await store.remove(`${made.board}${mine(round, netbeheer)}`);
  await store.close();
  const second = await startServer({ DATA_DIR: first.dataDir });
  await second.sweep();
  const there = attendWith(second.url, made, facilitator.session);
  expect(textsOf(await there.open())).toEqual({ Gea: 'geschreven' });
  await second.stop();
  // As it is when another node wrote down what it had taken only after the reveal.
  const again = await openSqliteStore({ directory: first.dataDir, log: silentLog });
  await again.append(`${made.board}${mine(round, netbeheer)}`, [
    ...(late?.snapshot === undefined ? [] : [late.snapshot]),
    ...(late?.updates ?? []),
  ]);
  const ended = { id: round, at: 1, field: FIELD, shown: true };
  await createStates(again).change(made.board, (state) => ({ ...state, endedRounds: [ended] }));
  await again.close();
  const third = await startServer({ DATA_DIR: first.dataDir });
  await third.sweep();
  const fred = await attendWith(third.url, made, facilitator.session).open();
  const stickers = [...readStickers(fred.doc).stickers.values()];
  expect(stickers.map(({ id, tags }) => [id, tags]).toSorted()).toEqual([
    ['Gea', ['x']],
    ['Nel', ['x', 'late']],
  ]);
  await third.stop();
  expect(filesOf(third)).not.toContain('silent');
});
