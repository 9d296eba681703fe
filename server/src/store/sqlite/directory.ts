import { closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../types.ts';

/**
 * Makes a directory, and those it lies in where they are missing, for their owner only: what partners tell the
 * board is nobody else's business on this machine. One that is there stays as it is. Step by step, because the
 * recursive `mkdir` of Node never ends where directories cannot be made, such as in `/proc`.
 * @throws what `mkdir` throws.
 */
export function makeDirectory(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const directory of missing.reverse()) mkdirSync(directory, { mode: 0o700 });
}

/**
 * Remembers which files the paths lead to now.
 * @returns a check. It throws a {@link StoreError} `unavailable` when a path has come to lead to nothing or to
 * another file: what is written then goes into a file that nobody finds again, and nothing keeps another
 * process out.
 */
export function watchFiles(directory: string, paths: readonly string[]): () => void {
  const known = paths.map(identity);
  return () => {
    if (paths.every((path, index) => identity(path) === known[index])) return;
    throw new StoreError(
      'unavailable',
      `the data directory ${directory} or a file in it was removed or replaced while the server runs: put it back as it was, or stop the server, put it back from a backup and start again`,
    );
  };
}

/** Device and file number; a text of its own for what is not there. */
function identity(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.dev}:${stats.ino}`;
}

/** A file's name is durable when its directory is. Where directories cannot be opened, there is nothing to do. */
export function syncDirectory(path: string): void {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY);
  } catch {
    return;
  }
  try {
    fsyncSync(fd);
  } catch {
    // Some file systems refuse to flush a directory; they keep names in another way.
  } finally {
    closeSync(fd);
  }
}

/** Flushes a file that is written. @throws what the file system throws */
export function syncFile(path: string): void {
  const fd = openSync(path, constants.O_RDWR);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
