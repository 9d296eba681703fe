import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { readHomework, readStickers, removeStickers, setPersonal, setShare } from '@samenbord/shared/board';
import { CLOSE, LIMITS, type RevealResponse } from '@samenbord/shared/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createStates } from '../../server/src/boards/state.ts';
import { openSqliteStore, silentLog } from '../../server/src/store/index.ts';
import { apiError } from './client.ts';
import { attend, attendWith, gather, meetingOf, textsOf, write } from './meeting.ts';
import { openPeer, step2Frame, until, updateFrame } from './peer.ts';
import { startServer, type TestServer } from './server.ts';

const filesOf = ({ dataDir }: TestServer): string =>
  readdirSync(dataDir)
    .map((name) => readFileSync(joinPath(dataDir, name), 'latin1'))
    .join('');

test('a partner’s people write their homework together; nobody else can open it', async () => {
  const { url } = await startServer();
  const { made, facilitator, gemeente, netbeheer, observer, secretOf } = await gather(url);
  const name = '/private/gemeente';
  expect(gemeente.session.documents).toContain(`${made.board}${name}`);
  const colleague = await attend(url, made, secretOf('gemeente'), 'Gijs');
  const [gea, gijs] = await Promise.all([gemeente.open(name), colleague.open(name)]);
  write(gea, 'a', 'wat wij brengen', { region: 'bring@gemeente' });
  await until(() => textsOf(gijs).a === 'wat wij brengen');
  for (const other of [facilitator, netbeheer, observer]) {
    expect(other.session.documents).not.toContain(`${made.board}${name}`);
    expect(await openPeer(url, `${made.board}${name}`, other.session).closed).toBe(CLOSE.forbidden);
  }
});

describe('the reveal', () => {
  test('puts what all that are ready chose on the board in one update, and says of each how it stands', async () => {
    const { url } = await startServer();
    const { facilitator, gemeente, netbeheer, corporatie, observer } = await gather(url);
    const [gea, nel, cor, olga, table] = await Promise.all([
      gemeente.open('/private/gemeente'),
      netbeheer.open('/private/netbeheer'),
      corporatie.open('/private/corporatie'),
      observer.open(),
      observer.open('/table'),
    ]);
    write(gea, 'g-bring', 'daken', { region: 'bring@gemeente', partner: 'gemeente' });
    write(gea, 'g-value', 'kernwaarde', { region: 'coreValue@gemeente' });
    write(gea, 'g-personal', 'mijn loopbaan', { region: 'interestOwn@gemeente' });
    write(gea, 'g-empty', '  ', { region: 'bring@gemeente' });
    write(gea, 'g-gone', 'toch niet', { region: 'bring@gemeente' });
    setPersonal(gea.doc, ['g-personal'], true);
    removeStickers(gea.doc, ['g-gone'], 'gea', 1);
    write(nel, 'n-bring', 'kabels', { region: 'bring@netbeheer' });
    write(nel, 'n-not', 'nog niet', { region: 'gain@netbeheer' });
    setShare(nel.doc, ['n-not'], false);
    write(cor, 'c-bring', 'woningen', { region: 'bring@corporatie' });
    await Promise.all([gea.saved(), nel.saved(), cor.saved()]);
    await gemeente.act('homework/status', { status: 'ready' });
    await netbeheer.act('homework/status', { status: 'ready' });
    await corporatie.act('homework/status', { status: 'inProgress' });
    await until(() => meetingOf(table).homework.netbeheer?.status === 'ready');
    expect(meetingOf(table).homework).toEqual({
      gemeente: { status: 'ready', alone: false },
      netbeheer: { status: 'ready', alone: false },
      corporatie: { status: 'inProgress', alone: false },
    });
    const updates: number[] = [];
    olga.doc.on('update', () => updates.push(Object.keys(textsOf(olga)).length));
    const { body } = await facilitator.act<RevealResponse>('homework/reveal', {});
    expect(body).toEqual({ revealed: ['gemeente', 'netbeheer'], stickers: 2 });
    await until(() => Object.keys(textsOf(olga)).length > 0);
    expect(textsOf(olga)).toEqual({ 'g-bring': 'daken', 'n-bring': 'kabels' });
    expect(updates).toEqual([2]);
    const places = [...readStickers(olga.doc).stickers.values()].map(({ place }) => place.region);
    expect(places.toSorted()).toEqual(['bring@gemeente', 'bring@netbeheer']);
    await until(() => meetingOf(table).homework.gemeente?.status === 'revealed');
    await until(() => readHomework(gea.doc).some(({ shared }) => shared !== null));
    expect(readHomework(gea.doc).flatMap(({ id, shared }) => (shared === null ? [] : [id]))).toEqual([
      'g-bring',
    ]);
    // Once is once.
    expect(await facilitator.act('homework/reveal', {})).toMatchObject({
      status: 409,
      body: apiError('conflict'),
    });
  });

  test('is of one partner only when that asked for it', async () => {
    const { url } = await startServer();
    const { facilitator, gemeente, netbeheer } = await gather(url);
    const gea = await gemeente.open('/private/gemeente');
    write(gea, 'g', 'daken', { region: 'bring@gemeente' });
    await gea.saved();
    await gemeente.act('homework/status', { status: 'ready' });
    await netbeheer.act('homework/status', { status: 'ready' });
    const alone = () => facilitator.act<RevealResponse>('homework/reveal', { partner: 'gemeente' });
    expect(await alone()).toMatchObject({ status: 409, body: apiError('conflict') });
    await gemeente.act('homework/status', { status: 'ready', alone: true });
    // Who asked to come alone does not come with the others.
    const { body } = await facilitator.act<RevealResponse>('homework/reveal', {});
    expect(body.revealed).toEqual(['netbeheer']);
    expect((await facilitator.act('homework/reveal', {})).status).toBe(409);
    expect((await alone()).body).toEqual({ revealed: ['gemeente'], stickers: 1 });
    expect((await alone()).status).toBe(409);
  });

  test('takes those along who asked to come alone when the facilitator says so', async () => {
    const { url } = await startServer();
    const { facilitator, gemeente, netbeheer } = await gather(url);
    await gemeente.act('homework/status', { status: 'ready', alone: true });
    await netbeheer.act('homework/status', { status: 'ready' });
    const { body } = await facilitator.act<RevealResponse>('homework/reveal', { withAlone: true });
    expect(body.revealed).toEqual(['gemeente', 'netbeheer']);
  });

  test('does not go over what a board may hold, and changes nothing then', async () => {
    const { url } = await startServer();
    const stickers = Array.from({ length: LIMITS.stickers - 1 }, (_, n) => ({
      id: `s${n}`,
      template: 'brengen-halen' as const,
      text: 'x',
      x: 0.5,
      y: 0.5,
    }));
    const { facilitator, gemeente } = await gather(url, { stickers });
    const gea = await gemeente.open('/private/gemeente');
    for (const id of ['a', 'b']) write(gea, id, 'daken', { region: 'bring@gemeente' });
    await gea.saved();
    await gemeente.act('homework/status', { status: 'ready' });
    expect(await facilitator.act('homework/reveal', {})).toMatchObject({
      status: 409,
      body: apiError('conflict'),
    });
    setShare(gea.doc, ['b'], false);
    await gea.saved();
    expect((await facilitator.act<RevealResponse>('homework/reveal', {})).body.stickers).toBe(1);
    expect((await gemeente.act('homework/share', { stickers: ['b'] })).status).toBe(409);
  });

  test('does not happen to who took readiness back, and after it that cannot be', async () => {
    const { url } = await startServer();
    const { facilitator, gemeente } = await gather(url);
    await gemeente.act('homework/status', { status: 'ready' });
    await gemeente.act('homework/status', { status: 'inProgress' });
    expect((await facilitator.act('homework/reveal', {})).status).toBe(409);
    await gemeente.act('homework/status', { status: 'ready' });
    await facilitator.act('homework/reveal', {});
    expect(await gemeente.act('homework/status', { status: 'inProgress' })).toMatchObject({
      status: 409,
      body: apiError('conflict'),
    });
  });

  test('that a killed server had begun is ended by the next', async () => {
    const first = await startServer();
    const { facilitator, gemeente, made } = await gather(first.url);
    const gea = await gemeente.open('/private/gemeente');
    write(gea, 'g', 'daken', { region: 'bring@gemeente' });
    await gea.saved();
    await gemeente.act('homework/status', { status: 'ready' });
    await first.stop();
    // As it is when the state was written and the server died before it copied anything.
    const store = await openSqliteStore({ directory: first.dataDir, log: silentLog });
    await createStates(store).change(made.board, (state) => ({
      ...state,
      homework: { gemeente: { status: 'revealed', alone: false, copied: false, at: 1 } },
    }));
    await store.close();
    const second = await startServer({ DATA_DIR: first.dataDir });
    await second.sweep();
    const there = attendWith(second.url, made, facilitator.session);
    expect(textsOf(await there.open())).toEqual({ g: 'daken' });
  });
});

describe('after the reveal', () => {
  async function revealed() {
    const server = await startServer();
    const people = await gather(server.url);
    const gea = await people.gemeente.open('/private/gemeente');
    write(gea, 'now', 'nu', { region: 'bring@gemeente' });
    write(gea, 'later', 'later', { region: 'gain@gemeente' });
    write(gea, 'never', 'kanarie-nooit', { region: 'gain@gemeente' });
    setShare(gea.doc, ['later', 'never'], false);
    await gea.saved();
    await people.gemeente.act('homework/status', { status: 'ready' });
    await people.facilitator.act('homework/reveal', {});
    return { server, gea, ...people };
  }

  test('a partner shares more, by itself', async () => {
    const { gemeente, netbeheer, observer, facilitator } = await revealed();
    const olga = await observer.open();
    expect((await netbeheer.act('homework/share', { stickers: ['later'] })).status).toBe(409);
    expect(await gemeente.act('homework/share', { stickers: ['later', 'no-such'] })).toMatchObject({
      status: 404,
      body: apiError('not-found'),
    });
    expect((await gemeente.act('homework/share', { stickers: ['later'] })).status).toBe(200);
    await until(() => Object.hasOwn(textsOf(olga), 'later'));
    expect(textsOf(olga)).toEqual({ now: 'nu', later: 'later' });
    await facilitator.act('freeze', { frozen: true });
    expect(await gemeente.act('homework/share', { stickers: ['never'] })).toMatchObject({
      status: 409,
      body: apiError('conflict'),
    });
  });

  test('a sticker that is deleted for good is in no file any more, and the rest is', async () => {
    const { server, gemeente, gea } = await revealed();
    expect(filesOf(server)).toContain('kanarie-nooit');
    expect((await gemeente.act('homework/delete', { stickers: ['never'] })).status).toBe(200);
    await until(() => !Object.hasOwn(textsOf(gea), 'never'));
    expect(filesOf(server)).not.toContain('kanarie-nooit');
    expect(textsOf(await gemeente.open('/private/gemeente'))).toEqual({ now: 'nu', later: 'later' });
  });

  test('[AN3] an old copy with new things in it does not bring back to anybody what was deleted for good', async () => {
    const { server, gemeente, gea } = await revealed();
    const old = new Y.Doc();
    Y.applyUpdate(old, Y.encodeStateAsUpdate(gea.doc));
    expect((await gemeente.act('homework/delete', { stickers: ['never'] })).status).toBe(200);
    const colleague = new WebSocket(
      `${server.url.replace('http', 'ws')}/relay/${gemeente.made.board}/private/gemeente?ticket=${gemeente.session.ticket}`,
    );
    const heard: Buffer[] = [];
    colleague.on('message', (data: Buffer) => void heard.push(data));
    onTestFinished(() => colleague.terminate());
    await until(() => colleague.readyState === WebSocket.OPEN);
    // Step 1 of who has nothing.
    colleague.send(Uint8Array.of(0, 0, 1, 0));
    await until(() => heard.length > 1);
    const forger = await gemeente.open('/private/gemeente');
    for (const [index, build] of [updateFrame, step2Frame].entries()) {
      write({ doc: old }, `new-${index}`, `kanarie-nieuw-${index}`);
      forger.send(build(Y.encodeStateAsUpdate(old)));
      await forger.saved();
      await until(() => Buffer.concat(heard).includes(`kanarie-nieuw-${index}`));
    }
    // Nothing new in it at all.
    forger.send(updateFrame(Y.encodeStateAsUpdate(old)));
    await forger.saved();
    expect(Buffer.concat(heard).includes('kanarie-nooit')).toBe(false);
    expect(filesOf(server)).toContain('kanarie-nieuw-1');
    expect(filesOf(server)).not.toContain('kanarie-nooit');
    expect(textsOf(await gemeente.open('/private/gemeente'))).toMatchObject({
      now: 'nu',
      later: 'later',
      'new-1': 'kanarie-nieuw-1',
    });
  });

  test('homework that is erased is in no file any more; what was shared stays on the board', async () => {
    const { server, gemeente, gea, observer } = await revealed();
    expect((await gemeente.act('homework/erase')).status).toBe(200);
    expect(await gea.closed).toBe(CLOSE.over);
    expect(filesOf(server)).not.toContain('kanarie-nooit');
    expect(textsOf(await observer.open())).toEqual({ now: 'nu' });
    expect(textsOf(await gemeente.open('/private/gemeente'))).toEqual({});
  });
});

test('erasing homework before the reveal begins anew', async () => {
  const server = await startServer();
  const { gemeente, observer } = await gather(server.url);
  const gea = await gemeente.open('/private/gemeente');
  for (let index = 0; index < 20; index++) write(gea, `s${index}`, `kanarie ${index}`);
  await gemeente.act('homework/status', { status: 'ready' });
  await gemeente.act('homework/erase');
  expect(filesOf(server)).not.toContain('kanarie');
  const table = await observer.open('/table');
  expect(meetingOf(table).homework.gemeente?.status).toBe('notStarted');
});
