import type { ClientBase } from 'pg';
import { StoreError } from '../types.ts';
import { FENCE_STEP } from './fences.ts';
import { NOTES_STEP } from './notes.ts';

/**
 * Numbered steps from nothing to the present form. Steps are only ever added, and each leaves the program of
 * the step before able to work, because nodes are replaced one after the other.
 *
 * Positions come from one sequence for all documents, so two transactions may be given theirs in one order
 * and commit in the other: a reader of the later one would never look for the earlier one again. That must
 * not be within a document. So `append` takes an advisory lock per document before it takes a position
 * and holds it until the commit, and all of it is one statement: no node that stops halfway holds others up.
 * The locks of a group are taken in the order of their keys, so that two groups never wait for each other.
 *
 * `crc` is the CRC-32 of `bytes`, so that damage is noticed also where the database keeps no checksums.
 */
const STEPS: readonly string[] = [
  `
  CREATE SEQUENCE samenbord.positions;
  CREATE TABLE samenbord.updates (
    document text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    crc bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (document, position)
  );
  CREATE TABLE samenbord.snapshots (
    document text COLLATE "C" NOT NULL PRIMARY KEY,
    covers bigint NOT NULL,
    crc bigint NOT NULL,
    bytes bytea NOT NULL
  );
  ALTER TABLE samenbord.updates ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ALTER TABLE samenbord.snapshots ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE TABLE samenbord.boards (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    made bigint NOT NULL
  );
  CREATE TABLE samenbord.links (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    board text COLLATE "C" NOT NULL REFERENCES samenbord.boards (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('facilitator', 'partner', 'observer')),
    partner text,
    hash bytea NOT NULL,
    made bigint NOT NULL,
    withdrawn bigint
  );
  CREATE INDEX links_by_board ON samenbord.links (board, made);
  CREATE INDEX links_withdrawn ON samenbord.links (withdrawn) WHERE withdrawn IS NOT NULL;
  CREATE TABLE samenbord.keys (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    value bytea NOT NULL
  );

  CREATE FUNCTION samenbord.head(name text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT greatest(
      coalesce((SELECT max(position) FROM samenbord.updates WHERE document = name), 0),
      coalesce((SELECT covers FROM samenbord.snapshots WHERE document = name), 0)
    )
  $$;

  -- One row per item: names[i] gets the next counts[i] parts of packed.
  CREATE FUNCTION samenbord.append(names text[], counts int[], lengths int[], crcs bigint[], packed bytea)
  RETURNS TABLE (written bigint, before bigint) LANGUAGE plpgsql AS $$
  DECLARE
    key bigint;
    part int := 0;
    start int := 1;
  BEGIN
    FOR key IN SELECT DISTINCT hashtextextended(name, 0) AS k FROM unnest(names) AS name ORDER BY k LOOP
      PERFORM pg_advisory_xact_lock(key);
    END LOOP;
    FOR item IN 1..cardinality(names) LOOP
      before := samenbord.head(names[item]);
      written := before;
      FOR nth IN 1..counts[item] LOOP
        part := part + 1;
        written := nextval('samenbord.positions');
        INSERT INTO samenbord.updates (document, position, crc, bytes)
        VALUES (names[item], written, crcs[part], substring(packed FROM start FOR lengths[part]));
        start := start + lengths[part];
      END LOOP;
      RETURN NEXT;
    END LOOP;
  END
  $$;

  -- One at a time per document; what is appended meanwhile is newer than upto and stays.
  CREATE FUNCTION samenbord.compact(name text, upto bigint, crc bigint, snapshot bytea)
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(name, 1));
    INSERT INTO samenbord.snapshots AS kept (document, covers, crc, bytes)
    VALUES (name, upto, compact.crc, snapshot)
    ON CONFLICT (document) DO UPDATE
    SET covers = excluded.covers, crc = excluded.crc, bytes = excluded.bytes
    WHERE excluded.covers >= kept.covers;
    IF FOUND THEN
      DELETE FROM samenbord.updates WHERE document = name AND position <= upto;
    END IF;
  END
  $$;

  CREATE FUNCTION samenbord.remove(name text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(name, 0));
    DELETE FROM samenbord.updates WHERE document = name;
    DELETE FROM samenbord.snapshots WHERE document = name;
  END
  $$;
  `,
  // `set_aside` has what a check could not read, whole, with why: under the board, so that it goes with that.
  `
  CREATE TABLE samenbord.pictures (
    board text COLLATE "C" NOT NULL REFERENCES samenbord.boards (id) ON DELETE CASCADE,
    hash text COLLATE "C" NOT NULL,
    type text NOT NULL,
    size bigint NOT NULL,
    made bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (board, hash)
  );
  ALTER TABLE samenbord.pictures ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE TABLE samenbord.set_aside (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at bigint NOT NULL,
    board text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    position bigint,
    reason text NOT NULL,
    record text,
    bytes bytea
  );
  CREATE INDEX set_aside_by_board ON samenbord.set_aside (board);

  -- The board stays where it is until the commit, and its pictures are counted by one at a time.
  CREATE FUNCTION samenbord.put_picture(
    of_board text, name text, kind text, at bigint, content bytea, most bigint
  ) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM samenbord.boards WHERE id = of_board FOR KEY SHARE;
    IF NOT FOUND THEN
      RETURN 'no-board';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(of_board, 2));
    IF EXISTS (SELECT FROM samenbord.pictures WHERE board = of_board AND hash = name) THEN
      RETURN 'known';
    END IF;
    IF (SELECT coalesce(sum(size), 0) FROM samenbord.pictures WHERE board = of_board) + length(content) > most THEN
      RETURN 'full';
    END IF;
    INSERT INTO samenbord.pictures (board, hash, type, size, made, bytes)
    VALUES (of_board, name, kind, length(content), at, content);
    RETURN 'kept';
  END
  $$;

  -- Its documents are those of its name and all that begin with that and a slash ('0' follows '/'). Appends to
  -- them that are under way end first; the locks are taken in the order that append takes them in.
  CREATE FUNCTION samenbord.remove_board(of_board text) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    key bigint;
  BEGIN
    FOR key IN
      SELECT DISTINCT hashtextextended(document, 0) AS k FROM (
        SELECT of_board AS document
        UNION SELECT document FROM samenbord.updates WHERE document >= of_board || '/' AND document < of_board || '0'
        UNION SELECT document FROM samenbord.snapshots WHERE document >= of_board || '/' AND document < of_board || '0'
      ) AS its ORDER BY k
    LOOP
      PERFORM pg_advisory_xact_lock(key);
    END LOOP;
    DELETE FROM samenbord.updates
    WHERE document = of_board OR (document >= of_board || '/' AND document < of_board || '0');
    DELETE FROM samenbord.snapshots
    WHERE document = of_board OR (document >= of_board || '/' AND document < of_board || '0');
    DELETE FROM samenbord.set_aside WHERE board = of_board;
    DELETE FROM samenbord.boards WHERE id = of_board;
  END
  $$;
  `,
  NOTES_STEP,
  FENCE_STEP,
  // Since when nothing shows a picture, ms since the epoch. One that is brought again is in use.
  `
  ALTER TABLE samenbord.pictures ADD COLUMN unused bigint;
  CREATE OR REPLACE FUNCTION samenbord.put_picture(
    of_board text, name text, kind text, at bigint, content bytea, most bigint
  ) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM samenbord.boards WHERE id = of_board FOR KEY SHARE;
    IF NOT FOUND THEN
      RETURN 'no-board';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(of_board, 2));
    -- Whoever removes it meanwhile goes first, or finds it in use.
    UPDATE samenbord.pictures SET unused = NULL WHERE board = of_board AND hash = name;
    IF FOUND THEN
      RETURN 'known';
    END IF;
    IF (SELECT coalesce(sum(size), 0) FROM samenbord.pictures WHERE board = of_board) + length(content) > most THEN
      RETURN 'full';
    END IF;
    INSERT INTO samenbord.pictures (board, hash, type, size, made, bytes)
    VALUES (of_board, name, kind, length(content), at, content);
    RETURN 'kept';
  END
  $$;
  `,
];

/** The schema this program writes. */
export const SCHEMA_VERSION = STEPS.length;

/** Key of the advisory lock under which the schema changes; two numbers, so apart from those of documents. */
const LOCK = '1935764846, 1';

/**
 * Brings a database to {@link SCHEMA_VERSION}, all steps in one transaction. Of several nodes that start at
 * once, one does it and the others wait.
 * @throws {StoreError} `newer-schema` when a newer program was here; or what the database throws
 */
export async function migrateSchema(client: ClientBase): Promise<void> {
  await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`);
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS samenbord;
    CREATE TABLE IF NOT EXISTS samenbord.version (number int NOT NULL)`);
  const { rows } = await client.query('SELECT max(number) AS number FROM samenbord.version');
  const found = Number(rows[0]?.number ?? 0);
  if (found > SCHEMA_VERSION) {
    await client.query('ROLLBACK');
    throw new StoreError(
      'newer-schema',
      `the database has schema ${found} and this program knows up to ${SCHEMA_VERSION}: start the newer program that made it`,
    );
  }
  for (const step of STEPS.slice(found)) await client.query(step);
  if (found < SCHEMA_VERSION) {
    await client.query('DELETE FROM samenbord.version');
    await client.query('INSERT INTO samenbord.version (number) VALUES ($1)', [SCHEMA_VERSION]);
  }
  await client.query('COMMIT');
}
