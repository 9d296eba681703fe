import type {
  InvitationResponse,
  JoinResponse,
  LinksResponse,
  SpokenCodeResponse,
} from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { apiError, bearer, cookieOf, get, join, makeBoard, post } from './client.ts';
import { startServer } from './server.ts';

async function stage(env: Readonly<Record<string, string>> = {}) {
  let time = Date.now();
  const server = await startServer(env, () => time);
  const made = await makeBoard(server.url);
  const ticket = bearer(await join(made, made.facilitator));
  const { body } = await get<LinksResponse>(`${made.api}/links`, ticket);
  const partner = made.partners[0]?.partner;
  const path = `${made.api}/links/${body.links.find((link) => link.partner === partner)?.id}`;
  const show = async () => (await post<SpokenCodeResponse>(`${path}/code`, {}, ticket)).body;
  const pass = (ms: number): void => {
    time += ms;
  };
  return { server, made, ticket, path, partner, show, pass };
}

/** A code with one letter changed. */
const other = (code: string): string => `${code.startsWith('C') ? 'D' : 'C'}${code.slice(1)}`;

test('a code opens its link while it is shown, however it is typed', async () => {
  const { server, made, ticket, path, partner, show } = await stage();
  const shown = await show();
  expect(shown).toEqual({
    code: expect.stringMatching(/^[CDFHJKMPRTWX]{8}$/),
    expires: expect.any(Number),
    lease: expect.any(Number),
  });
  const typed = `${shown.code.slice(0, 4)}-${shown.code.slice(4)} `.toLowerCase();
  const invitation = await post<InvitationResponse>(`${server.url}/api/codes/invitation`, { code: typed });
  expect(invitation.body).toMatchObject({
    board: made.board,
    title: 'Rietwijk',
    role: 'partner',
    partner: { id: partner },
  });
  const joined = await post<JoinResponse>(`${server.url}/api/codes/join`, {
    code: typed,
    name: 'Anna',
    duty: 'lead',
  });
  expect(joined.body).toMatchObject({
    board: made.board,
    role: 'partner',
    partner,
    person: { duty: 'lead' },
  });
  const again = await post<JoinResponse>(
    `${made.api}/join-by-code`,
    { code: typed, name: 'Anna V.' },
    { cookie: cookieOf(joined.headers) },
  );
  expect(again.body.person).toEqual({ id: joined.body.person.id, name: 'Anna V.' });

  expect((await post(`${path}/code/end`, { code: shown.code }, ticket)).body).toEqual({ done: true });
  const ended = await post(`${server.url}/api/codes/join`, { code: shown.code, name: 'Anna' });
  expect(ended.status).toBe(403);
  expect(ended.body).toEqual(apiError('wrong-code'));
});

test('a code goes on by being renewed, and ends by itself when it is not', async () => {
  const { server, ticket, path, show, pass } = await stage();
  const { code, lease } = await show();
  const works = async () => (await post(`${server.url}/api/codes/invitation`, { code })).status === 200;
  pass(lease - 1);
  expect((await post(`${path}/code/renew`, { code }, ticket)).status).toBe(200);
  pass(lease - 1);
  expect(await works()).toBe(true);
  pass(1);
  expect(await works()).toBe(false);
  expect((await post(`${path}/code/renew`, { code }, ticket)).body).toEqual(apiError('wrong-code'));
});

test('a code ends with its link, and a link that has ended gets none', async () => {
  const { server, ticket, path, show } = await stage();
  const { code } = await show();
  await post(`${path}/withdraw`, {}, ticket);
  expect((await post(`${server.url}/api/codes/invitation`, { code })).body).toEqual(apiError('wrong-code'));
  expect((await post(`${path}/code`, {}, ticket)).body).toEqual(apiError('withdrawn-link'));
});

test('a code of one board opens nothing under another', async () => {
  const { server, show } = await stage();
  const { code } = await show();
  const another = await makeBoard(server.url);
  const answer = await post(`${another.api}/join-by-code`, { code, name: 'Anna' });
  expect(answer.body).toEqual(apiError('wrong-code'));
});

test('tries are counted per address', async () => {
  const { server, show } = await stage({ RATE_CODE: '4', TRUSTED_HOPS: '1' });
  const { code } = await show();
  const from = (address: string, tried: string) =>
    post(`${server.url}/api/codes/invitation`, { code: tried }, { 'x-forwarded-for': address });
  for (let n = 0; n < 4; n += 1) expect((await from('10.0.0.1', other(code))).status).toBe(403);
  const refused = await from('10.0.0.1', code);
  expect(refused.status).toBe(429);
  expect(refused.body).toEqual(apiError('too-many'));
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await from('10.0.0.2', code)).status).toBe(200);
});

test('wrong tries are counted over all addresses, also all at one moment; right ones cost nothing', async () => {
  const { server, show } = await stage({ RATE_CODE_WRONG: '2', RATE_CODE_FIRST: '3', TRUSTED_HOPS: '1' });
  const { code } = await show();
  const from = (n: number, tried: string) =>
    post(`${server.url}/api/codes/join`, { code: tried, name: 'x' }, { 'x-forwarded-for': `10.0.1.${n}` });
  for (let n = 0; n < 12; n += 1) expect((await from(n, code)).status).toBe(200);
  const tries = await Promise.all(Array.from({ length: 40 }, (_, n) => from(n, other(code))));
  expect(tries.filter(({ status }) => status === 403)).toHaveLength(5);
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(35);
});

test('who guesses does not keep others out, and changes nothing by having many IPv6 addresses', async () => {
  const { server, show, pass } = await stage({
    RATE_CODE_WRONG: '2',
    RATE_CODE_FIRST: '6',
    TRUSTED_HOPS: '1',
  });
  const { code } = await show();
  const from = (address: string, tried: string) =>
    post(`${server.url}/api/codes/invitation`, { code: tried }, { 'x-forwarded-for': address });
  const statuses: number[] = [];
  for (let n = 0; n < 20; n += 1) statuses.push((await from(`2001:db8:7:${n}::${n}`, other(code))).status);
  // Three as anybody may have wrong, two of those who guess; from then on no right one either.
  expect(statuses.filter((status) => status === 403)).toHaveLength(5);
  expect((await from('2001:db8:7:99::1', code)).status).toBe(429);
  // Others have their first tries, and who mistypes has another.
  expect((await from('2001:db8:8::1', other(code))).status).toBe(403);
  expect((await from('2001:db8:8::1', code)).status).toBe(200);
  expect((await from('10.0.0.7', code)).status).toBe(200);
  // A minute later the guesser may guess as often as all who guess together.
  pass(60_000);
  expect((await from('2001:db8:7::1', other(code))).status).toBe(403);
});

test('the code is in no log', async () => {
  const { server, made, show } = await stage();
  const { code } = await show();
  await post(`${server.url}/api/codes/join`, { code, name: 'Anna' });
  await post(`${server.url}/api/codes/join`, { code });
  await post(`${made.api}/join-by-code`, { code: other(code), name: 'Anna' });
  for (const text of [code, other(code)]) expect(server.log()).not.toContain(text);
});
