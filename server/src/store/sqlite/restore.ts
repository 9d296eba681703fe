import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreError } from '../types.ts';
import { DATABASE_FILE } from './database.ts';
import { makeDirectory, syncDirectory, syncFile } from './directory.ts';
import { failureOf, storeError } from './errors.ts';
import { LOCK_FILE, lockDirectory } from './lock.ts';

/**
 * Makes a data directory from a backup. Nothing is there under the database's name before the copy is whole, on
 * disk and found good.
 * @param directory a new one, or an empty one.
 * @param approve looks at the copy; what it throws ends the restore.
 * @throws {StoreError}, or what `approve` throws; and then leaves nothing behind
 */
export async function restore(
  file: string,
  directory: string,
  approve: (copy: string) => Promise<void>,
): Promise<void> {
  const source = resolve(file);
  const target = resolve(directory);
  if (!existsSync(source)) throw new StoreError('unavailable', `there is no file ${source}`);
  const made = !existsSync(target);
  if (!made && !isEmpty(target))
    throw new StoreError(
      'not-writable',
      `${target} is not empty: name a new directory, and move it to where the server looks when it is restored`,
    );
  try {
    makeDirectory(target);
    // Keeps out a server that is started on it meanwhile and would make an empty database.
    const lock = lockDirectory(target);
    try {
      await copyIn(source, target, approve);
    } catch (error) {
      rmSync(join(target, LOCK_FILE), { force: true });
      throw error;
    } finally {
      lock.release();
    }
    syncDirectory(dirname(target));
  } catch (error) {
    if (made && existsSync(target) && isEmpty(target)) rmdirSync(target);
    throw error instanceof StoreError ? error : storeError(failureOf(error, target));
  }
}

async function copyIn(
  source: string,
  target: string,
  approve: (copy: string) => Promise<void>,
): Promise<void> {
  const partial = join(target, `${DATABASE_FILE}.restoring`);
  try {
    copyFileSync(source, partial, constants.COPYFILE_EXCL);
    chmodSync(partial, 0o600);
    await approve(partial);
    syncFile(partial);
    renameSync(partial, join(target, DATABASE_FILE));
    syncDirectory(target);
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  }
}

function isEmpty(directory: string): boolean {
  try {
    return readdirSync(directory).length === 0;
  } catch (error) {
    throw storeError(failureOf(error, directory));
  }
}
