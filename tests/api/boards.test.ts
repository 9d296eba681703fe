import type { BoardFile } from '@samenbord/shared/board';
import { rietwijk } from '@samenbord/shared/demo';
import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, test } from 'vitest';
import { apiError, BOARD_FILE, bearer, get, join, makeBoard, PARTNERS, post, secretOf } from './client.ts';
import { CREATION_SECRET, startServer } from './server.ts';

describe('making a board', () => {
  test('gives a link for the facilitator, for each partner and for observers, all different', async () => {
    const { url } = await startServer({ PUBLIC_URL: 'https://bord.example.org' });
    const { status, body, headers } = await post<{ board: string; links: Record<string, unknown> }>(
      `${url}/api/boards`,
      BOARD_FILE,
      { authorization: `Bearer ${CREATION_SECRET}` },
    );
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    const link = expect.stringMatching(
      new RegExp(`^https://bord\\.example\\.org/b/${body.board}#[A-Za-z0-9_-]{32}$`),
    );
    expect(body).toEqual({
      board: expect.stringMatching(/^[A-Za-z0-9_-]{16}$/),
      links: {
        facilitator: link,
        observer: link,
        partners: [
          { partner: 'gemeente-veenwaarde', url: link },
          { partner: 'lageland-netbeheer', url: link },
        ],
      },
    });
    const urls = JSON.stringify(body.links).match(/https:[^"]+/g) ?? [];
    expect(new Set(urls.map(secretOf)).size).toBe(4);
  });

  test('links begin with where the server listens when nothing else is said', async () => {
    const { url } = await startServer();
    const { body } = await post<{ links: { facilitator: string } }>(`${url}/api/boards`, BOARD_FILE);
    expect(new URL(body.links.facilitator).origin).toBe(url);
  });

  test('partners get a mark and a colour of their own, and keep what they came with', async () => {
    const { url } = await startServer();
    const partners = [
      { name: 'Gemeente' },
      { name: 'Gilde', mark: 'G', color: '#56B4E9' },
      { name: 'Groen' },
    ];
    const made = await makeBoard(url, { title: 'x', partners });
    const { body } = await get<BoardFile>(`${made.api}/export.json`, bearer(await join(made, made.observer)));
    expect(body.partners[1]).toMatchObject({ mark: 'G', color: '#56B4E9' });
    expect(new Set(body.partners.map(({ mark }) => mark)).size).toBe(3);
    expect(new Set(body.partners.map(({ color }) => color)).size).toBe(3);
  });

  test('the worked example comes back out as it went in, places and all, and makes the same board again', async () => {
    const { url } = await startServer();
    const made = await makeBoard(url, rietwijk);
    const { status, body } = await get<BoardFile>(
      `${made.api}/export.json`,
      bearer(await join(made, made.partners[0]?.secret ?? '')),
    );
    expect(status).toBe(200);
    expect(body.stickers?.map(({ id, text }) => ({ id, text })).toSorted(byId)).toEqual(
      rietwijk.stickers?.map(({ id, text }) => ({ id, text })).toSorted(byId),
    );
    const again = await makeBoard(url, body);
    const second = await get<BoardFile>(
      `${again.api}/export.json`,
      bearer(await join(again, again.facilitator)),
    );
    expect(second.body).toEqual(body);
  });

  test('a board of 5,000 stickers and 8 partners is made', async () => {
    const { url } = await startServer();
    const partners = Array.from({ length: 8 }, (_, n) => ({ name: `Partner ${n + 1}` }));
    const stickers = Array.from({ length: 5_000 }, (_, n) => ({
      template: 'brengen-halen',
      x: (n % 100) / 100,
      y: Math.floor(n / 100) / 50,
      text: `sticker ${n}`,
    }));
    const made = await makeBoard(url, { title: 'groot', partners, stickers });
    const { body } = await get<BoardFile>(
      `${made.api}/export.json`,
      bearer(await join(made, made.facilitator)),
    );
    expect(body.stickers).toHaveLength(5_000);
    expect(body.partners).toHaveLength(8);
  });
});

const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }) =>
  (a.id ?? '').localeCompare(b.id ?? '');

describe('a request that does not fit', () => {
  const WORD = 'a-value-nobody-repeats';
  const long = WORD.repeat(30);
  test.each<[what: string, file: object, field: string]>([
    ['no title', { partners: PARTNERS }, 'title'],
    ['an empty title', { title: '  ', partners: PARTNERS }, 'title'],
    ['a title of 500 characters', { title: long, partners: PARTNERS }, 'title'],
    ['no partners', { title: 'x' }, 'partners'],
    ['one partner', { title: 'x', partners: PARTNERS.slice(1) }, 'partners'],
    [
      'nine partners',
      { title: 'x', partners: Array(LIMITS.maxPartners + 1).fill({ name: WORD }) },
      'partners',
    ],
    ['a partner without a name', { title: 'x', partners: [...PARTNERS, { mark: 'x' }] }, 'partners.2.name'],
    [
      'a partner with a long name',
      { title: 'x', partners: [...PARTNERS, { name: long }] },
      'partners.2.name',
    ],
    [
      'a colour that is none',
      { title: 'x', partners: [{ name: 'a', color: WORD }, { name: 'b' }] },
      'partners.0.color',
    ],
    [
      'two partners with one id',
      { title: 'x', partners: Array(2).fill({ name: 'a', id: 'a' }) },
      'partners.1.id',
    ],
    ['a language we do not speak', { ...BOARD_FILE, language: WORD }, 'language'],
    [
      'a sheet there is not',
      { ...BOARD_FILE, stickers: [{ template: WORD, text: 'x' }] },
      'stickers.0.template',
    ],
    [
      'a text of 100,000 characters',
      { ...BOARD_FILE, stickers: [{ template: 'brengen-halen', text: WORD.repeat(5_000) }] },
      'stickers.0.text',
    ],
    [
      'a field there is not',
      { ...BOARD_FILE, stickers: [{ template: 'brengen-halen', region: WORD, text: 'x' }] },
      'stickers.0.region',
    ],
    [
      'a line to nowhere',
      { ...BOARD_FILE, links: [{ from: WORD, to: WORD, kind: 'match' }] },
      'links.0.from',
    ],
  ])('%s: 400, which field, and nothing of what was sent', async (_what, file, field) => {
    const { url, log } = await startServer();
    const { status, body } = await post(`${url}/api/boards`, file);
    expect(status).toBe(400);
    expect(body).toEqual(apiError('invalid', field));
    expect(JSON.stringify(body)).not.toContain(WORD);
    expect(log()).not.toContain(WORD);
  });

  test.each([
    [{ partners: BOARD_FILE.partners, title: 5 }, 'title must be a text'],
    [{ ...BOARD_FILE, stickers: 'x' }, 'stickers must be a list'],
    [
      { ...BOARD_FILE, stickers: [{ template: 'brengen-halen', text: 'x', x: 'y', y: 0 }] },
      'stickers.0.x must be a number',
    ],
    [{ ...BOARD_FILE, partners: [{ name: 'A' }, {}] }, 'partners.1.name is missing'],
    [{ ...BOARD_FILE, partners: [{ name: 'A' }, 5] }, 'partners.1 must be an object'],
  ])('a value of the wrong type is not called missing: %j', async (file, message) => {
    const { url } = await startServer();
    const { body } = await post<{ error: { message: string } }>(`${url}/api/boards`, file);
    expect(body.error.message).toBe(message);
  });

  test.each(['a\u0007b', 'a\nb', 'a\u2028b', '\u200b\u200d', '\u202eb', ' '])(
    'names and titles that nobody can see or that go over lines are refused: %j',
    async (text) => {
      const { url } = await startServer();
      const refused = async (file: object, field: string) =>
        expect((await post(`${url}/api/boards`, file)).body).toEqual(apiError('invalid', field));
      await refused({ ...BOARD_FILE, title: text }, 'title');
      await refused({ ...BOARD_FILE, partners: [{ name: 'A' }, { name: text }] }, 'partners.1.name');
      const made = await makeBoard(url);
      const joined = await post(`${made.api}/join`, { secret: made.observer, name: text });
      expect(joined.body).toEqual(apiError('invalid', 'name'));
    },
  );

  test.each(['null', '[]', '"x"', '5'])('%s is no board', async (text) => {
    const { url } = await startServer();
    const response = await fetch(`${url}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(apiError('invalid'));
  });
});
