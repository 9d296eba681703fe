import { createHash } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { connect } from 'node:net';
import type { PictureResponse } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { apiError, bearer, join, type Made, makeBoard, post } from './client.ts';
import { startServer } from './server.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const WEBP = [0x52, 0x49, 0x46, 0x46, 4, 0, 0, 0, 0x57, 0x45, 0x42, 0x50];

/** A file that begins like a picture; `size` bytes of it differ by `seed`. */
const file = (head: readonly number[], seed = 0, size = 50): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...head, ...new Uint8Array(size).fill(seed)]);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Headers = Readonly<Record<string, string>>;

async function bring(
  made: Made,
  body: Uint8Array<ArrayBuffer>,
  headers: Headers,
): Promise<{ status: number; body: PictureResponse }> {
  const response = await fetch(`${made.api}/pictures`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as PictureResponse };
}

async function ticketOf(made: Made, secret = made.partners[0]?.secret ?? ''): Promise<Headers> {
  return bearer(await join(made, secret));
}

test.each([
  ['image/png', PNG],
  ['image/jpeg', JPEG],
  ['image/webp', WEBP],
] as const)('a picture that one brings is there for all of the board: %s', async (type, head) => {
  const { url, log } = await startServer();
  const made = await makeBoard(url);
  const picture = file(head);
  // What it is said to be does not matter, what it is does.
  const brought = await bring(made, picture, { ...(await ticketOf(made)), 'content-type': 'image/gif' });
  expect(brought).toEqual({ status: 201, body: { hash: hashOf(picture), type, bytes: picture.length } });
  const observer = await ticketOf(made, made.observer);
  const response = await fetch(`${made.api}/pictures/${brought.body.hash}`, { headers: observer });
  expect(response.status).toBe(200);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': type,
    'content-length': String(picture.length),
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none';.* sandbox$/),
    etag: `"${brought.body.hash}"`,
  });
  const again = await fetch(`${made.api}/pictures/${brought.body.hash}`, {
    headers: { ...observer, 'if-none-match': `"${brought.body.hash}"` },
  });
  expect(again.status).toBe(304);
  expect((await bring(made, picture, await ticketOf(made))).body).toEqual(brought.body);
  expect(log().match(/picture kept/g)).toHaveLength(1);
});

test('who may not write the board brings none, and who is not on it gets none', async () => {
  const { url } = await startServer();
  const [made, other] = [await makeBoard(url), await makeBoard(url)];
  const observer = await ticketOf(made, made.observer);
  expect(await bring(made, file(PNG), observer)).toEqual({ status: 403, body: apiError('forbidden') });
  expect(await bring(made, file(PNG), {})).toEqual({ status: 401, body: apiError('unauthorised') });
  const writer = await ticketOf(made);
  const foreign = { ...writer, origin: 'https://elsewhere.example' };
  expect(await bring(made, file(PNG), foreign)).toEqual({ status: 403, body: apiError('forbidden') });
  const { body } = await bring(made, file(PNG), writer);
  const elsewhere = await ticketOf(other);
  expect((await fetch(`${made.api}/pictures/${body.hash}`)).status).toBe(401);
  expect((await fetch(`${made.api}/pictures/${body.hash}`, { headers: elsewhere })).status).toBe(403);
  // The same hash on a board that does not have it is not there, though the server does.
  expect((await fetch(`${other.api}/pictures/${body.hash}`, { headers: elsewhere })).status).toBe(404);
});

test.each([
  ['an SVG, which may hold a program', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'image/png'],
  ['nothing', '', 'image/png'],
  ['a GIF', 'GIF89a', 'image/gif'],
  ['a picture that is not said to be one', '\u00ff\u00d8\u00ff', 'text/plain'],
])('%s is refused', async (_, text, type) => {
  const made = await makeBoard((await startServer()).url);
  const body = Uint8Array.from(Buffer.from(text, 'latin1'));
  const refused = await bring(made, body, { ...(await ticketOf(made)), 'content-type': type });
  expect(refused).toEqual({ status: 415, body: apiError('not-a-picture') });
});

test('a picture over its bound, and one for which the board has no room, are refused, each by its name', async () => {
  const { url } = await startServer({ LIMIT_PICTURE: '2000', LIMIT_PICTURES: '5000' });
  const made = await makeBoard(url);
  const ticket = await ticketOf(made);
  const most = 2000 - PNG.length;
  expect(await bring(made, file(PNG, 0, most + 1), ticket)).toEqual({
    status: 413,
    body: apiError('too-large'),
  });
  for (const seed of [1, 2]) expect((await bring(made, file(PNG, seed, most), ticket)).status).toBe(201);
  const full = { status: 409, body: apiError('pictures-full') };
  expect(await bring(made, file(PNG, 3, most), ticket)).toEqual(full);
  // One that is there already takes no room, and what fits is taken.
  expect((await bring(made, file(PNG, 2, most), ticket)).status).toBe(201);
  expect((await bring(made, file(PNG, 4, 500), ticket)).status).toBe(201);
  const other = await makeBoard(url);
  expect((await bring(other, file(PNG, 3, most), await ticketOf(other))).status).toBe(201);
});

test('who brings many is asked to wait', async () => {
  const made = await makeBoard((await startServer({ RATE_PICTURE: '2' })).url);
  const ticket = await ticketOf(made);
  const statuses: number[] = [];
  for (const seed of [1, 2, 3]) statuses.push((await bring(made, file(PNG, seed), ticket)).status);
  expect(statuses).toEqual([201, 201, 429]);
});

test('who brings many by one link is asked to wait, from however many addresses', async () => {
  const made = await makeBoard((await startServer({ RATE_PICTURE: '2', TRUSTED_HOPS: '1' })).url);
  const [one, other] = [await ticketOf(made), await ticketOf(made, made.partners[1]?.secret)];
  const statuses: number[] = [];
  for (const seed of [1, 2, 3])
    statuses.push(
      (await bring(made, file(PNG, seed), { ...one, 'x-forwarded-for': `10.0.0.${seed}` })).status,
    );
  expect(statuses).toEqual([201, 201, 429]);
  expect((await bring(made, file(PNG, 4), { ...other, 'x-forwarded-for': '10.0.0.4' })).status).toBe(201);
});

test('pictures that are on their way take bounded memory, and give it back', async () => {
  const { url } = await startServer({ LIMIT_PICTURE_MEMORY: '1048576', LIMIT_PICTURE: '1048576' });
  const made = await makeBoard(url);
  const ticket = await ticketOf(made);
  let slow: ClientRequest | undefined;
  const bringSlowly = () => {
    slow = request(`${made.api}/pictures`, {
      method: 'POST',
      headers: { ...ticket, 'content-type': 'image/png', 'content-length': '1048576' },
    });
    slow.on('error', () => {});
    // Refused, because one of those below was on its way at that moment.
    slow.on('response', bringSlowly);
    slow.write(Buffer.from(PNG));
  };
  bringSlowly();
  await expect.poll(async () => (await bring(made, file(PNG), ticket)).status).toBe(503);
  slow?.destroy();
  await expect.poll(async () => (await bring(made, file(PNG), ticket)).status).toBe(201);
});

test('hashes that are none are not found, and are not looked for', async () => {
  const made = await makeBoard((await startServer()).url);
  const headers = await ticketOf(made);
  for (const hash of ['x', '..%2f..%2fsamenbord.sqlite', 'A'.repeat(64), '0'.repeat(63)])
    expect((await fetch(`${made.api}/pictures/${hash}`, { headers })).status).toBe(404);
  expect((await post(`${made.api}/pictures/${'0'.repeat(64)}`, {}, headers)).status).toBe(405);
});

test.each([
  ['a picture is asked for', (path: string, hash: string) => [`GET ${path}/${hash} HTTP/1.1`]],
  [
    'several are asked for at once',
    (path: string, hash: string) => Array(8).fill(`GET ${path}/${hash} HTTP/1.1`),
  ],
  [
    'one is brought',
    (path: string) => [`POST ${path} HTTP/1.1\r\ncontent-type: image/png\r\ncontent-length: 9000000`],
  ],
])('who goes at once when %s leaves room for others', async (_, requests) => {
  const { url } = await startServer({ RATE_PICTURE: '1000' });
  const made = await makeBoard(url);
  const headers = await ticketOf(made);
  const { hash } = (await bring(made, file(PNG, 0, 5_000), headers)).body;
  const { hostname, port, pathname } = new URL(`${made.api}/pictures`);
  const more = `host: ${hostname}:${port}\r\nauthorization: ${headers.authorization}\r\n\r\n`;
  const sent = requests(pathname, hash).map((line: string) => `${line}\r\n${more}`);
  for (let time = 0; time < 60; time += 1)
    await new Promise((done) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(sent.join(''));
        socket.resetAndDestroy();
      });
      socket.on('error', () => undefined).on('close', done);
    });
  // The server may hear of the last ones a moment later.
  await expect.poll(async () => (await fetch(`${made.api}/pictures/${hash}`, { headers })).status).toBe(200);
  await expect.poll(async () => (await bring(made, file(PNG, 1), headers)).status).toBe(201);
});
