import { afterAll, beforeAll, it } from 'vitest';
import {
  type PostgresServer,
  postgresMissing,
  startPostgres,
} from '../../../server/src/store/postgres/testing/postgresServer.ts';
import { type RedisServer, redisMissing, startRedis } from './redisServer.ts';

/** The database and the bus under a test. */
export interface Machines {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
}

/** Registers tests that need a PostgreSQL and a Redis, started once for all of them; without, says why not. */
export function onMachines(tests: (machines: () => Machines) => void): void {
  const missing = [postgresMissing(), redisMissing()].filter((reason) => reason !== undefined).join('; ');
  if (missing !== '') {
    it(`cannot be tested here: ${missing}`, () => void process.stderr.write(`NOT TESTED: ${missing}\n`));
    return;
  }
  let machines: Machines | undefined;
  beforeAll(async () => {
    const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    machines = { postgres, redis };
  }, 60_000);
  afterAll(async () => {
    await Promise.all([machines?.postgres.dispose(), machines?.redis.dispose()]);
  });
  tests(() => {
    if (machines === undefined) throw new Error('not started');
    return machines;
  });
}
