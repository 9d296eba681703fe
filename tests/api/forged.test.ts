import { CLOSE, type LinkInfo, type NewLinkResponse, type RoundResponse } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BOARD, ROUND, ROWS, STATES } from '../../server/src/access/testing/truthTable.ts';
import { apiError, bearer, join, makeBoard, post, secretOf } from './client.ts';
import { type Attendee, attend } from './meeting.ts';
import { openPeer, until, updateFrame } from './peer.ts';
import { startServer, type TestServer } from './server.ts';

/**
 * Whoever has a session, or had one, tries over real sockets and real requests what the truth table says no to: each
 * is refused with the named code, and counted.
 */
const PARTNERS = [
  { id: 'gemeente', name: 'Gemeente' },
  { id: 'corporatie', name: 'Corporatie' },
];
/** As the columns of the table. */
const NAMES = ['nobody', 'fred', 'bea', 'ben', 'cor', 'olga'] as const;
type Name = Exclude<(typeof NAMES)[number], 'nobody'>;

const CLOSED: Readonly<Record<string, number>> = {
  u: CLOSE.unauthorised,
  f: CLOSE.forbidden,
  o: CLOSE.over,
  w: CLOSE.withdrawn,
  b: CLOSE.noBoard,
};
const REASONS: Readonly<Record<string, string>> = {
  u: 'unauthorised',
  f: 'forbidden',
  o: 'over',
  w: 'withdrawn',
  b: 'no-board',
};
const ANSWERS: Readonly<Record<string, readonly [status: number, code: string]>> = {
  u: [401, 'unauthorised'],
  f: [403, 'forbidden'],
  z: [409, 'conflict'],
  o: [409, 'conflict'],
  w: [403, 'withdrawn-link'],
  b: [404, 'no-board'],
};

const RATES = {
  RATE_JOIN: '100000',
  RATE_EXPORT: '100000',
  RATE_PICTURE: '100000',
  LIMIT_CONNECTIONS_PER_ADDRESS: '100000',
};

/** Tries what is not allowed, and counts what it expects to be counted. */
function forger(server: TestServer) {
  const counted = new Map<string, number>();
  const count = (metric: string): void => void counted.set(metric, (counted.get(metric) ?? 0) + 1);

  return {
    /** Something else was tried that is counted by this metric. */
    count,

    /** @param letter of the table: how it is refused */
    async opens(document: string, ticket: string | undefined, letter: string): Promise<void> {
      const peer = openPeer(server.url, document, ticket === undefined ? {} : { ticket });
      expect(await peer.closed, document).toBe(CLOSED[letter]);
      count(`socket_refusals_total{reason="${REASONS[letter]}"}`);
    },

    /** Writes where one may only read. */
    async writes(document: string, ticket: string, letter: 'f' | 'z'): Promise<void> {
      const peer = openPeer(server.url, document, { ticket });
      await peer.synced;
      const forged = new Y.Doc();
      forged.getMap('stickers').set('forged', 1);
      forged.getMap('table').set('title', 'forged');
      peer.send(updateFrame(Y.encodeStateAsUpdate(forged)));
      const code = letter === 'z' ? 'frozen' : 'read-only';
      await until(() => peer.notices.some((notice) => notice.code === code));
      await peer.saved();
      peer.close();
      await peer.closed;
      count(`relay_refusals_total{reason="${code}"}`);
    },

    /** Asks of the API what `action` stands for, by every route there is for it. */
    async asks(board: string, action: string, ticket: string | undefined, letter: string): Promise<void> {
      for (const { method, pattern } of server.routes.filter((route) => route.action === action)) {
        const path = pattern.replace(':board', board).replaceAll(/:[a-z]+/g, 'none');
        const response = await fetch(`${server.url}${path}`, {
          method,
          headers: {
            ...bearer({ ticket: ticket ?? '' }),
            ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
          },
          ...(method === 'POST' ? { body: '{}' } : {}),
        });
        const [status, code] = ANSWERS[letter] ?? [0, ''];
        expect({ status: response.status, body: await response.json() }, `${method} ${pattern}`).toEqual({
          status,
          body: apiError(code),
        });
        count(`http_refusals_total{code="${code}"}`);
      }
    },

    /** All of it was counted, and nothing else. */
    async allCounted(): Promise<void> {
      const figures = await (await fetch(`${server.url}/metrics`)).text();
      for (const [metric, times] of counted)
        expect(figures.split('\n').find((line) => line.startsWith(metric))).toBe(`${metric} ${times}`);
      expect(counted.size).toBeGreaterThan(0);
    },
  };
}

async function table(server: TestServer, names: Readonly<Record<Name, string>>) {
  const made = await makeBoard(server.url, { title: 'Rietwijk', partners: PARTNERS });
  const secretFor = (id: string): string => made.partners.find(({ partner }) => partner === id)?.secret ?? '';
  const secrets: Readonly<Record<Name, string>> = {
    fred: made.facilitator,
    bea: secretFor('gemeente'),
    ben: secretFor('gemeente'),
    cor: secretFor('corporatie'),
    olga: made.observer,
  };
  const people = new Map<string, Attendee>();
  for (const [name, secret] of Object.entries(secrets))
    people.set(name, await attend(server.url, made, secret, names[name as Name]));
  /** A target of the table, with the ids that this board and its people have. */
  const real = (target: string, round: string | null): string =>
    target
      .split('/')
      .map((part) => {
        if (part === BOARD) return made.board;
        if (part === ROUND) return round ?? 'no-round';
        return people.get(part)?.session.person.id ?? part;
      })
      .join('/');
  return { made, people, real };
}

const SAME: Readonly<Record<Name, string>> = {
  fred: 'Fred',
  bea: 'Bea',
  ben: 'Ben',
  cor: 'Cor',
  olga: 'Olga',
};

for (const [state, { frozen, round: inRound }] of STATES.entries())
  test(`nobody gets what the table says no to, ${frozen ? 'frozen' : 'not frozen'}, ${inRound === null ? 'without a round' : 'in a silent round'}`, async () => {
    const server = await startServer(RATES);
    const { made, people, real } = await table(server, SAME);
    const fred = people.get('fred');
    if (frozen) await fred?.act('freeze', { frozen: true });
    const field = { sheet: 'brengen-halen', region: 'core.essence' };
    const opened = inRound === null ? undefined : await fred?.act<RoundResponse>('rounds', field);
    const round = opened?.body.round ?? null;
    const forged = forger(server);
    for (const { target, action, cells } of ROWS)
      for (const [column, name] of NAMES.entries()) {
        const letter = cells[column]?.[state] ?? '';
        if (letter === 'y') continue;
        const ticket = people.get(name)?.session.ticket;
        const document = real(target, round);
        const readable = ROWS.find((row) => row.target === target && row.action === 'read')?.cells[column];
        if (action !== 'read' && action !== 'write') await forged.asks(made.board, action, ticket, letter);
        else if (readable?.[state] !== 'y') await forged.opens(document, ticket, letter);
        else await forged.writes(document, ticket ?? '', letter === 'z' ? 'z' : 'f');
      }
    await forged.allCounted();
    const { body } = (await fred?.get<{ title: string; stickers: unknown[] }>('export.json')) ?? {};
    expect(body).toMatchObject({ title: 'Rietwijk', stickers: [] });
  }, 120_000);

test('links that were withdrawn or are past their end, and tickets that have ended, open nothing any more', async () => {
  let time = Date.now();
  const server = await startServer({ ...RATES, TICKET_LIFETIME: '3600' }, () => time);
  const made = await makeBoard(server.url, { title: 'Rietwijk', partners: PARTNERS });
  const fred = await attend(server.url, made, made.facilitator, 'Fred');
  const forged = forger(server);
  const newLink = async (settings: object) => {
    const { body } = await fred.act<NewLinkResponse>('links', {
      role: 'partner',
      partner: 'gemeente',
      ...settings,
    });
    const secret = secretOf(body.url);
    return { link: body.link, secret, session: await join(made, secret) };
  };
  const withdrawn = await newLink({});
  const past = await newLink({ expires: time + 1_000 });
  const lasting = await newLink({});
  await fred.act<LinkInfo>(`links/${withdrawn.link.id}/withdraw`);
  time += 1_000;
  for (const { target, action } of ROWS.filter((row) => !row.target.includes('silent')))
    for (const { session } of [withdrawn, past]) {
      const document = target.replace(BOARD, made.board);
      if (action === 'read') await forged.opens(document, session.ticket, 'w');
      else if (action !== 'write') await forged.asks(made.board, action, session.ticket, 'w');
    }
  for (const { secret } of [withdrawn, past]) {
    expect(await post(`${made.api}/join`, { secret, name: 'x' })).toMatchObject({
      status: 403,
      body: apiError('withdrawn-link'),
    });
    forged.count('http_refusals_total{code="withdrawn-link"}');
  }
  time += 3_600_000;
  for (const document of [made.board, `${made.board}/table`, `${made.board}/private/gemeente`])
    await forged.opens(document, lasting.session.ticket, 'u');
  await forged.asks(made.board, 'see-session', lasting.session.ticket, 'u');
  await forged.allCounted();
}, 60_000);

test('spoken codes that are guessed are wrong ones until there are too many, and links that are guessed open nothing', async () => {
  const server = await startServer({ ...RATES, RATE_CODE: '4' });
  const made = await makeBoard(server.url, { title: 'Rietwijk', partners: PARTNERS });
  const forged = forger(server);
  const guesses = ['CDFHJKMP', 'RTWXCDFH', 'JKMPRTWX', 'CCCCCCCC', 'DDDDDDDD'];
  for (const [n, code] of guesses.entries()) {
    const [status, error] = n < 4 ? [403, 'wrong-code'] : [429, 'too-many'];
    expect(await post(`${server.url}/api/codes/join`, { code, name: 'x' })).toMatchObject({
      status,
      body: apiError(String(error)),
    });
    forged.count(`http_refusals_total{code="${error}"}`);
  }
  forged.count('http_rate_limited_total{what="code"}');
  expect(await post(`${made.api}/join`, { secret: 'x'.repeat(32), name: 'x' })).toMatchObject({
    status: 403,
    body: apiError('wrong-link'),
  });
  forged.count('http_refusals_total{code="wrong-link"}');
  await forged.allCounted();
});

test('a ticket of another board opens nothing here, whatever its role, and none opens a board that there is not', async () => {
  const server = await startServer(RATES);
  const [here, elsewhere] = [await table(server, SAME), await table(server, SAME)];
  const forged = forger(server);
  for (const { session } of elsewhere.people.values()) {
    for (const { target, action } of ROWS) {
      if (action === 'read') await forged.opens(here.real(target, 'round'), session.ticket, 'f');
      else if (action !== 'write') await forged.asks(here.made.board, action, session.ticket, 'f');
    }
    await forged.opens('no-such-board', session.ticket, 'b');
    await forged.asks('no-such-board', 'see-session', session.ticket, 'b');
  }
  await forged.allCounted();
}, 120_000);

test('a name that is no document, and a ticket that was changed, are refused', async () => {
  const server = await startServer(RATES);
  const { made, people } = await table(server, SAME);
  const forged = forger(server);
  const ticket = people.get('fred')?.session.ticket ?? '';
  for (const name of [
    '/private',
    '/private/',
    '/private/gemeente/x',
    '/silent/r',
    '/Table',
    '//table',
    '/table/x',
  ])
    await forged.opens(`${made.board}${name}`, ticket, 'f');
  const [version, claims = '', signature = ''] = ticket.split('.');
  const raised = Buffer.from(
    Buffer.from(people.get('olga')?.session.ticket.split('.')[1] ?? '', 'base64url')
      .toString()
      .replace('observer', 'facilitator'),
  ).toString('base64url');
  for (const bad of [
    '',
    'x',
    `${version}.${raised}.${signature}`,
    `${version}.${claims}.${signature}x`,
    `${version}.${claims}.`,
  ])
    await forged.opens(made.board, bad, 'u');
  await forged.allCounted();
});

test('the page of another site opens nothing with a cookie, and changes nothing', async () => {
  const server = await startServer(RATES);
  const { made, people } = await table(server, SAME);
  const cookie = `samenbord-${made.board}=${people.get('bea')?.session.ticket}`;
  const forged = forger(server);
  for (const document of ['', '/table', '/private/gemeente']) {
    const peer = openPeer(server.url, `${made.board}${document}`, { cookie, origin: 'https://evil.example' });
    expect(await peer.closed).toBe(CLOSE.forbidden);
    forged.count('socket_refusals_total{reason="forbidden"}');
  }
  for (const { method, pattern } of server.routes.filter(({ method }) => method === 'POST')) {
    const path = pattern.replace(':board', made.board).replaceAll(/:[a-z]+/g, 'none');
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { cookie, origin: 'https://evil.example', 'content-type': 'application/json' },
      body: '{}',
    });
    expect([response.status, await response.json()], pattern).toEqual([403, apiError('forbidden')]);
    forged.count('http_refusals_total{code="forbidden"}');
  }
  await forged.allCounted();
});
