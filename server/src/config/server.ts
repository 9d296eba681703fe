import { fileURLToPath } from 'node:url';
import { LIMITS } from '@samenbord/shared/protocol';
import { z } from 'zod';
import { BOARD_CREATION } from './creation.ts';
import { FRAME_ANCESTORS } from './frames.ts';
import { bytes, count, integer, type Variable } from './variable.ts';

/** From the fewest messages to the most; `silent` says nothing at all. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Requests per minute of one address; all of a minute's may come at once. */
const perMinute = (fallback: number, about: string) => integer(1, 10_000_000, fallback, about);

const text = (expected: string, fallback: string, about: string): Variable<string> => ({
  schema: z.string().min(1),
  fallback,
  expected,
  about,
});

const httpUrl = z
  .string()
  .refine(isPlainOrigin)
  .transform((value) => new URL(value).origin);

/** An address of which the driver reads the rest. @param protocol that it must have, with the colon */
const urlOf = (protocol: RegExp) =>
  z.string().refine((value) => URL.canParse(value) && protocol.test(new URL(value).protocol));

function isPlainOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username } = new URL(value);
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === '';
}

/** The variables of the server around the relay. */
export const SERVER_VARIABLES = {
  PORT: integer(0, 65_535, 4_321, 'TCP port to listen on; 0 takes any free one.'),
  HOST: text(
    'an IP address or host name of this machine',
    '127.0.0.1',
    'Address to listen on; `0.0.0.0` or `::` for all of this machine.',
  ),
  DATA_DIR: text(
    'a directory',
    './data',
    'Directory of the database, unless `DATABASE_URL` is set. One process at a time uses it.',
  ),
  DATABASE_URL: {
    schema: urlOf(/^postgres(ql)?:$/).optional(),
    fallback: undefined,
    fallbackAs: 'not set',
    expected: 'the address of a PostgreSQL database, like postgresql://user:password@host/database',
    about:
      'Keeps the boards in this database instead of in `DATA_DIR`, so that several nodes can serve them.',
  } satisfies Variable<string | undefined>,
  REDIS_URL: {
    schema: urlOf(/^rediss?:$/).optional(),
    fallback: undefined,
    fallbackAs: 'not set',
    expected: 'the address of a Redis server, like redis://user:password@host:6379',
    about: 'Through it the nodes on one database hear each other at once. Only together with `DATABASE_URL`.',
  } satisfies Variable<string | undefined>,
  DATABASE_CONNECTIONS: integer(1, 1_000, 4, 'Connections to the database, beside one for writing changes.'),
  DATABASE_TIMEOUT: integer(
    100,
    600_000,
    10_000,
    'Milliseconds a statement may take, beside a second per megabyte, before its connection is given up.',
  ),
  PUBLIC_URL: {
    schema: httpUrl.optional(),
    fallback: undefined,
    fallbackAs: 'from `HOST` and `PORT`',
    expected: 'an http or https address without a path, like https://bord.example.org',
    about:
      'Address by which people reach the server: what links begin with. With `https`, cookies are `Secure`.',
  } satisfies Variable<string | undefined>,
  BOARD_CREATION,
  FRAME_ANCESTORS,
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS),
    fallback: 'info',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    about: 'Least serious messages to log. The log is JSON lines on standard error.',
  } satisfies Variable<(typeof LOG_LEVELS)[number]>,
  CLIENT_DIR: {
    schema: z.string().min(1),
    fallback: fileURLToPath(new URL('../../../client/dist', import.meta.url)),
    fallbackAs: 'client/dist',
    expected: 'a directory',
    about: 'Directory of the built page.',
  } satisfies Variable<string>,
  TRUSTED_HOPS: integer(
    0,
    10,
    0,
    'Reverse proxies in front of the server. That many of the last addresses in `X-Forwarded-For` are believed; with 0 the header is ignored.',
  ),
  TICKET_LIFETIME: integer(1, 365 * 86_400, 7 * 86_400, 'Seconds a ticket or cookie lasts after joining.'),
  PICTURE_GRACE: integer(
    0,
    10 * 365 * 86_400,
    7 * 86_400,
    'Seconds for which nothing has to show a picture before it is removed: undo finds it until then.',
  ),
  PICTURE_SWEEP: integer(
    60,
    2_000_000,
    6 * 3_600,
    'Seconds between two looks for pictures that nothing shows.',
  ),
  LIMIT_BODY: bytes(LIMITS.body, 'Bytes of a request body.'),
  LIMIT_FILE: integer(
    1_024,
    10_000_000_000,
    150 * 1024 * 1024,
    'Bytes of a file from which a board is made with its pictures; a third of them is base64. Counts for `LIMIT_PICTURE_MEMORY`.',
  ),
  LIMIT_CONNECTIONS: count(20_000, 'Open TCP connections, sockets included; more are dropped at once.'),
  LIMIT_CONNECTIONS_PER_ADDRESS: count(
    1_000,
    'Sockets one address may have open, two per open page; more get status 429. This machine itself has no bound.',
  ),
  LIMIT_PENDING_SOCKETS: count(1_000, 'Sockets that are being let in or turned away; more get status 503.'),
  LIMIT_PENDING_MS: integer(
    100,
    600_000,
    10_000,
    'Milliseconds a socket may take to be let in or, once turned away, to go.',
  ),
  LIMIT_PICTURE: bytes(LIMITS.picture, 'Bytes of one picture.'),
  LIMIT_PICTURES: integer(1_024, 10_000_000_000, LIMITS.pictures, 'Bytes of all pictures of one board.'),
  LIMIT_PICTURE_MEMORY: integer(
    1_048_576,
    10_000_000_000,
    256 * 1024 * 1024,
    'Bytes of pictures being brought or fetched at once; more get status 503. At least `LIMIT_PICTURE`.',
  ),
  RATE_CREATE: perMinute(120, 'Boards made per minute and address.'),
  RATE_JOIN: perMinute(1_200, 'Joins per minute and address.'),
  RATE_JOIN_LINK: perMinute(1_200, 'Joins per minute by one link, from whatever address.'),
  RATE_INVITATION: perMinute(1_200, 'Looks at what a link opens, per minute and address.'),
  RATE_EXPORT: perMinute(240, 'Exports per minute and address.'),
  RATE_PICTURE: perMinute(120, 'Pictures brought per minute and address, and by one link.'),
  RATE_PEN: perMinute(
    600,
    'Stickers added without opening the board, and looks at where they can go, per minute and address, and by one link.',
  ),
  RATE_PEN_MAKE: perMinute(
    60,
    'Codes that make a phone a pen, made per minute and address, and by one link.',
  ),
  RATE_WAITING: perMinute(
    6_000,
    'Times per minute and address that people who wait ask whether they are let in; one asks 30 times.',
  ),
  RATE_CODE: perMinute(20, 'Wrong spoken codes per minute and address.'),
  RATE_CODE_FIRST: perMinute(
    120,
    'Wrong spoken codes per minute, on this node, of all addresses that had few in the last hour.',
  ),
  RATE_CODE_WRONG: perMinute(
    60,
    'Wrong spoken codes per minute, on this node, of all other addresses together; SECURITY.md does the sum.',
  ),
} as const;
