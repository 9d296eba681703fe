import { CLOSE, type LinkInfo, type LinksResponse, type NewLinkResponse } from '@samenbord/shared/protocol';
import { describe, expect, test } from 'vitest';
import { apiError, bearer, get, join, type Made, makeBoard, post, secretOf } from './client.ts';
import { openPeer } from './peer.ts';
import { startServer, type TestServer } from './server.ts';

interface Stage {
  readonly server: TestServer;
  readonly made: Made;
  readonly ticket: Readonly<Record<string, string>>;
  /** Lets the clock of the server go on, ms. */
  pass(time: number): void;
  now(): number;
}

async function stage(): Promise<Stage> {
  let time = Date.now();
  const server = await startServer({}, () => time);
  const made = await makeBoard(server.url);
  const ticket = bearer(await join(made, made.facilitator));
  const pass = (ms: number): void => {
    time += ms;
  };
  return { server, made, ticket, pass, now: () => time };
}

async function newLink(
  { made, ticket }: Stage,
  settings: object,
): Promise<NewLinkResponse & { secret: string }> {
  const { status, body } = await post<NewLinkResponse>(`${made.api}/links`, settings, ticket);
  expect(status, JSON.stringify(body)).toBe(201);
  return { ...body, secret: secretOf(body.url) };
}

const linksOf = async ({ made, ticket }: Stage): Promise<readonly LinkInfo[]> =>
  (await get<LinksResponse>(`${made.api}/links`, ticket)).body.links;

describe('a new link', () => {
  test('is made for any role, several for one partner, and opens what it says', async () => {
    const at = await stage();
    const partner = at.made.partners[0]?.partner;
    const settings = { name: 'directie', expires: at.now() + 1000, maxPeople: 3, admission: 'open' };
    const { link, secret } = await newLink(at, { role: 'partner', partner, ...settings });
    expect(link).toEqual({
      id: expect.any(String),
      role: 'partner',
      partner,
      made: at.now(),
      withdrawn: null,
      people: 0,
      ...settings,
    });
    expect(await join(at.made, secret)).toMatchObject({ role: 'partner', partner, link: link.id });
    expect((await linksOf(at)).find(({ id }) => id === link.id)).toEqual({ ...link, people: 1 });
    const second = await newLink(at, { role: 'facilitator' });
    expect((await join(at.made, second.secret)).role).toBe('facilitator');
    expect((await newLink(at, { role: 'observer' })).link).toMatchObject({ name: '', admission: 'open' });
  });

  test.each<[string, object, string]>([
    ['a partner who is not at the table', { role: 'partner', partner: 'nobody' }, 'partner'],
    ['no partner', { role: 'partner' }, 'partner'],
    ['a partner in another role', { role: 'observer', partner: 'gemeente-veenwaarde' }, 'partner'],
    ['no role', {}, 'role'],
    ['an end that has passed', { role: 'observer', expires: 5 }, 'expires'],
    ['nobody at most', { role: 'observer', maxPeople: 0 }, 'maxPeople'],
    ['half a person at most', { role: 'observer', maxPeople: 1.5 }, 'maxPeople'],
    ['a name that is too long', { role: 'observer', name: 'x'.repeat(61) }, 'name'],
    ['a name of two lines', { role: 'observer', name: 'a\nb' }, 'name'],
    ['another way of being let in', { role: 'observer', admission: 'maybe' }, 'admission'],
  ])('with %s is refused by field', async (_what, settings, field) => {
    const at = await stage();
    const { status, body } = await post(`${at.made.api}/links`, settings, at.ticket);
    expect(status).toBe(400);
    expect(body).toEqual(apiError('invalid', field));
    expect(await linksOf(at)).toHaveLength(4);
  });
});

describe('changing a link', () => {
  test('to an end: sockets and the link itself end with it, within a second', async () => {
    const at = await stage();
    const { link, secret } = await newLink(at, { role: 'observer' });
    const joined = await join(at.made, secret);
    const peer = openPeer(at.server.url, at.made.board, joined);
    const staying = openPeer(at.server.url, at.made.board, await join(at.made, at.made.observer));
    await Promise.all([peer.synced, staying.synced]);
    const changed = await post(`${at.made.api}/links/${link.id}`, { expires: at.now() + 500 }, at.ticket);
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual({ link: { ...link, people: 1, expires: at.now() + 500 } });
    at.pass(500);
    expect(await peer.closed).toBe(CLOSE.withdrawn);
    for (const answer of [
      await post(`${at.made.api}/join`, { secret, name: 'Anna' }),
      await post(`${at.made.api}/invitation`, { secret }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body).toEqual(apiError('withdrawn-link'));
    }
    expect((await get(`${at.made.api}/session`, bearer(joined))).body).toEqual(apiError('withdrawn-link'));
    expect(await openPeer(at.server.url, at.made.board, joined).closed).toBe(CLOSE.withdrawn);
    await openPeer(at.server.url, at.made.board, await join(at.made, at.made.observer)).synced;
    staying.close();
  });

  test('to a limit that is reached: who is in stays, nobody else comes', async () => {
    const at = await stage();
    const { link, secret } = await newLink(at, { role: 'observer', maxPeople: 1 });
    const joined = await join(at.made, secret);
    const { status, body } = await post(`${at.made.api}/join`, { secret, name: 'Bram' });
    expect(status).toBe(403);
    expect(body).toEqual(apiError('link-full'));
    const again = await post(`${at.made.api}/join`, { secret, name: 'Anna V.' }, bearer(joined));
    expect(again.body).toMatchObject({ person: { id: joined.person.id } });
    await post(`${at.made.api}/links/${link.id}`, { maxPeople: null }, at.ticket);
    await join(at.made, secret);
  });

  test('changes what is named, through a restart', async () => {
    const at = await stage();
    const { link } = await newLink(at, { role: 'observer', name: 'pers', maxPeople: 9 });
    await post(`${at.made.api}/links/${link.id}`, { name: 'de pers' }, at.ticket);
    await at.server.stop();
    const { url } = await startServer({ DATA_DIR: at.server.dataDir }, at.now);
    const { body } = await get<LinksResponse>(`${url}/api/boards/${at.made.board}/links`, at.ticket);
    expect(body.links.find(({ id }) => id === link.id)).toEqual({ ...link, name: 'de pers' });
  });

  test('of the last facilitator to an end, a limit or a waiting room is refused', async () => {
    const at = await stage();
    const link = (await linksOf(at)).find(({ role }) => role === 'facilitator');
    for (const change of [{ expires: at.now() + 1 }, { maxPeople: 500 }, { admission: 'ask' }]) {
      const { status, body } = await post(`${at.made.api}/links/${link?.id}`, change, at.ticket);
      expect(status).toBe(403);
      expect(body).toEqual(apiError('forbidden'));
    }
    expect((await linksOf(at)).find(({ id }) => id === link?.id)).toEqual(link);
  });
});

test('a link that is replaced ends who came by it, and the new one has its settings', async () => {
  const at = await stage();
  const old = await newLink(at, { role: 'observer', name: 'pers', maxPeople: 9 });
  const peer = openPeer(at.server.url, at.made.board, await join(at.made, old.secret));
  await peer.synced;
  const { status, body } = await post<NewLinkResponse>(
    `${at.made.api}/links/${old.link.id}/reissue`,
    {},
    at.ticket,
  );
  expect(status).toBe(201);
  expect(await peer.closed).toBe(CLOSE.withdrawn);
  expect(body.link).toEqual({ ...old.link, id: expect.any(String), made: expect.any(Number) });
  expect(body.url.startsWith(`${at.server.url}/b/${at.made.board}#`)).toBe(true);
  await join(at.made, secretOf(body.url));
  expect((await post(`${at.made.api}/join`, { secret: old.secret, name: 'x' })).body).toEqual(
    apiError('withdrawn-link'),
  );
  const after = await linksOf(at);
  expect(after.find(({ id }) => id === old.link.id)?.withdrawn).toEqual(expect.any(Number));
  const change = await post(`${at.made.api}/links/${old.link.id}`, { name: 'x' }, at.ticket);
  expect(change.status).toBe(409);
  expect(change.body).toEqual(apiError('conflict'));
});

test('only facilitators of this board, from our own page, manage links', async () => {
  const at = await stage();
  const link = (await linksOf(at)).find(({ role }) => role === 'observer');
  const another = await makeBoard(at.server.url);
  const strangers = [
    bearer(await join(at.made, at.made.observer)),
    bearer(await join(at.made, at.made.partners[0]?.secret ?? '')),
    bearer(await join(another, another.facilitator)),
    { ...at.ticket, origin: 'https://evil.example' },
  ];
  const paths = ['', `/${link?.id}`, `/${link?.id}/withdraw`, `/${link?.id}/reissue`, `/${link?.id}/code`];
  for (const stranger of strangers)
    for (const path of paths) {
      const { status, body } = await post(`${at.made.api}/links${path}`, { role: 'observer' }, stranger);
      expect(status, path).toBe(403);
      expect(body).toEqual(apiError('forbidden'));
    }
  expect(await linksOf(at)).toHaveLength(4);
});
