import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import { type Store, StoreError } from '../types.ts';
import { storeError } from './errors.ts';
import type { Opened, WorkerStart } from './messages.ts';
import { SqliteStore } from './store.ts';

export interface SqliteStoreOptions {
  /** Where the database lives; made when it is not there. */
  readonly directory: string;
  readonly log: Log;
  /** Pages (of 4 kB) the database may have at most; 0, the default, for as many as the disk holds. */
  readonly maxPages?: number;
  /** Least time between the starts of two flushes to disk, ms. Default 10. */
  readonly flushPause?: number;
}

/**
 * MB of what is fresh in the heap of the store's thread. Left to itself it grows to ten times that when many boards
 * are opened, and is never given back: a thread that rests collects nothing.
 */
const YOUNG = 12;

/**
 * Opens the store in a data directory: one SQLite database, used by one process at a time.
 * @throws {StoreError} `in-use`, `not-writable`, `disk-full`, `corrupt` or `newer-schema`, at once and
 * with a message that says what to do.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const directory = resolve(options.directory);
  const workerData: WorkerStart = { directory, maxPages: options.maxPages ?? 0 };
  // Without the flags of the main thread, some of which (`--eval`, `--input-type`) no thread may have.
  const settings = {
    workerData,
    name: 'store',
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), settings);
  const opened = await firstWord(worker);
  if (!opened.opened) throw storeError(opened.failure);
  options.log.info({ directory }, 'store opened');
  return new SqliteStore(worker, options.log, options.flushPause ?? 10);
}

function firstWord(worker: Worker): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(notStarted(undefined));
    worker.once('error', (error) => reject(notStarted(error)));
    worker.once('exit', ended);
    worker.once('message', (word: Opened) => {
      worker.off('exit', ended);
      resolve(word);
    });
  });
}

function notStarted(cause: unknown): StoreError {
  return new StoreError('unavailable', 'the thread of the store could not be started', { cause });
}
