/**
 * The thread of the SQLite store, with a recorder at its flushes: each copies the database and its log as they
 * are when the flush is asked for, into `<directory>-flushed/<number>`, and puts the copy there when the flush has
 * ended well. So what lies there is what a power cut leaves at least.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { DATABASE_FILE } from '../../../server/src/store/sqlite/database.ts';
import type { WorkerStart } from '../../../server/src/store/sqlite/messages.ts';

/** Copies that stay; a reader takes the newest by renaming it. */
const KEPT = 20;

const { directory } = workerData as WorkerStart;
const flushed = `${directory}-flushed`;
const flush = fs.fdatasync;
let flushes = 0;
fs.mkdirSync(flushed, { recursive: true });

function recordingFlush(fd: number, done: (error: NodeJS.ErrnoException | null) => void): void {
  const number = ++flushes;
  const copy = join(flushed, `${number}.part`);
  fs.mkdirSync(copy);
  // Closing what this opens drops SQLite's lock on the file; nobody else looks at it here.
  for (const file of [DATABASE_FILE, `${DATABASE_FILE}-wal`])
    fs.copyFileSync(join(directory, file), join(copy, file));
  flush(fd, (error) => {
    if (error === null) fs.renameSync(copy, join(flushed, String(number)));
    fs.rmSync(join(flushed, String(number - KEPT)), { recursive: true, force: true });
    done(error);
  });
}

Object.assign(fs, { fdatasync: recordingFlush });
syncBuiltinESMExports();
await import('../../../server/src/store/sqlite/worker.ts');
