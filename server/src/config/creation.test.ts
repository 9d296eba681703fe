import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';
import { isLoopback } from './creation.ts';

const SECRET = 'maak-hier-een-bord';

test.each([
  {},
  { HOST: 'localhost' },
  { HOST: '::1' },
  { HOST: '127.0.0.2', PUBLIC_URL: 'http://bord.localhost:8080' },
  { BOARD_CREATION: 'open', PUBLIC_URL: 'http://[::1]:4321' },
])('on a loopback address everybody makes boards: %j', (env) => {
  expect(readConfig(env).creationSecret).toBeUndefined();
});

test.each<[Record<string, string>, RegExp]>([
  [{ HOST: '0.0.0.0' }, /^BOARD_CREATION is not set, and with HOST 0\.0\.0\.0 others reach the server/],
  [{ HOST: '::' }, /with HOST ::/],
  [{ HOST: 'bord.example.org' }, /with HOST bord\.example\.org/],
  [{ PUBLIC_URL: 'https://bord.example.org' }, /with PUBLIC_URL https:\/\/bord\.example\.org others/],
  [{ HOST: '0.0.0.0', BOARD_CREATION: 'open' }, /^BOARD_CREATION is open, but with HOST 0\.0\.0\.0/],
  [{ PUBLIC_URL: 'https://localhost.example.org', BOARD_CREATION: 'open' }, /with PUBLIC_URL/],
])('on another a secret is needed: %j', (env, message) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(message);
  expect(() => readConfig(env)).toThrow(/set BOARD_CREATION to a secret of at least 16 characters/);
  expect(readConfig({ ...env, BOARD_CREATION: SECRET }).creationSecret).toBe(SECRET);
});

test.each(['kort', 'x'.repeat(15), 'met spaties er tussen in', 'Öffnen-für-alle-Leute', 'x'.repeat(201)])(
  'a secret that is too short, or would not pass through a header, is refused and not repeated: %s',
  (secret) => {
    const read = () => readConfig({ BOARD_CREATION: secret });
    expect(read).toThrow(/^BOARD_CREATION must be `open`, or a secret of at least 16/);
    expect(read).not.toThrow(secret);
  },
);

test('names that only begin or end like a loopback address are none', () => {
  for (const host of ['localhost.example.org', '127.example.org', '128.0.0.1', '::', '0.0.0.0', 'xlocalhost'])
    expect(isLoopback(host), host).toBe(false);
});

test.each(["'none'", "'self'", "'self' https://intranet.example.org", 'https://*.example.org:8443'])(
  'FRAME_ANCESTORS may be %s',
  (value) => {
    expect(readConfig({ FRAME_ANCESTORS: value }).frameAncestors).toBe(value);
  },
);

test.each([
  '*',
  "'none' https://a.example",
  'example.org',
  "'self'; script-src *",
  'https://a.example/x',
  "'self',x",
])('FRAME_ANCESTORS may not be %s', (value) => {
  expect(() => readConfig({ FRAME_ANCESTORS: value })).toThrow(/^FRAME_ANCESTORS must be/);
});
