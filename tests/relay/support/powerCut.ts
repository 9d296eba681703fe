import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as Y from 'yjs';
import { openSqliteStore, type Store, silentLog } from '../../../server/src/store/index.ts';
import { DATABASE_FILE } from '../../../server/src/store/sqlite/database.ts';
import type { Opened, WorkerStart } from '../../../server/src/store/sqlite/messages.ts';
import { SqliteStore } from '../../../server/src/store/sqlite/store.ts';
import { wholeBelow } from './seeded.ts';

const LOG = `${DATABASE_FILE}-wal`;
/** Bytes that a disk writes whole or not at all. */
const SECTOR = 512;

/** A store as the server has it, and the disk under it as a power cut would leave it. */
export interface CuttableStore {
  readonly store: Store;
  /**
   * The power goes now: puts what is flushed into `directory`, and of what was written to the log after that
   * any part. Returns whether there was something flushed.
   */
  cut(directory: string, random: () => number): boolean;
}

/** Opens the SQLite store on `directory` with its flushes recorded. */
export async function openCuttableStore(directory: string): Promise<CuttableStore> {
  const workerData: WorkerStart = { directory, maxPages: 0 };
  const worker = new Worker(new URL('./recordingWorker.ts', import.meta.url), { workerData, execArgv: [] });
  const opened = await new Promise<Opened>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if (!opened.opened) throw new Error(opened.failure.message);
  const flushed = `${directory}-flushed`;
  return {
    store: new SqliteStore(worker, silentLog, 10),
    cut(to, random) {
      const newest = Math.max(0, ...readdirSync(flushed).map(Number).filter(Number.isInteger));
      if (newest === 0) return false;
      renameSync(join(flushed, String(newest)), to);
      writeSomeLater(to, directory, random);
      return true;
    },
  };
}

/** Of the log as it is now, any sectors may have reached the disk by themselves. */
function writeSomeLater(to: string, directory: string, random: () => number): void {
  // After a checkpoint the log begins anew, and SQLite has flushed all before that itself.
  if (!readFileSync(join(to, DATABASE_FILE)).equals(readFileSync(join(directory, DATABASE_FILE)))) return;
  const [kept, now] = [readFileSync(join(to, LOG)), readFileSync(join(directory, LOG))];
  if (!now.subarray(0, SECTOR).equals(kept.subarray(0, SECTOR))) return;
  const end = wholeBelow(random, Math.max(0, now.length - kept.length) + 1);
  const torn = Buffer.concat([kept, Buffer.alloc(end)]);
  for (let at = 0; at < torn.length; at += SECTOR)
    if (random() < 0.7) now.copy(torn, at, at, Math.min(at + SECTOR, torn.length));
  writeFileSync(join(to, LOG), torn);
}

/** What a server that starts on this directory would show of a document. */
export async function shownAfter(directory: string, document: string): Promise<Y.Doc> {
  const store = await openSqliteStore({ directory, log: silentLog });
  try {
    const doc = new Y.Doc();
    const kept = await store.load(document);
    if (kept?.snapshot !== undefined) Y.applyUpdate(doc, kept.snapshot);
    for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update);
    return doc;
  } finally {
    await store.close();
  }
}
