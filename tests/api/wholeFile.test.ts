import { createHash } from 'node:crypto';
import type { BoardFile } from '@samenbord/shared/board';
import type { CreateBoardResponse } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { apiError, bearer, join, type Made, secretOf } from './client.ts';
import { startServer } from './server.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const picture = (seed: number, size = 60_000): Buffer =>
  Buffer.from([...PNG, ...new Uint8Array(size).map((_, index) => (index * seed) % 251)]);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const ONE = picture(3);
const TWO = picture(7);

const FILE: BoardFile = {
  title: 'Met foto’s',
  partners: [
    { id: 'gemeente', name: 'Gemeente', mark: 'G', color: '#0072B2' },
    { id: 'netbeheer', name: 'Netbeheer', mark: 'N', color: '#E69F00' },
  ],
  stickers: [ONE, TWO, ONE].map((bytes, index) => ({
    id: `s${index}`,
    template: 'brengen-halen',
    region: 'core.ambition',
    x: 0.2 + index / 4,
    y: 0.5,
    text: '',
    picture: { hash: hashOf(bytes), width: 800, height: 600, alt: 'Het park' },
  })),
};

const line = (bytes: Buffer, hash = hashOf(bytes)) =>
  JSON.stringify({ hash, type: 'image/png', data: bytes.toString('base64') });

async function send(url: string, lines: readonly string[]) {
  const response = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
  return { status: response.status, body: (await response.json()) as CreateBoardResponse };
}

async function open(url: string, { board, links }: CreateBoardResponse) {
  const api = `${url}/api/boards/${board}`;
  const made = { board, api, url, facilitator: secretOf(links.facilitator) } as unknown as Made;
  const headers = bearer(await join(made, made.facilitator));
  return { api, headers, whole: () => fetch(`${api}/export.ndjson`, { headers }) };
}

test('a board goes to another server with its pictures, byte for byte, each once', async () => {
  const first = await startServer();
  const made = await send(first.url, [
    JSON.stringify(FILE),
    line(ONE),
    line(TWO),
    line(ONE),
    line(picture(11)),
  ]);
  expect(made.status).toBe(201);
  const board = await open(first.url, made.body);
  const whole = await board.whole();
  expect(whole.headers.get('content-type')).toBe('application/x-ndjson');
  const text = await whole.text();
  // The board, and two pictures: what no sticker shows was not kept.
  expect(text.trimEnd().split('\n')).toHaveLength(3);

  const second = await startServer();
  const again = await send(second.url, text.split('\n'));
  expect(again.status).toBe(201);
  const other = await open(second.url, again.body);
  for (const bytes of [ONE, TWO]) {
    const response = await fetch(`${other.api}/pictures/${hashOf(bytes)}`, { headers: other.headers });
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), bytes)).toBe(0);
  }
  const back = await (await other.whole()).text();
  expect(back.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
});

test.each([
  ['a hash of other bytes', [JSON.stringify(FILE), line(ONE), line(TWO, hashOf(ONE))], 400, 'invalid'],
  ['no picture', [JSON.stringify(FILE), line(Buffer.from('<svg/>'))], 415, 'not-a-picture'],
  ['a line that is no JSON', [JSON.stringify(FILE), '{'], 400, 'malformed-json'],
  ['a line of something else', [JSON.stringify(FILE), '{"data":"AAAA"}'], 400, 'invalid'],
  ['no board', ['', ''], 400, 'malformed-json'],
  ['a board that does not fit', ['{"title":"Zonder partners","partners":[]}'], 400, 'invalid'],
  [
    'a picture of more bytes than one may have',
    [JSON.stringify(FILE), line(picture(5, 150_000))],
    413,
    'too-large',
  ],
  ['more than a board may have of them', [JSON.stringify(FILE), line(ONE), line(TWO)], 409, 'pictures-full'],
] as const)('nothing is made of a file with %s, and it says so', async (_what, lines, status, code) => {
  const { url } = await startServer({ LIMIT_PICTURE: '100000', LIMIT_PICTURES: '100000' });
  const answer = await send(url, lines);
  expect(answer).toMatchObject({ status, body: apiError(code) });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(/boards_made_total 0/);
});

test('a file beyond its limit is refused', async () => {
  const { url } = await startServer({ LIMIT_FILE: '100000' });
  expect(await send(url, [JSON.stringify(FILE), line(ONE), line(TWO)])).toMatchObject({
    status: 413,
    body: apiError('too-large'),
  });
});

test('a file of more lines than a board has stickers and pictures is refused', async () => {
  const { url } = await startServer();
  expect(
    (await send(url, [JSON.stringify({ ...FILE, stickers: [] }), ...Array(13_000).fill('')])).status,
  ).toBe(413);
});
