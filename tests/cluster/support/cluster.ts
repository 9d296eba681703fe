import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { Machines } from './machines.ts';
import { openPassage, type Passage, postgresSocket } from './passage.ts';
import { type NodeProcess, startNodeProcess } from './process.ts';

/** A place for a node: what runs there may die and is started again, on its own ways to the database and Redis. */
export interface Site {
  readonly database: Passage;
  readonly redis: Passage;
  /** The node that runs there, or ran there last. */
  readonly node: NodeProcess;
  /** Ends the node, at once or as it is told to (SIGTERM). */
  end(how: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Begins to start another, as often as it takes until it runs. */
  start(): void;
  /** Resolves when what was begun to start runs. */
  started(): Promise<void>;
}

/** Starts nodes as processes, each with its own ways; all of it ends with the test. */
export async function startSites(
  { postgres, redis }: Machines,
  count: number,
): Promise<{ readonly url: string; readonly sites: readonly Site[] }> {
  const url = await postgres.createDatabase();
  const sites = Array.from({ length: count }, () => startSite(url, redis.url));
  return { url, sites: await Promise.all(sites) };
}

async function startSite(url: string, redisUrl: string): Promise<Site> {
  const database = await openPassage(postgresSocket(url));
  const redis = await openPassage({ host: '127.0.0.1', port: Number(new URL(redisUrl).port) });
  const ways = [
    `postgresql://postgres@127.0.0.1:${database.port}${new URL(url).pathname}`,
    `redis://127.0.0.1:${redis.port}`,
  ] as const;
  let node = await startNodeProcess(...ways);
  let starting: Promise<void> = Promise.resolve();
  let over = false;
  onTestFinished(() => {
    over = true;
  });

  /** As a supervisor does: while the database cannot be reached from here, a node ends again. */
  async function untilItRuns(): Promise<void> {
    while (!over) {
      try {
        node = await startNodeProcess(...ways);
        return;
      } catch {
        // The next may be luckier.
      }
    }
  }

  return {
    database,
    redis,
    get node() {
      return node;
    },
    async end(how) {
      const { process } = node;
      if (process.exitCode !== null || process.signalCode !== null) return;
      const exited = once(process, 'exit');
      process.kill(how);
      await exited;
    },
    start() {
      starting = starting.then(untilItRuns);
    },
    started: () => starting,
  };
}
