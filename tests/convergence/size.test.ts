import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { boardToFile } from '@samenbord/shared/board';
import { SHEET } from '@samenbord/shared/layout';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { openSqliteStore, silentLog } from '../../server/src/store/index.ts';
import { DATABASE_FILE } from '../../server/src/store/sqlite/database.ts';
import { createNetwork, type Line } from './network.ts';
import { BOARD, makeBoard, openAs, type Person } from './people.ts';

const STICKERS = 200;
const DRAGS = 10_000;
const PEOPLE = 4;
/** What a board may weigh after an afternoon of dragging, against the same board made fresh. */
const MOST = 1.5;

const seed = Number(process.env.CONVERGENCE_SEED ?? Date.now() % 2 ** 31);

/** A real afternoon's texts: short, a sentence at most. */
const file = {
  stickers: Array.from({ length: STICKERS }, (_, n) => ({
    id: `sticker-${n}`,
    template: 'brengen-halen' as const,
    region: 'core.essence',
    text: `Bijdrage ${n}: een dagdeel per week`,
    author: { id: `p${n % PEOPLE}`, name: `Persoon ${n % PEOPLE}` },
  })),
};

/** Evenly over 0..1; doubles would nearly all lie next to 0. */
const fraction = fc.nat(9_999).map((n) => n / 10_000);

/** One drag, and what gets through after it: messages take their time, so drags cross each other. */
const drag = fc.record({
  who: fc.nat(PEOPLE - 1),
  which: fc.nat(STICKERS - 1),
  x: fraction,
  y: fraction,
  up: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
  write: fc.boolean(),
  down: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
});

/** Bytes the database keeps for a document. */
function storedBytes(directory: string, document: string): number {
  const database = new DatabaseSync(join(directory, DATABASE_FILE), { readOnly: true });
  const sum = database.prepare(
    `SELECT (SELECT coalesce(sum(length(bytes)), 0) FROM snapshots WHERE document = $document)
          + (SELECT coalesce(sum(length(bytes)), 0) FROM updates WHERE document = $document) AS bytes`,
  );
  const { bytes } = sum.get({ document }) as { bytes: number };
  database.close();
  return bytes;
}

it(`${DRAGS} drags over ${STICKERS} stickers by ${PEOPLE} people leave a small board (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'samenbord-size-'));
  const store = await openSqliteStore({ directory, log: silentLog });
  onTestFinished(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });
  const updates = makeBoard(file);
  const network = await createNetwork(store, BOARD, updates.board);
  const people: (Person & { readonly line: Line })[] = Array.from({ length: PEOPLE }, (_, n) => {
    const person = openAs(`p${n}`, updates);
    return { ...person, line: network.add(person.doc) };
  });
  await network.settle();

  for (const { who, which, x, y, up, write, down } of fc.sample(fc.noBias(drag), { seed, numRuns: DRAGS })) {
    const person = people[who];
    if (person === undefined) continue;
    const to = { x: x * SHEET.width, y: y * SHEET.height };
    person.handle.commands.moveStickers('brengen-halen', new Map([[`sticker-${which}`, to]]));
    for (const [n, { line }] of people.entries()) if (up[n]) line.deliverUp(9);
    if (write) await network.write();
    for (const [n, { line }] of people.entries()) if (down[n]) line.deliverDown(99);
  }
  await network.settle();
  await network.compact();

  const dragged = await network.rebuilt();
  const table = new Y.Doc();
  Y.applyUpdate(table, updates.table);
  const fresh = makeBoard(boardToFile(dragged, table));
  const stored = storedBytes(directory, BOARD);
  process.stdout.write(
    `stored after ${DRAGS} drags: ${stored} bytes; made fresh: ${fresh.board.byteLength} bytes; ` +
      `ratio ${(stored / fresh.board.byteLength).toFixed(2)} (at most ${MOST})\n`,
  );
  const written = [...Y.decodeStateVector(Y.encodeStateVector(dragged)).values()];
  expect(written.reduce((sum, clock) => sum + clock, 0)).toBeGreaterThan(DRAGS);
  expect(boardToFile(dragged, table).stickers).toHaveLength(STICKERS);
  expect(stored).toBeLessThanOrEqual(MOST * fresh.board.byteLength);
});
