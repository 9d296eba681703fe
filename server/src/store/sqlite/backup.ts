import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreError } from '../types.ts';
import { DATABASE_FILE } from './database.ts';
import { syncDirectory, syncFile } from './directory.ts';
import { failureOf, storeError } from './errors.ts';

export interface BackUpOptions {
  /** The data directory, in use or not. */
  readonly directory: string;
  /** Where the copy goes: one file. */
  readonly file: string;
  /** Whether a file that is there is replaced. */
  readonly force: boolean;
}

/** All pages in one step: another program's writes between two steps would make SQLite start afresh each time. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies a store into one file while it is in use: everything that was written when it began, and nothing by
 * half. Readers do not hold up the server's writes. The file is for its owner only and under its name when it is
 * whole and on disk, never before.
 * @returns bytes of the copy.
 * @throws {StoreError} and then leaves nothing behind
 */
export async function backUp({ directory, file, force }: BackUpOptions): Promise<number> {
  const source = join(resolve(directory), DATABASE_FILE);
  if (!existsSync(source))
    throw new StoreError(
      'unavailable',
      `there are no boards in ${directory} (no ${DATABASE_FILE}): name the directory that the server has as DATA_DIR`,
    );
  const target = resolve(file);
  if (!force && existsSync(target)) throw alreadyThere(target);
  const partial = `${target}.partial`;
  try {
    // Made here, so that nobody else can read it while it grows; one that a killed backup left goes first.
    rmSync(partial, { force: true });
    closeSync(openSync(partial, 'wx', 0o600));
    await copy(source, partial);
    settle(partial);
    syncFile(partial);
    moveIntoPlace(partial, target, force);
    syncDirectory(dirname(target));
    return statSync(target).size;
  } catch (error) {
    throw storeError(failureOf(error, dirname(target)));
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  }
}

async function copy(source: string, partial: string): Promise<void> {
  const database = new DatabaseSync(source, { timeout: 5000 });
  try {
    database.exec('PRAGMA query_only = ON');
    await backup(database, partial, { rate: ALL_PAGES });
  } finally {
    database.close();
  }
}

/** Makes the copy a single file, without a log beside it, and reads it once. */
function settle(partial: string): void {
  const database = new DatabaseSync(partial);
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    const said = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (said !== 'ok')
      throw new StoreError(
        'corrupt',
        `the store is damaged (${String(said)}): the backup was not kept; run \`npm run server -- check\` with the server stopped`,
      );
  } finally {
    database.close();
  }
}

function moveIntoPlace(partial: string, target: string, force: boolean): void {
  if (force) {
    renameSync(partial, target);
    return;
  }
  try {
    // Unlike a renaming, this replaces nothing that has come there meanwhile.
    linkSync(partial, target);
  } catch (error) {
    if (existsSync(target)) throw alreadyThere(target);
    throw error;
  }
}

function alreadyThere(target: string): StoreError {
  return new StoreError(
    'not-writable',
    `${target} is there already: name a new file, or say --force to replace it`,
  );
}
