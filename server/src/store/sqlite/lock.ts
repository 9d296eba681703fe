import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../types.ts';

/** Name of the lock inside the data directory. */
export const LOCK_FILE = 'samenbord.lock';

/** The right to use a data directory. The operating system takes it back when the process dies, however it dies. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes the lock of a data directory: an exclusive transaction, held for life, on a database that holds
 * nothing. It is not the real database, so that another program may still read that one, for a backup.
 * @throws {StoreError} `in-use` at once when another process has it.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const database = new DatabaseSync(join(directory, LOCK_FILE), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) throw inUse(directory, error);
    throw error;
  }
  return {
    release() {
      database.close();
    },
  };
}

function inUse(directory: string, cause: unknown): StoreError {
  return new StoreError(
    'in-use',
    `the data directory ${directory} is in use by another process: stop that one first, or set DATA_DIR to another directory`,
    { cause },
  );
}

function isBusy(error: unknown): boolean {
  const primary =
    typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return primary === 5 || primary === 6;
}
