import type { Log } from '../log.ts';
import type { SharedStore } from '../types.ts';
import { type ConnectionBounds, Connections } from './connections.ts';
import { migrateSchema } from './schema.ts';
import { PostgresStore } from './store.ts';

export interface PostgresStoreOptions {
  /** A connection string, `postgresql://user:password@host:port/database`, with the driver's parameters. */
  readonly url: string;
  readonly log: Log;
  /** Connections beside the one that appends. Default 4. */
  readonly connections?: number;
  /** How long a statement may take, ms, beside what its size takes. Default 10 s. */
  readonly timeout?: number;
  /** First pause after the database could not be reached, ms; doubles up to {@link retryMost}. Default 50. */
  readonly retryFirst?: number;
  /** Longest of those pauses, ms. Default 1 s. */
  readonly retryMost?: number;
}

/**
 * Opens the store in a PostgreSQL database, which any number of nodes may do at once.
 * @throws {StoreError} at once and with a message that says what to do; `newer-schema` when a newer program
 * made it.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<SharedStore> {
  const { url, log, connections = 4, timeout = 10_000, retryFirst = 50, retryMost = 1000 } = options;
  const bounds: ConnectionBounds = { connections, timeout, retryFirst, retryMost };
  const reading = new Connections(url, bounds, log);
  const writing = new Connections(url, { ...bounds, connections: 1 }, log);
  try {
    await reading.use(migrateSchema);
    const [row] = await reading.query("SELECT current_setting('fsync') AS fsync, current_database() AS name");
    if (row?.fsync === 'off')
      log.warn({}, 'the database runs with fsync = off: a power cut may lose what people were told is saved');
    log.info({ database: row?.name }, 'store opened');
  } catch (error) {
    await Promise.all([reading.close(), writing.close()]);
    throw error;
  }
  return new PostgresStore(writing, reading);
}
