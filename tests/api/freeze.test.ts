import { expect, test } from 'vitest';
import { apiError } from './client.ts';
import { attend, gather, meetingOf, textsOf, write } from './meeting.ts';
import { until } from './peer.ts';
import { startServer } from './server.ts';

test('a frozen board takes nothing from partners; what they write comes when it is unfrozen, to everybody and to disk', async () => {
  const server = await startServer();
  const { facilitator, gemeente, observer } = await gather(server.url);
  const [fred, gea, olga, table] = await Promise.all([
    facilitator.open(),
    gemeente.open(),
    observer.open(),
    observer.open('/table'),
  ]);
  expect((await facilitator.act('freeze', { frozen: true })).body).toEqual({ done: true });
  await until(() => meetingOf(table).frozen && gea.notices.some(({ code }) => code === 'frozen'));
  write(gea, 'typed-while-frozen', 'van de gemeente');
  write(fred, 'by-fred', 'van de begeleider');
  await gea.saved();
  await until(() => Object.hasOwn(textsOf(olga), 'by-fred') && Object.hasOwn(textsOf(gea), 'by-fred'));
  expect(Object.keys(textsOf(olga))).toEqual(['by-fred']);
  await facilitator.act('freeze', { frozen: false });
  await until(() => Object.hasOwn(textsOf(olga), 'typed-while-frozen') && !meetingOf(table).frozen);
  await gea.saved();
  const { body } = await observer.get<{ stickers: { id: string }[] }>('export.json');
  expect(body.stickers.map(({ id }) => id).toSorted()).toEqual(['by-fred', 'typed-while-frozen']);
  expect(gea.notices.map(({ code }) => code)).toEqual(['frozen', 'unfrozen']);
  expect([fred, olga].flatMap(({ notices }) => notices)).toEqual([]);
});

test('it stays frozen over a restart, and for who comes later', async () => {
  const first = await startServer();
  const { facilitator, made } = await gather(first.url);
  await facilitator.act('freeze', { frozen: true });
  await first.stop();
  const second = await startServer({ DATA_DIR: first.dataDir });
  const there = { ...made, api: `${second.url}/api/boards/${made.board}` };
  const nel = await (await attend(second.url, there, made.partners[1]?.secret ?? '')).open();
  await until(() => nel.notices.length > 0);
  expect(nel.notices).toEqual([{ code: 'frozen' }]);
  const fred = await attend(second.url, there, made.facilitator);
  expect(meetingOf(await fred.open('/table')).frozen).toBe(true);
  write(nel, 'later', 'later');
  await fred.act('freeze', { frozen: false });
  await until(() => nel.notices.at(-1)?.code === 'unfrozen');
  await nel.saved();
  expect(textsOf(await fred.open())).toEqual({ later: 'later' });
});

test('freezing is the facilitator’s alone', async () => {
  const { url } = await startServer();
  const { gemeente, observer } = await gather(url);
  for (const one of [gemeente, observer])
    expect(await one.act('freeze', { frozen: true })).toMatchObject({
      status: 403,
      body: apiError('forbidden'),
    });
});
