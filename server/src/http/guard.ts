import type { IncomingMessage } from 'node:http';
import type * as z from 'zod/mini';
import {
  type Access,
  type Admission,
  type BoardAction,
  hashSecret,
  type Refusal,
  sameHash,
} from '../access/index.ts';
import type { Config, ServerRates } from '../config.ts';
import { clientAddress, countedAs } from './address.ts';
import { readJson } from './body.ts';
import { type CodeTried, createCodeTries } from './codeTries.ts';
import { cookieName, readCookie } from './cookies.ts';
import { HttpError, tooMany } from './errors.ts';
import type { Metrics } from './metrics.ts';
import { isOwnOrigin } from './origin.ts';
import { createRateLimit, type RateLimit } from './rate.ts';
import type { Exchange } from './router.ts';
import { validate } from './validate.ts';

/** What every route asks before it does anything. All of it throws {@link HttpError}. */
export interface Guard {
  /** Counts one request of this kind for the address it came from. */
  rate(request: IncomingMessage, what: keyof ServerRates): void;
  /** Counts one for something else than an address: an id. */
  rateOf(id: string, what: keyof ServerRates): void;
  /** Counts a try at a spoken code. */
  readonly codeTried: CodeTried;
  /** Refuses what a foreign page sent: a browser says so in `Origin`; programs send none. */
  ownPage(request: IncomingMessage): void;
  /** The body, checked against a schema of the protocol. */
  body<Schema extends z.ZodMiniType>(request: IncomingMessage, schema: Schema): Promise<z.infer<Schema>>;
  /**
   * Who asks, by the ticket in `Authorization` or in the cookie, if they may do this on the board in the path.
   * For a `POST` it also sees to {@link ownPage}.
   */
  allowed(exchange: Exchange, action: BoardAction): Promise<Admission>;
  /** Whether who asks may make boards here: with the creation secret, where there is one. */
  mayCreate(request: IncomingMessage): void;
  /** The board in the path, for who may do this there. */
  board(exchange: Exchange, action: BoardAction): Promise<string>;
}

export interface GuardOptions {
  readonly access: Access;
  readonly config: Config;
  readonly metrics: Metrics;
  readonly publicUrl: string;
  /** ms since the epoch, now */
  readonly now: () => number;
}

export function createGuard({ access, config, metrics, publicUrl, now }: GuardOptions): Guard {
  const { rates, limits, trustedHops, creationSecret } = config;
  const creationHash = creationSecret === undefined ? undefined : hashSecret(creationSecret);
  const rateLimits = Object.fromEntries(
    Object.entries(rates).map(([what, perMinute]) => [what, createRateLimit(perMinute, now)]),
  ) as Record<keyof ServerRates, RateLimit>;

  const rateOf: Guard['rateOf'] = (id, what) => {
    const wait = rateLimits[what].take(id);
    if (wait === 0) return;
    metrics.rateLimited(what);
    throw tooMany(wait);
  };
  const rate: Guard['rate'] = (request, what) => rateOf(countedAs(clientAddress(request, trustedHops)), what);

  const ownPage: Guard['ownPage'] = (request) => {
    if (request.headers.origin !== undefined && !isOwnOrigin(request, publicUrl))
      throw new HttpError('forbidden', 'a page of another site may not do this');
  };

  const allowed: Guard['allowed'] = async ({ request, param }, action) => {
    if (request.method === 'POST') ownPage(request);
    const board = param('board');
    const admitted = await access.allow(ticketOf(request, board), board, action);
    if (!admitted.ok) throw refused(admitted.refusal);
    return admitted;
  };

  return {
    rate,
    rateOf,

    codeTried: createCodeTries(rateLimits, metrics, (request) => clientAddress(request, trustedHops), now),

    mayCreate(request) {
      if (creationHash === undefined || sameHash(hashSecret(bearerOf(request) ?? ''), creationHash)) return;
      throw new HttpError(
        'wrong-secret',
        'boards are made with the creation secret here; send it as Authorization: Bearer',
      );
    },

    ownPage,

    async body(request, schema) {
      return validate(schema, await readJson(request, limits.body));
    },

    allowed,

    async board(exchange, action) {
      return (await allowed(exchange, action)).session.board;
    },
  };
}

/** The ticket a request brings along: a program's in `Authorization: Bearer`, a browser's in its cookie. */
export function ticketOf(request: IncomingMessage, board: string): string | undefined {
  return bearerOf(request) ?? readCookie(request.headers.cookie, cookieName(board));
}

/** What a request brings along in `Authorization: Bearer`. */
export function bearerOf(request: IncomingMessage): string | undefined {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
  return scheme?.toLowerCase() === 'bearer' ? (token ?? '') : undefined;
}

/** The error of the API for what access refused. */
export function refused(refusal: Refusal | 'wrong-link'): HttpError {
  switch (refusal) {
    case 'unauthorised':
      return new HttpError('unauthorised', 'no session, or it has ended; join again by the link');
    case 'forbidden':
      return new HttpError('forbidden', 'this session may not do this');
    case 'no-board':
      return new HttpError('no-board', 'there is no such board');
    case 'withdrawn':
      return new HttpError(
        'withdrawn-link',
        'this link was withdrawn or has ended; ask the facilitator for a new one',
      );
    case 'frozen':
      return new HttpError('conflict', 'the board is frozen; the facilitator can unfreeze it');
    case 'over':
      return new HttpError('conflict', 'no such silent round is open');
    case 'wrong-link':
      return new HttpError('wrong-link', 'this link opens nothing on this board; ask for it again');
  }
}
