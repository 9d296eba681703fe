import pg from 'pg';
import type { Log } from '../log.ts';
import { StoreError } from '../types.ts';
import { storeErrorOf } from './errors.ts';

export interface ConnectionBounds {
  /** Connections at most. */
  readonly connections: number;
  /** How long a statement may take, ms, beside what its size takes; then its connection is given up. */
  readonly timeout: number;
  /** First pause after the database could not be reached, ms; doubles. */
  readonly retryFirst: number;
  /** Longest pause, ms. */
  readonly retryMost: number;
}

/** Bytes that a statement may move per ms before that counts as hanging. */
const SLOWEST = 1000;

/**
 * Whatever the database is set to, a commit of ours is on disk when it is answered (stricter settings stay),
 * and a statement that waited for a lock sees what its holder committed.
 */
const OUR_SETTINGS = `
  SELECT set_config('default_transaction_isolation', 'read committed', false),
    CASE current_setting('synchronous_commit')
      WHEN 'off' THEN set_config('synchronous_commit', 'on', false)
    END`;

export type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Connections to the database, with what the driver leaves open: a statement that hangs is given up, since
 * a half-dead connection says nothing; and while the database cannot be reached it is asked again after
 * growing pauses only, however many wait for it.
 */
export class Connections {
  readonly #pool: pg.Pool;
  readonly #bounds: ConnectionBounds;
  #failures = 0;
  #notBefore = 0;
  #lastFailure: StoreError | undefined;
  #closed = false;

  /** @param url holds a password, so it stays out of logs and errors. */
  constructor(url: string, bounds: ConnectionBounds, log: Log) {
    this.#bounds = bounds;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: bounds.connections,
      connectionTimeoutMillis: bounds.timeout,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'samenbord',
      verify: (client, done) => {
        client.query(OUR_SETTINGS).then(() => done(), done);
      },
    });
    // A connection that breaks while no statement runs in it would end the process if nobody listened.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    // One that was idle says so here as well; the next statement gets another.
    this.#pool.on('error', (error) => log.debug({ err: error }, 'an idle connection to the database ended'));
  }

  /**
   * Runs one statement, which is one transaction.
   * @param bytes moved by it, roughly: large ones may take longer.
   * @throws {StoreError}
   */
  query(text: string, values: readonly unknown[] = [], bytes = 0): Promise<Rows> {
    return this.use(async (client) => (await client.query({ text, values: [...values] })).rows, bytes);
  }

  /** Gives `work` a connection of its own. @throws {StoreError} */
  async use<T>(work: (client: pg.ClientBase) => Promise<T>, bytes = 0): Promise<T> {
    const client = await this.#connect();
    let timer: NodeJS.Timeout | undefined;
    let broken = true;
    try {
      const late = new Promise<never>((_, reject) => {
        const error = new StoreError('unavailable', 'the database does not answer: check that it is well');
        timer = setTimeout(() => reject(error), this.#bounds.timeout + bytes / SLOWEST);
      });
      const result = await Promise.race([work(client), late]);
      broken = false;
      return result;
    } catch (error) {
      // A statement that was refused leaves its connection well, except inside a transaction of several.
      throw storeErrorOf(error);
    } finally {
      clearTimeout(timer);
      // Giving up a connection also ends what hangs in it.
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool.end();
  }

  async #connect(): Promise<pg.PoolClient> {
    if (this.#closed) throw new StoreError('closed', 'the store is closed');
    if (this.#lastFailure !== undefined && performance.now() < this.#notBefore) throw this.#lastFailure;
    try {
      const client = await this.#pool.connect();
      this.#failures = 0;
      this.#lastFailure = undefined;
      return client;
    } catch (error) {
      const { retryFirst, retryMost } = this.#bounds;
      this.#lastFailure = storeErrorOf(error);
      this.#notBefore =
        performance.now() + Math.min(retryMost, retryFirst * 2 ** Math.min(this.#failures++, 20));
      throw this.#lastFailure;
    }
  }
}
