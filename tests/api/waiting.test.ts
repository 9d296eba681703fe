import type {
  JoinResponse,
  NewLinkResponse,
  WaitingResponse,
  WaitingRoomResponse,
} from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { apiError, bearer, cookieOf, get, join, makeBoard, post, secretOf } from './client.ts';
import { openPeer } from './peer.ts';
import { startServer } from './server.ts';

async function stage(env: Readonly<Record<string, string>> = {}) {
  const server = await startServer(env);
  const made = await makeBoard(server.url);
  const ticket = bearer(await join(made, made.facilitator));
  const settings = { role: 'partner', partner: made.partners[0]?.partner, admission: 'ask' };
  const { body } = await post<NewLinkResponse>(`${made.api}/links`, settings, ticket);
  const secret = secretOf(body.url);
  const knock = async (name: string): Promise<WaitingResponse> => {
    const answer = await post<WaitingResponse>(`${made.api}/join`, { secret, name, duty: 'executive' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(202);
    expect(answer.headers.getSetCookie()).toEqual([]);
    return answer.body;
  };
  const room = async () => (await get<WaitingRoomResponse>(`${made.api}/waiting-room`, ticket)).body;
  const ask = <T = unknown>(token: string) => post<T>(`${made.api}/waiting`, { token });
  const say = async (name: string, admit: boolean) => {
    const id = (await room()).people.find((one) => one.name === name)?.id;
    return post(`${made.api}/waiting-room/${id}`, { admit }, ticket);
  };
  return { server, made, ticket, secret, link: body.link, knock, room, ask, say };
}

test('who joins by a link with a waiting room waits until the facilitator lets them in', async () => {
  const { server, made, link, knock, room, ask, say } = await stage();
  expect(await room()).toEqual({ asks: true, people: [] });
  const { token, ...rest } = await knock('Anna');
  expect(rest).toEqual({ waiting: true });
  expect(await ask(token)).toMatchObject({ status: 202, body: { waiting: true, token } });
  expect((await room()).people).toEqual([
    {
      id: expect.any(String),
      name: 'Anna',
      link: link.id,
      linkName: '',
      role: 'partner',
      partner: link.partner,
      since: expect.any(Number),
    },
  ]);
  expect(await say('Anna', true)).toMatchObject({ status: 200, body: { done: true } });
  const came = await ask<JoinResponse>(token);
  expect(came.status).toBe(200);
  expect(came.body).toMatchObject({
    role: 'partner',
    partner: link.partner,
    person: { name: 'Anna', duty: 'executive' },
    link: link.id,
  });
  expect(cookieOf(came.headers)).toContain(came.body.ticket);
  await openPeer(server.url, made.board, came.body).synced;
  expect((await room()).people).toEqual([]);
});

test('who is refused is told so, and opens nothing', async () => {
  const { knock, ask, say } = await stage();
  const { token } = await knock('Anna');
  await say('Anna', false);
  const { status, body } = await ask(token);
  expect(status).toBe(403);
  expect(body).toEqual(apiError('refused-entry'));
});

test('a link that is withdrawn ends the waiting', async () => {
  const { made, ticket, link, knock, room, ask, say } = await stage();
  const { token } = await knock('Anna');
  await say('Anna', true);
  await post(`${made.api}/links/${link.id}/withdraw`, {}, ticket);
  expect((await ask(token)).body).toEqual(apiError('withdrawn-link'));
  expect(await room()).toEqual({ asks: false, people: [] });
});

test('a link that is full lets the facilitator know', async () => {
  const { made, ticket, link, knock, ask, say } = await stage();
  await post(`${made.api}/links/${link.id}`, { maxPeople: 1 }, ticket);
  const [anna, bram] = [await knock('Anna'), await knock('Bram')];
  await say('Anna', true);
  // Anna has not come yet, and the place is hers all the same.
  const { status, body } = await say('Bram', true);
  expect(status).toBe(403);
  expect(body).toEqual(apiError('link-full'));
  expect((await ask(bram.token)).status).toBe(202);
  expect((await ask(anna.token)).status).toBe(200);
});

test('no more are let in than a link is for, however many are at one moment', async () => {
  const { made, ticket, link, knock, room, ask } = await stage();
  await post(`${made.api}/links/${link.id}`, { maxPeople: 2 }, ticket);
  const knocked = await Promise.all(['A', 'B', 'C', 'D', 'E'].map(knock));
  const admit = ({ id }: { id: string }) => post(`${made.api}/waiting-room/${id}`, { admit: true }, ticket);
  const answers = await Promise.all((await room()).people.map(admit));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  const came = await Promise.all(knocked.map(({ token }) => ask(token)));
  expect(came.filter(({ status }) => status === 200)).toHaveLength(2);
});

test('waiting and being let in go on through a restart', async () => {
  const first = await stage();
  const [anna, bram] = [await first.knock('Anna'), await first.knock('Bram')];
  await first.say('Anna', true);
  await first.server.stop();
  const { url } = await startServer({ DATA_DIR: first.server.dataDir });
  const ask = (token: string) => post(`${url}/api/boards/${first.made.board}/waiting`, { token });
  expect((await ask(anna.token)).status).toBe(200);
  expect((await ask(bram.token)).status).toBe(202);
});

test('only facilitators see who waits and let them in', async () => {
  const { made, knock, room, ask } = await stage();
  const { token } = await knock('Anna');
  const [waiting] = (await room()).people;
  const observer = bearer(await join(made, made.observer));
  expect((await get(`${made.api}/waiting-room`, observer)).body).toEqual(apiError('forbidden'));
  const path = `${made.api}/waiting-room/${waiting?.id}`;
  expect((await post(path, { admit: true }, observer)).body).toEqual(apiError('forbidden'));
  expect((await post(path, { admit: true })).body).toEqual(apiError('unauthorised'));
  expect((await ask(token)).status).toBe(202);
  expect((await ask('nonsense')).body).toEqual(apiError('not-found'));
});

test('who asks too often, and too many joins by one link, are told when to come back', async () => {
  const { made, secret, knock, ask } = await stage({ RATE_WAITING: '2', RATE_JOIN_LINK: '2' });
  const { token } = await knock('Anna');
  await ask(token);
  await ask(token);
  const asked = await ask(token);
  expect(asked.status).toBe(429);
  expect(Number(asked.headers.get('retry-after'))).toBeGreaterThan(0);
  await knock('Bram');
  const joined = await post(`${made.api}/join`, { secret, name: 'Cas' });
  expect(joined.status).toBe(429);
  expect(joined.body).toEqual(apiError('too-many'));
  expect(Number(joined.headers.get('retry-after'))).toBeGreaterThan(0);
  await join(made, made.observer);
});
