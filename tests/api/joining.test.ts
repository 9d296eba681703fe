import type {
  InvitationResponse,
  JoinResponse,
  NewLinkResponse,
  OwnPeopleResponse,
  SessionResponse,
} from '@samenbord/shared/protocol';
import { describe, expect, test } from 'vitest';
import { apiError, bearer, cookieOf, get, join, makeBoard, post, secretOf } from './client.ts';
import { gather } from './meeting.ts';
import { startServer } from './server.ts';

describe('an invitation', () => {
  test('says what the link opens, before anybody joins', async () => {
    const made = await makeBoard((await startServer()).url);
    const [gemeente] = made.partners;
    const ofPartner = await post<InvitationResponse>(`${made.api}/invitation`, { secret: gemeente?.secret });
    expect(ofPartner.body).toEqual({
      title: 'Rietwijk',
      language: 'nl',
      role: 'partner',
      partner: {
        id: 'gemeente-veenwaarde',
        name: 'Gemeente Veenwaarde',
        mark: expect.any(String),
        color: expect.any(String),
      },
    });
    const ofObserver = await post<InvitationResponse>(`${made.api}/invitation`, { secret: made.observer });
    expect(ofObserver.body).toEqual({ title: 'Rietwijk', language: 'nl', role: 'observer' });
  });
});

describe('joining', () => {
  test('gives a ticket, and the same in a cookie that no script and no other site can use', async () => {
    const made = await makeBoard((await startServer({ TICKET_LIFETIME: '3600' }, () => 1_000)).url);
    const [, netbeheer] = made.partners;
    const { body, headers } = await post<JoinResponse>(`${made.api}/join`, {
      secret: netbeheer?.secret,
      name: '  Bram de Wit ',
    });
    expect(body).toEqual({
      ticket: expect.stringMatching(/^v1\./),
      role: 'partner',
      partner: 'lageland-netbeheer',
      documents: [made.board, `${made.board}/table`, `${made.board}/private/lageland-netbeheer`],
      person: { id: expect.any(String), name: 'Bram de Wit' },
      expires: 3_601_000,
      link: expect.any(String),
    });
    expect(headers.getSetCookie()).toEqual(
      [`/api/boards/${made.board}`, `/relay/${made.board}`].map(
        (path) =>
          `samenbord-${made.board}=${body.ticket}; Path=${path}; Max-Age=3600; HttpOnly; SameSite=Lax`,
      ),
    );
  });

  test('behind https the cookie goes over https only', async () => {
    const made = await makeBoard((await startServer({ PUBLIC_URL: 'https://bord.example.org' })).url);
    const { headers } = await post(`${made.api}/join`, { secret: made.observer, name: 'Anna' });
    for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/; Secure$/);
  });

  test('again in the same browser is the same person, under the new name', async () => {
    const made = await makeBoard((await startServer()).url);
    const credentials = { secret: made.observer, name: 'Anna' };
    const first = await post<JoinResponse>(`${made.api}/join`, credentials);
    const again = await post<JoinResponse>(
      `${made.api}/join`,
      { ...credentials, name: 'Anna V.' },
      { cookie: cookieOf(first.headers) },
    );
    expect(again.body.person).toEqual({ id: first.body.person.id, name: 'Anna V.' });
    const elsewhere = await post<JoinResponse>(`${made.api}/join`, credentials);
    expect(elsewhere.body.person.id).not.toBe(first.body.person.id);
  });

  test.each<[string, object, string]>([
    ['no name', {}, 'name'],
    ['a name of spaces', { name: '   ' }, 'name'],
    ['a name of 500 characters', { name: 'x'.repeat(500) }, 'name'],
    ['a name that is a number', { name: 5 }, 'name'],
  ])('%s is refused by field', async (_what, rest, field) => {
    const made = await makeBoard((await startServer()).url);
    const { status, body } = await post(`${made.api}/join`, { secret: made.observer, ...rest });
    expect(status).toBe(400);
    expect(body).toEqual(apiError('invalid', field));
  });

  test('a wrong link, the link of another board, and a board that is not there', async () => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const other = await makeBoard(url);
    for (const secret of ['x', `${made.observer}x`, other.observer]) {
      const { status, body } = await post(`${made.api}/join`, { secret, name: 'Anna' });
      expect(status).toBe(403);
      expect(body).toEqual(apiError('wrong-link'));
    }
    for (const board of ['no-such-board', 'x', '..%2f..', 'a%00b']) {
      const answer = await post(`${url}/api/boards/${board}/join`, { secret: made.observer, name: 'Anna' });
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual(apiError('no-board'));
    }
  });
});

describe('a session', () => {
  test('is told by cookie or by ticket, without giving the ticket out', async () => {
    const made = await makeBoard((await startServer()).url);
    const { body, headers } = await post<JoinResponse>(`${made.api}/join`, {
      secret: made.facilitator,
      name: 'Anna',
    });
    const { ticket: _ticket, ...session } = body;
    const byCookie = await get<SessionResponse>(`${made.api}/session`, { cookie: cookieOf(headers) });
    expect(byCookie.body).toEqual(session);
    expect((await get(`${made.api}/session`, bearer(body))).body).toEqual(session);
  });

  test('is not there with a forged ticket, and after its end', async () => {
    let time = Date.now();
    const made = await makeBoard((await startServer({ TICKET_LIFETIME: '60' }, () => time)).url);
    const joined = await join(made, made.facilitator);
    const statusWith = async (headers: Record<string, string>) => {
      const { status, body } = await get(`${made.api}/session`, headers);
      if (status !== 200) expect(body).toEqual(apiError('unauthorised'));
      return status;
    };
    expect(await statusWith({ authorization: 'Bearer' })).toBe(401);
    expect(await statusWith({ authorization: `Bearer ${joined.ticket.slice(0, -4)}AAAA` })).toBe(401);
    expect(await statusWith({ cookie: `samenbord-${made.board}=nonsense` })).toBe(401);
    expect(await statusWith(bearer(joined))).toBe(200);
    time += 60_000;
    expect(await statusWith(bearer(joined))).toBe(401);
  });

  test('is asked for without complaint by a browser that was never here', async () => {
    const made = await makeBoard((await startServer()).url);
    const response = await fetch(`${made.api}/session`);
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect((await get(`${made.api.slice(0, -4)}none/session`)).body).toEqual(apiError('no-board'));
  });

  test('of one board is none on another', async () => {
    const { url } = await startServer();
    const made = await makeBoard(url);
    const other = await makeBoard(url);
    const joined = await join(made, made.facilitator);
    for (const path of ['session', 'export.json', 'links']) {
      const { status, body } = await get(`${other.api}/${path}`, bearer(joined));
      expect(status).toBe(403);
      expect(body).toEqual(apiError('forbidden'));
    }
  });
});

describe('who came in for a partner', () => {
  test('is seen by its people, by whatever link and whoever it was, and by nobody else', async () => {
    let time = 1_000_000;
    const { url } = await startServer({}, () => time);
    const { facilitator, gemeente, netbeheer, observer, made } = await gather(url);
    time += 1_000;
    // The facilitator makes another link for this partner, comes in by it, and withdraws it.
    const { body } = await facilitator.act<NewLinkResponse>('links', {
      role: 'partner',
      partner: 'gemeente',
    });
    const { people: before } = (await gemeente.get<OwnPeopleResponse>('people')).body;
    expect(before.map(({ name }) => name)).toEqual(['Gea']);
    const guest = await join(made, secretOf(body.url), 'Onbekende');
    const seen = async () => (await gemeente.get<OwnPeopleResponse>('people')).body;
    expect((await seen()).links.map(({ made: at }) => at)).toEqual([1_000_000, 1_001_000]);
    time += 1_000;
    await post(`${made.api}/join`, { secret: secretOf(body.url), name: 'Fred', duty: 'lead' }, bearer(guest));
    await facilitator.act(`links/${body.link.id}/withdraw`);
    expect(await seen()).toEqual({
      people: [
        { id: guest.person.id, name: 'Fred', duty: 'lead', first: 1_001_000, last: 1_002_000 },
        { id: gemeente.session.person.id, name: 'Gea', first: 1_000_000, last: 1_000_000 },
      ],
      links: [{ made: 1_000_000 }],
      // Gone again before anybody looked, it was there all the same.
      newest: 1_001_000,
    });
    expect((await netbeheer.get<OwnPeopleResponse>('people')).body.people.map(({ name }) => name)).toEqual([
      'Nel',
    ]);
    for (const other of [facilitator, observer])
      expect(await other.get('people')).toMatchObject({ status: 403, body: apiError('forbidden') });
  });
});
