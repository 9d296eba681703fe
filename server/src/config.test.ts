import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { NODE_PACES } from './cluster/paces.ts';
import type { Variable } from './config/variable.ts';
import { ConfigError, readConfig, VARIABLES } from './config.ts';
import { RELAY_LIMITS } from './relay/limits.ts';

test('with nothing set it listens on this machine only', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 4321, host: '127.0.0.1', publicUrl: undefined, logLevel: 'info' });
  expect(isAbsolute(config.dataDir) && config.dataDir.endsWith('data')).toBe(true);
  expect(config.ticketLifetime).toBe(7 * 24 * 60 * 60 * 1_000);
});

test('what is set is taken; what is empty is not set', () => {
  const PUBLIC_URL = 'http://Bord.localhost:8080/';
  const config = readConfig({ PORT: '0', HOST: '', PUBLIC_URL, RATE_JOIN: '5' });
  expect(config).toMatchObject({ port: 0, host: '127.0.0.1', publicUrl: 'http://bord.localhost:8080' });
  expect(config.rates.join).toBe(5);
});

test.each([
  ['PORT', '70000', /^PORT must be a whole number from 0 to 65535/],
  ['PORT', '80a', /^PORT must be a whole number/],
  ['PORT', '-1', /^PORT must be/],
  [
    'DATABASE_URL',
    'mysql://root:geheim@db/bord',
    /^DATABASE_URL must be the address of a PostgreSQL database/,
  ],
  ['DATABASE_URL', 'bord', /^DATABASE_URL must be/],
  ['REDIS_URL', 'http://redis', /^REDIS_URL must be the address of a Redis server/],
  ['PUBLIC_URL', 'bord.example.org', /^PUBLIC_URL must be an http or https address/],
  ['PUBLIC_URL', 'ftp://bord.example.org', /^PUBLIC_URL/],
  ['PUBLIC_URL', 'https://bord.example.org/sub', /^PUBLIC_URL/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of fatal, error/],
  ['LIMIT_BODY', '10', /^LIMIT_BODY must be/],
  ['RATE_CREATE', '0', /^RATE_CREATE must be/],
  ['TICKET_LIFETIME', '1e9', /^TICKET_LIFETIME must be/],
])('%s=%s is refused by name, and the value is not repeated', (name, value, message) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(message);
});

test('the relay has its limits, each from its own variable', () => {
  expect(readConfig({}).relay).toEqual(RELAY_LIMITS);
  expect(readConfig({ RELAY_WINDOW_MOST: '7' }).relay).toEqual({ ...RELAY_LIMITS, windowMost: 7 });
});

test('Redis alone keeps nothing: it comes with a database', () => {
  const REDIS_URL = 'redis://redis:6379';
  const DATABASE_URL = 'postgresql://bord:geheim@db/bord';
  expect(() => readConfig({ REDIS_URL })).toThrow(/^REDIS_URL must be set together with DATABASE_URL/);
  expect(readConfig({ REDIS_URL, DATABASE_URL })).toMatchObject({
    redisUrl: REDIS_URL,
    databaseUrl: DATABASE_URL,
  });
  expect(readConfig({ CLUSTER_HEARTBEAT: '7' }).cluster).toEqual({ ...NODE_PACES, heartbeat: 7 });
});

test('all that is wrong is said at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT must be .*; LOG_LEVEL must be/);
});

test('a mistyped limit or rate is noticed', () => {
  expect(readConfig({ RATE_JOINS: '5', LIMIT_BODY: '2048', PATH: '/bin' }).unknown).toEqual(['RATE_JOINS']);
});

test('the documentation lists exactly these variables, with their defaults', () => {
  const documented = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(documented).toEqual(Object.entries(VARIABLES).map(row));
});

/** A variable as its row in docs/configuration.md. */
function row([name, { fallback, fallbackAs, expected, about }]: [string, Variable]): string {
  return `| \`${name}\` | ${fallbackAs ?? `\`${fallback}\``} | ${expected} | ${about} |`;
}
