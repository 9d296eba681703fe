import { resolve } from 'node:path';
import type { z } from 'zod';
import type { NodePaces } from './cluster/paces.ts';
import { CLUSTER_VARIABLES, nodePaces } from './config/cluster.ts';
import { boardCreation } from './config/creation.ts';
import { RELAY_VARIABLES, relayLimits } from './config/relay.ts';
import { type LOG_LEVELS, SERVER_VARIABLES } from './config/server.ts';
import type { Variable } from './config/variable.ts';
import type { RelayLimits } from './relay/limits.ts';

/** Every variable, in the order of the documentation. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  ...SERVER_VARIABLES,
  ...RELAY_VARIABLES,
  ...CLUSTER_VARIABLES,
};

type Values = {
  readonly [Name in keyof typeof SERVER_VARIABLES]: z.infer<(typeof SERVER_VARIABLES)[Name]['schema']>;
};

/** The configuration, typed and checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** With the password: not for logs. `undefined` to keep the boards in {@link dataDir}. */
  readonly databaseUrl: string | undefined;
  /** With the password: not for logs. */
  readonly redisUrl: string | undefined;
  readonly database: { readonly connections: number; readonly timeout: number };
  readonly cluster: NodePaces;
  /** An origin without a slash at the end; `undefined` to derive it from where the server listens. */
  readonly publicUrl: string | undefined;
  /** The secret with which boards are made; not for logs. `undefined` when everybody may make them. */
  readonly creationSecret: string | undefined;
  /** Sources of a policy's `frame-ancestors`. */
  readonly frameAncestors: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Absolute. */
  readonly clientDir: string;
  readonly trustedHops: number;
  /** ms */
  readonly ticketLifetime: number;
  /** ms for which nothing has to show a picture before it goes. */
  readonly pictureGrace: number;
  /** ms between two looks for such. */
  readonly pictureSweep: number;
  readonly limits: ServerLimits;
  readonly relay: RelayLimits;
  readonly rates: ServerRates;
  /** Names that look like ours and are not: mistyped, most likely. */
  readonly unknown: readonly string[];
}

/** Bytes, counts and ms; see {@link SERVER_VARIABLES}. */
export interface ServerLimits {
  readonly body: number;
  /** A board with its pictures. */
  readonly file: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  readonly pendingSockets: number;
  readonly pendingMs: number;
  /** One picture. */
  readonly picture: number;
  /** All pictures of one board. */
  readonly pictures: number;
  /** Pictures that are being brought or fetched, in memory at once. */
  readonly pictureMemory: number;
}

/** Requests per minute, and per address unless it says otherwise. */
export interface ServerRates {
  readonly create: number;
  readonly join: number;
  /** Per link. */
  readonly joinLink: number;
  readonly invitation: number;
  readonly export: number;
  readonly picture: number;
  readonly pen: number;
  readonly penMake: number;
  readonly waiting: number;
  readonly code: number;
  /** Of all together. */
  readonly codeFirst: number;
  readonly codeWrong: number;
}

/** A variable that does not fit. The message names each and says what it should be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from an environment. An empty variable counts as not set.
 * @throws {ConfigError}
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const entries = Object.entries(VARIABLES).map(([name, variable]) => {
    const result = variable.schema.safeParse(env[name] || variable.fallback);
    if (!result.success) wrong.push(`${name} must be ${variable.expected}`);
    return [name, result.data];
  });
  if (env.REDIS_URL && !env.DATABASE_URL)
    wrong.push('REDIS_URL must be set together with DATABASE_URL: nodes share boards through a database');
  const values = Object.fromEntries(entries) as Values;
  // With an address that is wrong itself, it is not known who reaches it.
  const creation =
    wrong.length === 0
      ? boardCreation(values.BOARD_CREATION, values.HOST, values.PUBLIC_URL)
      : { secret: undefined };
  if ('wrong' in creation) wrong.push(creation.wrong);
  if (wrong.length > 0 || 'wrong' in creation)
    throw new ConfigError(`${wrong.join('; ')} (see docs/configuration.md)`);
  return shape(values, creation.secret, unknownIn(env));
}

function shape(values: Values, creationSecret: string | undefined, unknown: readonly string[]): Config {
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    database: { connections: values.DATABASE_CONNECTIONS, timeout: values.DATABASE_TIMEOUT },
    cluster: nodePaces(values),
    publicUrl: values.PUBLIC_URL,
    creationSecret,
    frameAncestors: values.FRAME_ANCESTORS,
    logLevel: values.LOG_LEVEL,
    clientDir: resolve(values.CLIENT_DIR),
    trustedHops: values.TRUSTED_HOPS,
    ticketLifetime: values.TICKET_LIFETIME * 1_000,
    pictureGrace: values.PICTURE_GRACE * 1_000,
    pictureSweep: values.PICTURE_SWEEP * 1_000,
    limits: {
      body: values.LIMIT_BODY,
      file: values.LIMIT_FILE,
      connections: values.LIMIT_CONNECTIONS,
      connectionsPerAddress: values.LIMIT_CONNECTIONS_PER_ADDRESS,
      pendingSockets: values.LIMIT_PENDING_SOCKETS,
      pendingMs: values.LIMIT_PENDING_MS,
      picture: values.LIMIT_PICTURE,
      pictures: values.LIMIT_PICTURES,
      pictureMemory: values.LIMIT_PICTURE_MEMORY,
    },
    relay: relayLimits(values),
    rates: {
      create: values.RATE_CREATE,
      join: values.RATE_JOIN,
      joinLink: values.RATE_JOIN_LINK,
      invitation: values.RATE_INVITATION,
      export: values.RATE_EXPORT,
      picture: values.RATE_PICTURE,
      pen: values.RATE_PEN,
      penMake: values.RATE_PEN_MAKE,
      waiting: values.RATE_WAITING,
      code: values.RATE_CODE,
      codeFirst: values.RATE_CODE_FIRST,
      codeWrong: values.RATE_CODE_WRONG,
    },
    unknown,
  };
}

const unknownIn = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(env).filter(
    (name) => /^(LIMIT|RATE|RELAY|CLUSTER)_/.test(name) && !Object.hasOwn(VARIABLES, name),
  );
