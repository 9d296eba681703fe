import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TendedStore } from '../inspection.ts';
import { StoreError } from '../types.ts';
import { DATABASE_FILE } from './database.ts';
import { failureOf, storeError } from './errors.ts';
import { inspectDatabase } from './inspect.ts';
import { lockDirectory } from './lock.ts';
import { rebuild } from './rebuild.ts';
import { openRepair } from './repair.ts';

/**
 * A data directory, kept from every server until it is closed.
 * @throws {StoreError} `in-use` while a server uses it, `unavailable` when it holds no boards.
 */
export function tendDirectory(path: string): TendedStore {
  const directory = resolve(path);
  const file = join(directory, DATABASE_FILE);
  if (!existsSync(file))
    throw new StoreError(
      'unavailable',
      `there are no boards in ${directory} (no ${DATABASE_FILE}): name the directory that the server has as DATA_DIR`,
    );
  const lock = locked(directory);
  return {
    place: directory,
    inspect: async () => inspectDatabase(file, directory, false),
    repair: async () => openRepair(directory),
    rebuild: () => {
      try {
        return rebuild(directory, new Date().toISOString().replaceAll(':', '-'));
      } catch (error) {
        throw storeError(failureOf(error, directory));
      }
    },
    close: async () => lock.release(),
  };
}

/** A single file, such as a backup: only to be looked at. @throws {StoreError} */
export function tendFile(path: string): TendedStore {
  const file = resolve(path);
  if (!existsSync(file)) throw new StoreError('unavailable', `there is no file ${file}`);
  return {
    place: file,
    inspect: async () => inspectDatabase(file, file, true),
    repair: () =>
      Promise.reject(
        new StoreError('not-writable', 'a backup is not repaired: restore it and repair what was restored'),
      ),
    rebuild: undefined,
    close: async () => undefined,
  };
}

function locked(directory: string) {
  try {
    return lockDirectory(directory);
  } catch (error) {
    throw storeError(failureOf(error, directory));
  }
}
