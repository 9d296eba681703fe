import { closeSync, constants, fdatasync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeDirectory, syncDirectory, watchFiles } from './directory.ts';
import { type Documents, openDocuments } from './documents.ts';
import { LOCK_FILE, lockDirectory } from './lock.ts';
import { type Notes, openNotes } from './notes.ts';
import { openPictures, type Pictures } from './pictures.ts';
import { openRecords, type Records } from './records.ts';
import { migrateSchema } from './schema.ts';

/** Name of the database inside the data directory. */
export const DATABASE_FILE = 'samenbord.sqlite';

/** How often writes look whether the files are still there, ms. Flushes always do. */
const CHECK_EVERY = 1000;

/** How long it is waited for another program that reads the database, ms. */
const BUSY_TIMEOUT = 5000;

/** Pause before the log is tried to be emptied again while another program reads the database, ms. */
const EMPTY_AGAIN = 200;

/** A data directory opened: its database, its lock and the means to flush. Runs in the worker only. */
export interface Database {
  readonly documents: Documents;
  /** Before a write: looks, now and then, whether the files are still those in the directory. @throws {StoreError} */
  checkFiles(): void;
  readonly records: Records;
  readonly pictures: Pictures;
  /**
   * Moves the log into the database, so that what was removed is in neither; at once, or as soon as nobody
   * reads the database any more.
   */
  emptyLog(): void;
  readonly notes: Notes;
  /** Flushes what is committed now; answers the position that is on disk then. */
  sync(done: (error: Error | null, position: number) => void): void;
  /** Whether the database can be read now. */
  healthy(): boolean;
  close(): void;
}

/**
 * Commits are fast because they end in the page cache (`synchronous = NORMAL` in WAL mode): they survive
 * the death of the process. They survive a power cut after a flush of the write-ahead log, which runs
 * beside further commits through a file descriptor of our own. That is safe for the log only: closing
 * any other descriptor of the database file would drop SQLite's POSIX locks on it.
 *
 * @param maxPages pages the database may have; 0 for no bound.
 */
export function openDatabase(directory: string, maxPages: number): Database {
  makeDirectory(directory);
  const lock = lockDirectory(directory);
  try {
    const database = new DatabaseSync(join(directory, DATABASE_FILE), { timeout: BUSY_TIMEOUT });
    try {
      return openLocked(database, directory, maxPages, () => lock.release());
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked(
  database: DatabaseSync,
  directory: string,
  maxPages: number,
  release: () => void,
): Database {
  // Removed bytes are overwritten: a private sticker that was deleted is not in the file any more.
  database.exec('PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  migrateSchema(database, directory);
  if (maxPages > 0) database.exec(`PRAGMA max_page_count = ${Math.floor(maxPages)}`);
  const documents = openDocuments(database, directory);
  const records = openRecords(database);
  const pictures = openPictures(database, directory);
  const notes = openNotes(database);
  // The log exists from the first transaction on and stays until the connection closes.
  database.exec('BEGIN IMMEDIATE; COMMIT');
  const log = openSync(join(directory, `${DATABASE_FILE}-wal`), constants.O_RDWR | constants.O_CREAT);
  syncDirectory(directory);
  syncDirectory(resolve(directory, '..'));
  const files = [DATABASE_FILE, `${DATABASE_FILE}-wal`, LOCK_FILE];
  const checkNow = watchFiles(
    directory,
    files.map((file) => join(directory, file)),
  );
  let checked = performance.now();
  let flushFailed = false;
  let emptying: NodeJS.Timeout | undefined;

  function emptyLog(): void {
    clearTimeout(emptying);
    emptying = undefined;
    // Without waiting: a backup may read for minutes, and everybody else's changes stand behind this.
    database.exec('PRAGMA busy_timeout = 0');
    try {
      const moved = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      if (moved?.busy !== 0) emptying = setTimeout(emptyLog, EMPTY_AGAIN).unref();
    } catch {
      // A full disk, say. What was removed is removed all the same.
      emptying = setTimeout(emptyLog, EMPTY_AGAIN).unref();
    } finally {
      database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    }
  }

  function checkFiles(): void {
    if (performance.now() - checked < CHECK_EVERY) return;
    checkNow();
    // Only after a good one: while the files are gone, every write is refused.
    checked = performance.now();
  }

  function sync(done: (error: Error | null, position: number) => void): void {
    const { position } = documents;
    checkNow();
    if (flushFailed) {
      // After a failed flush the kernel may forget what it could not write and report success the next
      // time. So the bytes go a second way: from the log into the database, which SQLite flushes itself.
      try {
        const moved = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
        if (moved?.busy !== 0)
          throw new Error('the log is being read and cannot be moved into the database yet');
        flushFailed = false;
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)), 0);
        return;
      }
    }
    fdatasync(log, (error) => {
      if (error) flushFailed = true;
      done(error, position);
    });
  }

  return {
    documents,
    records,
    pictures,
    notes,
    checkFiles,
    emptyLog,
    sync,
    healthy() {
      checkNow();
      return database.prepare('SELECT 1').get() !== undefined;
    },
    close() {
      clearTimeout(emptying);
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        closeSync(log);
        database.close();
        release();
      }
    },
  };
}
