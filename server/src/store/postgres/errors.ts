import { StoreError, type StoreErrorCode } from '../types.ts';

// SQLSTATE codes and classes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  '53100': 'disk-full',
  '25006': 'not-writable',
  '42501': 'not-writable',
  XX001: 'corrupt',
  XX002: 'corrupt',
  // Ours, of the schema's functions.
  SB001: 'fenced',
};

const ADVICE: Readonly<Record<StoreErrorCode, string>> = {
  'disk-full':
    'no space left for the database: free some space on its disk; what is waiting is saved by itself then',
  'not-writable':
    'the database cannot be written: check that DATABASE_URL names the primary and that its user owns the schema',
  'in-use': 'the database is in use',
  corrupt: 'the database is damaged: keep a copy of it and restore a backup',
  'newer-schema': 'the database was made by a newer version of the program: start that version',
  fenced: 'the document is over',
  unavailable: 'the database cannot be used: check DATABASE_URL, that it runs, and its log',
  closed: 'the store is closed',
};

/** An error of the database or of the way to it, as callers of the store see it. Never holds the address. */
export function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = CODES[codeOf(error) ?? ''] ?? 'unavailable';
  return new StoreError(code, `${ADVICE[code]} (${reasonOf(error)})`, { cause: error });
}

/** Whether the database itself refused the statement, so that a smaller one may succeed. */
export function isRefusal(error: unknown): boolean {
  const code = error instanceof StoreError ? codeOf(error.cause) : codeOf(error);
  // Five characters are an SQLSTATE, but for EPIPE and the like; class 57 says that the database is going
  // down, 08 that it is gone.
  return code !== undefined && /^(?!57|08|E)[0-9A-Z]{5}$/.test(code);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  // Several addresses were tried: each has its reason, and the whole has no words of its own.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return code === undefined || message.includes(code) ? message : `${message}, ${code}`;
}
