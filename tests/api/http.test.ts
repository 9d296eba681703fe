import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { apiError, BOARD_FILE, bearer, get, join, makeBoard, post } from './client.ts';
import { startServer } from './server.ts';

describe('requests that are wrong in themselves', () => {
  test('an unknown path of the API', async () => {
    const { url } = await startServer();
    for (const path of ['/api', '/api/', '/api/nothing', '/api/boards/x', '/api/boards/x/y/z']) {
      const { status, body } = await get(`${url}${path}`);
      expect(status, path).toBe(404);
      expect(body).toEqual(apiError('not-found'));
    }
  });

  test('a method the path does not take', async () => {
    const { url } = await startServer();
    for (const [method, path, allow] of [
      ['GET', '/api/boards', 'POST'],
      ['DELETE', '/api/boards/x/session', 'GET, HEAD'],
      ['PUT', '/healthz', 'GET, HEAD'],
      ['POST', '/', 'GET, HEAD'],
    ] as const) {
      const response = await fetch(`${url}${path}`, { method });
      expect(response.status, path).toBe(405);
      expect(response.headers.get('allow')).toBe(allow);
      expect(await response.json()).toEqual(apiError('method-not-allowed'));
    }
  });

  test.each(['', '{', '{"title":', 'a'.repeat(100), '\u0000'])('JSON that is none: %j', async (text) => {
    const { url, log } = await startServer();
    const response = await fetch(`${url}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: text,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(apiError('malformed-json'));
    expect(log()).not.toContain('SyntaxError');
  });

  test('bytes that are no UTF-8', async () => {
    const { url } = await startServer();
    const response = await fetch(`${url}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from([0x22, 0xff, 0x22]),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(apiError('malformed-json'));
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a body that is no JSON: %s',
    async (type) => {
      const { url } = await startServer();
      const response = await fetch(`${url}/api/boards`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(BOARD_FILE),
      });
      expect(response.status).toBe(415);
      expect(await response.json()).toEqual(apiError('not-json'));
    },
  );
});

describe('a body over the limit', () => {
  const env = { LIMIT_BODY: '2048' };

  test('is refused with an answer that arrives, and the server goes on', async () => {
    const { url } = await startServer(env);
    for (const size of [2_049, 100_000, 5_000_000]) {
      const { status, body } = await post(`${url}/api/boards`, { title: 'x'.repeat(size) });
      expect(status).toBe(413);
      expect(body).toEqual(apiError('too-large'));
    }
    await makeBoard(url);
  });

  test('is refused as well when it does not say how long it is', async () => {
    const { url } = await startServer(env);
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('x'.repeat(1_000)));
        if ((this as { sent?: number }).sent === 4) controller.close();
        (this as { sent?: number }).sent = ((this as { sent?: number }).sent ?? 0) + 1;
      },
    });
    const response = await fetch(`${url}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual(apiError('too-large'));
  });

  test('without an end is cut off after its answer', async () => {
    const { url } = await startServer(env);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => {});
    const closed = new Promise((done) => socket.on('close', done));
    socket.write(
      'POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `3e8\r\n${'x'.repeat(1_000)}\r\n`;
    const push = (): void => {
      if (!socket.destroyed) socket.write(chunk, () => setImmediate(push));
    };
    push();
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
  });
});

describe('too many requests', () => {
  test('from one address wait, and are told how long', async () => {
    let time = Date.now();
    const { url } = await startServer({ RATE_CREATE: '2', RATE_JOIN: '1', RATE_INVITATION: '1' }, () => time);
    const made = await makeBoard(url);
    await makeBoard(url);
    const { status, body, headers } = await post(`${url}/api/boards`, BOARD_FILE);
    expect(status).toBe(429);
    expect(body).toEqual(apiError('too-many'));
    expect(headers.get('retry-after')).toBe('30');
    await join(made, made.observer);
    expect((await post(`${made.api}/join`, { secret: 'x', name: 'x' })).status).toBe(429);
    expect((await post(`${made.api}/invitation`, { secret: 'x' })).status).toBe(403);
    expect((await post(`${made.api}/invitation`, { secret: 'x' })).status).toBe(429);
    time += 30_000;
    await makeBoard(url);
  });

  test('behind a proxy count for the address it names', async () => {
    const { url } = await startServer({ RATE_CREATE: '1', TRUSTED_HOPS: '1' });
    const from = async (address: string) =>
      (await post(`${url}/api/boards`, BOARD_FILE, { 'x-forwarded-for': `6.6.6.6, ${address}` })).status;
    expect([await from('1.1.1.1'), await from('1.1.1.1'), await from('2.2.2.2')]).toEqual([201, 429, 201]);
  });
});

describe('the page', () => {
  test('is there at the start and at a board, with everything it needs forbidden that it does not need', async () => {
    const { url } = await startServer();
    for (const path of ['/', '/b/some-board', '/?x=1']) {
      const response = await fetch(`${url}${path}`);
      expect(response.status, path).toBe(200);
      expect(await response.text()).toContain('<title>samenbord</title>');
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain(`connect-src 'self' ${url.replace('http', 'ws')};`);
      expect(policy).not.toMatch(/unsafe/);
    }
  });

  test('every answer forbids guessing its type and saying where one came from', async () => {
    const { url } = await startServer();
    for (const path of ['/', '/healthz', '/api/nothing', '/nothing', '/assets/index-abc123.js']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  test('with a public address of https, browsers are told to come by https only from then on', async () => {
    const plain = await startServer();
    expect((await fetch(plain.url)).headers.get('strict-transport-security')).toBeNull();
    const { url } = await startServer({ PUBLIC_URL: 'https://bord.example.org' });
    for (const path of ['/', '/api/nothing'])
      expect((await fetch(`${url}${path}`)).headers.get('strict-transport-security')).toBe(
        'max-age=31536000',
      );
  });

  test('its parts are kept for good, and come compressed where they can', async () => {
    const { url } = await startServer();
    const path = `${url}/assets/index-abc123.js`;
    const plain = await fetch(path, { headers: { 'accept-encoding': 'identity' } });
    expect(await plain.text()).toBe('console.log("plain")');
    expect(plain.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
    expect(plain.headers.get('content-type')).toMatch(/^text\/javascript/);
    const head = await fetch(path, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect(head.headers.get('content-encoding')).toBe('br');
  });

  test.each([
    '/nothing',
    '/assets/nothing.js',
    '/.hidden',
    '/%2ehidden',
    '/%2Ehidden',
    '/assets/%2e%2e/%2ehidden',
    '/assets%2f%2ehidden',
    '/b/x/y',
    '/..%2f..%2fetc/passwd',
    '/%00',
    '/%zz',
  ])('%s is not there', async (path) => {
    const { url } = await startServer();
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  });

  test('a range that makes no sense harms nobody', async () => {
    const { url } = await startServer();
    const response = await fetch(url, { headers: { range: 'bytes=50-2' } });
    expect(response.status).toBe(200);
  });
});

describe('health and figures', () => {
  test('it is alive and ready, and says how it is doing without saying about whom', async () => {
    const { url } = await startServer();
    expect(await get(`${url}/healthz`)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await get(`${url}/readyz`)).toMatchObject({ status: 200, body: { status: 'ready' } });
    const made = await makeBoard(url);
    await get(`${made.api}/session`, bearer(await join(made, made.observer)));
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=/);
    const text = await response.text();
    expect(text).toContain('boards_made_total 1');
    expect(text).toContain('relay_connections 0');
    expect(text).toMatch(
      /http_request_seconds_count\{route="\/api\/boards\/:board\/session",method="GET",status="200"\} 1/,
    );
    expect(text).not.toContain(made.board);
  });
});
