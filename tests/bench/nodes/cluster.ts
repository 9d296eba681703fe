import { join } from 'node:path';
import type { CreateBoardResponse, JoinResponse } from '@samenbord/shared/protocol';
import { postgresMissing, startPostgres } from '../../../server/src/store/postgres/testing/postgresServer.ts';
import { redisMissing, startRedis } from '../../cluster/support/redisServer.ts';
import { type BenchServer, launch } from '../relay/server.ts';
import { PARTNERS } from '../relay/workload.ts';

const MAIN = join(import.meta.dirname, '../../../server/src/main.ts');

/** Several servers on one database and one Redis. */
export interface Cluster {
  readonly nodes: readonly BenchServer[];
}

/** A board of a cluster, and who may open it. */
export interface ClusterBoard {
  readonly document: string;
  /** Joins at `url`, which may be any node's. */
  join(url: string, name: string): Promise<JoinResponse>;
}

/** Why nothing can be measured here; `undefined` when it can. */
export function clusterMissing(): string | undefined {
  const missing = [postgresMissing(), redisMissing()].filter((reason) => reason !== undefined);
  return missing.length === 0 ? undefined : missing.join('; ');
}

/** Starts a database, a Redis and so many servers, does something with them, and ends them all. */
export async function withCluster<Result>(
  count: number,
  work: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const nodes: BenchServer[] = [];
  try {
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      DATABASE_URL: await postgres.createDatabase(),
      REDIS_URL: redis.url,
      RATE_CREATE: '10000000',
      RATE_JOIN: '10000000',
    };
    const address = (line: string): string | undefined => /^listening on (http:\S+)$/.exec(line)?.[1];
    for (let index = 0; index < count; index++)
      nodes.push(await launch({ args: [MAIN], env, address, memory: false }));
    return await work({ nodes });
  } finally {
    await Promise.all(nodes.map((node) => node.kill()));
    await Promise.all([postgres.dispose(), redis.dispose()]);
  }
}

/** Makes a board with these stickers. */
export async function makeBoard(url: string, stickers: readonly object[] = []): Promise<ClusterBoard> {
  const file = { title: 'Meting', partners: PARTNERS, stickers };
  const made = await post<CreateBoardResponse>(`${url}/api/boards`, file);
  const secret = new URL(made.links.facilitator).hash.slice(1);
  return {
    document: made.board,
    join: (at, name) => post<JoinResponse>(`${at}/api/boards/${made.board}/join`, { secret, name }),
  };
}

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${new URL(url).pathname} answered ${response.status}`);
  return (await response.json()) as Answer;
}
