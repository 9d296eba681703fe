import { StoreError, type StoreErrorCode } from '../types.ts';

/** A failure as it crosses the thread border, where classes do not survive. */
export interface Failure {
  readonly code: StoreErrorCode;
  readonly message: string;
}

// Primary result codes of SQLite (https://sqlite.org/rescode.html): the low byte of the extended code.
const SQLITE = {
  busy: 5,
  locked: 6,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  notadb: 26,
};

const FILE_CODES: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOENT: 'not-writable',
  ELOOP: 'not-writable',
  ENAMETOOLONG: 'not-writable',
  ENOTDIR: 'not-writable',
  EEXIST: 'not-writable',
  EISDIR: 'not-writable',
};

/**
 * Says what an error of SQLite or the file system means for whoever runs the server.
 * @param directory the data directory, named in the message.
 */
export function failureOf(error: unknown, directory: string): Failure {
  if (error instanceof StoreError) return { code: error.code, message: error.message };
  const detail = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  return { code, message: `${ADVICE[code](directory)} (${detail})` };
}

/** The {@link Failure} as the error that callers of the store see. */
export function storeError(failure: Failure): StoreError {
  return new StoreError(failure.code, failure.message);
}

function codeOf(error: unknown): StoreErrorCode {
  if (typeof error !== 'object' || error === null) return 'unavailable';
  if ('errcode' in error && typeof error.errcode === 'number') {
    switch (error.errcode & 0xff) {
      case SQLITE.full:
        return 'disk-full';
      case SQLITE.readonly:
      case SQLITE.cantopen:
        return 'not-writable';
      case SQLITE.busy:
      case SQLITE.locked:
        return 'in-use';
      case SQLITE.corrupt:
      case SQLITE.notadb:
        return 'corrupt';
      default:
        return 'unavailable';
    }
  }
  if ('code' in error && typeof error.code === 'string') return FILE_CODES[error.code] ?? 'unavailable';
  return 'unavailable';
}

const ADVICE: Readonly<Record<StoreErrorCode, (directory: string) => string>> = {
  'disk-full': (directory) =>
    `no space left for the data in ${directory}: free some space on that disk; what is waiting is saved by itself then`,
  'not-writable': (directory) =>
    `the data directory ${directory} cannot be written: make it a directory that the user who runs the server may write, or set DATA_DIR to another one`,
  'in-use': (directory) =>
    `the data directory ${directory} is in use by another process: stop that one first, or set DATA_DIR to another directory`,
  corrupt: (directory) =>
    `the data in ${directory} is damaged: stop the server, keep a copy of the directory, and run \`npm run server -- check\` on it or restore a backup`,
  'newer-schema': (directory) =>
    `the data in ${directory} was made by a newer version of the program: start that version`,
  fenced: () => 'the document is over',
  unavailable: (directory) => `the data in ${directory} cannot be reached: check the disk and its log`,
  closed: () => 'the store is closed',
};
