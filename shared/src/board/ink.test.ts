import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../protocol/limits.ts';
import { boardFileSchema } from './file.ts';
import { boardFromFile } from './fromFile.ts';
import { addInk, eraseInk, type InkStroke, inkOf, readInk, topOfInk } from './ink.ts';
import { decodeInk, encodeInk, type InkPoint, inkFromNumbers, inkToNumbers } from './inkPoints.ts';
import { boardToFile } from './toFile.ts';

const grain = fc.integer({ min: -20_000, max: 20_000 });
const plain = fc.record({ x: grain, y: grain });
const pressed = fc.record({
  x: grain,
  y: grain,
  pressure: fc.integer({ min: 0, max: 31 }).map((n) => n / 31),
});
const points: fc.Arbitrary<readonly InkPoint[]> = fc.oneof(
  fc.array(plain, { minLength: 1, maxLength: LIMITS.inkPoints }),
  fc.array(pressed, { minLength: 1, maxLength: LIMITS.inkPoints }),
);

const stroke = (id: string, change: Partial<InkStroke> = {}): InkStroke => ({
  id,
  ground: { sheet: 'brengen-halen' },
  partner: 'gemeente',
  width: 12,
  z: 0,
  points: encodeInk([{ x: 0, y: 0 }]),
  ...change,
});

/** A word written by hand: some forty points of some pixels each. */
const handwriting = (seed: number): InkPoint[] =>
  Array.from({ length: 40 }, (_, i) => ({
    x: Math.round(4 * (seed * 37 + i * 9)),
    y: Math.round(4 * (800 + 30 * Math.sin(i * 0.9 + seed))),
    pressure: 0.5 + 0.3 * Math.sin(i / 5),
  }));

describe('points of ink as bytes', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(points, (given) => {
        expect(decodeInk(encodeInk(given))).toEqual(given);
      }),
    );
  });

  it('come back through plain numbers, to a hundredth of the pressure', () => {
    fc.assert(
      fc.property(points, (given) => {
        const back = inkFromNumbers(inkToNumbers(given));
        expect(back).toHaveLength(given.length);
        for (const [index, point] of back.entries()) {
          expect(point).toMatchObject({ x: given[index]?.x, y: given[index]?.y });
          expect(Math.abs((point.pressure ?? 0) - (given[index]?.pressure ?? 0))).toBeLessThan(0.006);
        }
      }),
    );
  });

  it('are refused when there are none, or more than a stroke may have', () => {
    expect(() => encodeInk([])).toThrow(RangeError);
    const many = Array.from({ length: LIMITS.inkPoints + 1 }, (_, i) => ({ x: i, y: 0 }));
    expect(() => encodeInk(many)).toThrow(RangeError);
  });

  it('are nothing for any other bytes, or few enough points within reach: it never throws and always ends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
        const found = decodeInk(bytes);
        if (!found) return;
        expect(found.length).toBeLessThanOrEqual(LIMITS.inkPoints);
        for (const { x, y } of found) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(100_000);
      }),
    );
    expect(decodeInk(Uint8Array.of(9, 2, 2))).toBeUndefined();
  });
});

describe('ink in a file', () => {
  const file = {
    title: 'Rietwijk',
    language: 'nl' as const,
    partners: [
      { id: 'gemeente', name: 'Gemeente' },
      { id: 'school', name: 'School' },
    ],
    stickers: [{ id: 'one', template: 'brengen-halen' as const, x: 0.5, y: 0.5, text: 'Park' }],
    ink: [
      {
        template: 'brengen-halen' as const,
        partner: 'school',
        width: 12,
        points: [
          [0, 0, 50],
          [40, -80, 90],
        ],
      },
      { sticker: 'one', partner: null, width: 50, points: [[10, 10]] },
    ],
  };
  const made = (given: unknown) => {
    let ids = 0;
    const newId = (): string => {
      ids += 1;
      return `new-${ids}`;
    };
    const updates = boardFromFile(boardFileSchema.parse(given), { now: 1, newId });
    const docs = { board: new Y.Doc(), table: new Y.Doc() };
    Y.applyUpdate(docs.board, updates.board);
    Y.applyUpdate(docs.table, updates.table);
    return docs;
  };

  it('goes in and comes back out', () => {
    const { board, table } = made(file);
    const [sheet, sticker] = boardToFile(board, table).ink ?? [];
    expect(sheet).toMatchObject({ template: 'brengen-halen', partner: 'school', width: 12 });
    expect(sheet?.points.map(([x, y]) => [x, y])).toEqual([
      [0, 0],
      [40, -80],
    ]);
    expect(sticker).toEqual(file.ink[1]);
  });

  it('is refused on a sticker or for a partner that is not there, and on nothing', () => {
    expect(() => made({ ...file, ink: [{ ...file.ink[1], sticker: 'gone' }] })).toThrow('ink.0.sticker');
    expect(() => made({ ...file, ink: [{ ...file.ink[0], partner: 'gone' }] })).toThrow('ink.0.partner');
    expect(() => made({ ...file, ink: [{ width: 12, points: [[0, 0]] }] })).toThrow(
      'either template or sticker',
    );
  });
});

describe('ink in a document', () => {
  it('is read as it was drawn, above what was there; what does not fit is counted and kept', () => {
    const doc = new Y.Doc();
    addInk(doc, [stroke('a'), stroke('b', { ground: { sticker: 's1' }, partner: null, z: 7 })]);
    inkOf(doc).set('odd', { sheet: 'brengen-halen', partner: null, width: -1, z: 0, points: 'x' });
    inkOf(doc).set('both', { ...stroke('x'), sheet: 'brengen-halen', sticker: 's1' });
    const { strokes, unreadable } = readInk(doc);
    expect([...strokes.keys()]).toEqual(['a', 'b']);
    expect(strokes.get('b')).toEqual(stroke('b', { ground: { sticker: 's1' }, partner: null, z: 7 }));
    expect(unreadable).toBe(2);
    expect(inkOf(doc).has('odd')).toBe(true);
    expect(topOfInk(doc)).toBe(8);
  });

  it('takes little: a thousand strokes of handwriting under 240 kB, and some 16 bytes each once rubbed out', () => {
    const doc = new Y.Doc();
    for (let i = 0; i < 1_000; i += 1)
      addInk(doc, [stroke(`s${i}`.padEnd(8, 'x'), { z: i, points: encodeInk(handwriting(i)) })]);
    expect(readInk(doc).strokes.size).toBe(1_000);
    expect(Y.encodeStateAsUpdate(doc).byteLength).toBeLessThan(240_000);
    eraseInk(doc, [...readInk(doc).strokes.keys()]);
    expect(readInk(doc).strokes.size).toBe(0);
    expect(Y.encodeStateAsUpdate(doc).byteLength).toBeLessThan(20_000);
  });
});
