import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ORIGIN } from './origin.ts';
import {
  isNewer,
  MIGRATIONS,
  type Migration,
  migrate,
  SCHEMA_VERSION,
  schemaOf,
  stampSchema,
} from './schema.ts';

const step = (to: number): Migration => ({
  to,
  up: (doc) => doc.getArray('log').push([to]),
});

function docAt(version: number): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => stampSchema(doc, version));
  return doc;
}

const log = (doc: Y.Doc): unknown[] => doc.getArray('log').toArray();

describe('migrations', () => {
  it('run from the version a document has to that of the program, in order, in one transaction', () => {
    const doc = docAt(2);
    const origins: unknown[] = [];
    doc.on('update', (_update, origin) => origins.push(origin));
    expect(migrate(doc, [step(2), step(3), step(4), step(5)], 4)).toEqual([3, 4]);
    expect(log(doc)).toEqual([3, 4]);
    expect(schemaOf(doc)).toBe(4);
    expect(origins).toEqual([ORIGIN.migrate]);
  });

  it('run once: a second time there is nothing to do', () => {
    const doc = docAt(1);
    migrate(doc, [step(2)], 2);
    expect(migrate(doc, [step(2)], 2)).toEqual([]);
    expect(log(doc)).toEqual([2]);
  });

  it('leave alone what is current, newer, or was never written', () => {
    for (const doc of [docAt(3), docAt(4), new Y.Doc()]) {
      const before = Y.encodeStateAsUpdate(doc);
      expect(migrate(doc, [step(2), step(3)], 3)).toEqual([]);
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    }
  });

  it.each([
    ['in the middle', [step(2), step(4)], /schema 3/],
    ['at the start', [step(3), step(4)], /schema 2/],
    ['at the end', [step(2), step(3)], /schema 4/],
  ])('refuse a gap %s, and change nothing', (_where, steps, message) => {
    const doc = docAt(1);
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => migrate(doc, steps, 4)).toThrow(message);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('of this program lead to its version without a gap', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(
      Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 2),
    );
  });
});

describe('a document', () => {
  it('newer than the program says so', () => {
    expect(isNewer(docAt(SCHEMA_VERSION + 1))).toBe(true);
    expect(isNewer(docAt(SCHEMA_VERSION))).toBe(false);
    expect(isNewer(new Y.Doc())).toBe(false);
  });

  it.each(['2', -1, 1.5, null, { version: 2 }])('with the version %j counts as never written', (version) => {
    const doc = new Y.Doc();
    doc.getMap('meta').set('schema', version);
    expect(schemaOf(doc)).toBe(0);
  });
});
