import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;

/** Where reading stopped from the front and from the back; `undefined` for the ends of the table. */
export interface Gap {
  readonly after: Row | undefined;
  readonly before: Row | undefined;
}

/**
 * All rows of a table that can be read: from the front until one cannot, then from the back until there.
 * @param key columns that name a row, in the order in which `select` sorts.
 * @returns `gap` says between which rows others may lie that cannot be read; `undefined` when all could.
 */
export function readableRows(
  database: DatabaseSync,
  select: string,
  key: readonly string[],
  values: readonly (string | number)[] = [],
): { readonly rows: Row[]; readonly gap: Gap | undefined } {
  const ordered = (direction: string) =>
    database.prepare(`${select} ORDER BY ${key.map((column) => `${column} ${direction}`).join(', ')}`);
  const nameOf = (row: Row) => JSON.stringify(key.map((column) => String(row[column])));
  const rows: Row[] = [];
  if (collect(ordered('ASC'), values, (row) => rows.push(row) > 0)) return { rows, gap: undefined };
  const last = rows.at(-1);
  const lastName = last && nameOf(last);
  const behind: Row[] = [];
  collect(ordered('DESC'), values, (row) => nameOf(row) !== lastName && behind.push(row) > 0);
  behind.reverse();
  return { rows: [...rows, ...behind], gap: { after: last, before: behind[0] } };
}

/** Gives `take` one row after the other while it says so. Returns whether all of them could be read. */
function collect(
  statement: StatementSync,
  values: readonly (string | number)[],
  take: (row: Row) => boolean,
): boolean {
  try {
    for (const row of statement.iterate(...values)) if (!take(row)) break;
    return true;
  } catch {
    return false;
  }
}

/** What `read` gives, or `undefined` when SQLite cannot read it. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
