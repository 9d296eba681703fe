import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../types.ts';
import { NOTES_STEP } from './notes.ts';

/**
 * Numbered steps from an empty database to the present form; a database keeps the number of the last
 * step it went through in `user_version`. Steps are only ever added.
 *
 * `crc` is the CRC-32 of `bytes`: SQLite does not notice a disk that returns other bytes than it was given.
 * Positions are given out by the program and never used twice within its life.
 */
const STEPS: readonly string[] = [
  `
  CREATE TABLE updates (
    document TEXT NOT NULL,
    position INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document, position)
  ) WITHOUT ROWID;
  CREATE TABLE snapshots (
    document TEXT NOT NULL PRIMARY KEY,
    covers INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE boards (
    id TEXT NOT NULL PRIMARY KEY,
    made INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE links (
    id TEXT NOT NULL PRIMARY KEY,
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'partner', 'observer')),
    partner TEXT,
    hash BLOB NOT NULL,
    made INTEGER NOT NULL,
    withdrawn INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX links_by_board ON links (board, made);
  CREATE TABLE keys (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
  ) WITHOUT ROWID;
  `,
  // `set_aside` has what a check could not read, whole, with why: under the board, so that it goes with that.
  `
  CREATE TABLE pictures (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    made INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (board, hash)
  );
  CREATE INDEX pictures_by_size ON pictures (board, size);
  CREATE TABLE set_aside (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    board TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER,
    reason TEXT NOT NULL,
    record TEXT,
    bytes BLOB
  );
  CREATE INDEX set_aside_by_board ON set_aside (board);
  `,
  NOTES_STEP,
  // Since when nothing shows a picture, ms since the epoch.
  'ALTER TABLE pictures ADD COLUMN unused INTEGER',
];

/** The schema this program writes. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings a database to {@link SCHEMA_VERSION}, all steps in one transaction.
 * @throws {StoreError} `newer-schema` when a newer program made it.
 */
export function migrateSchema(database: DatabaseSync, directory: string): void {
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (found > SCHEMA_VERSION)
    throw new StoreError(
      'newer-schema',
      `the data in ${directory} has schema ${found} and this program knows up to ${SCHEMA_VERSION}: start the newer program that made it`,
    );
  if (found === SCHEMA_VERSION) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const step of STEPS.slice(found)) database.exec(step);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
