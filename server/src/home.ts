import { randomBytes } from 'node:crypto';
import { localBus, Nodes, redisBus } from './cluster/index.ts';
import type { Config } from './config.ts';
import { type Log, openPostgresStore, openSqliteStore, type SharedStore, type Store } from './store/index.ts';

/** Where the boards are kept, and who else serves them. */
export interface Home {
  readonly store: Store;
  /** Only with DATABASE_URL. */
  readonly shared: { readonly store: SharedStore; readonly nodes: Nodes } | undefined;
  /** Takes leave of the other nodes. */
  leave(): Promise<void>;
}

/**
 * Opens the store: PostgreSQL with DATABASE_URL, a directory without. With REDIS_URL the nodes on one database
 * hear each other at once; without it they see each other's changes in the database, and not who is present.
 * @throws {StoreError}
 */
export async function openHome(config: Config, log: Log): Promise<Home> {
  const { databaseUrl: url, redisUrl } = config;
  if (url === undefined) {
    const store = await openSqliteStore({ directory: config.dataDir, log });
    return { store, shared: undefined, leave: async () => undefined };
  }
  const { connections, timeout } = config.database;
  const store = await openPostgresStore({ url, log, connections, timeout });
  if (redisUrl === undefined)
    log.warn(
      {},
      'DATABASE_URL without REDIS_URL is for one node: of several, people do not see each other drag',
    );
  const prefix = `samenbord:${Buffer.from(await store.key('bus', () => randomBytes(9))).toString('base64url')}:`;
  const bus = redisUrl === undefined ? localBus() : redisBus(redisUrl, prefix, log);
  const nodes = new Nodes({ bus, log, paces: config.cluster });
  const leave = async () => {
    nodes.close();
    await bus.close();
  };
  return { store, shared: { store, nodes }, leave };
}
