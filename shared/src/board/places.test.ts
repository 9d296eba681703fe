import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { placesOf, readPlaces, writePlaces } from './places.ts';
import { addStickers, moveStickers, readStickers } from './stickers.ts';
import type { Place } from './types.ts';

const place = (x: number): Place => ({ sheet: 'brengen-halen', region: null, x, y: 0, z: 0 });
const entry = (id: string, x: number, n: number) => ({ id, ...place(x), n });
const xOf = (doc: Y.Doc, id: string): number | undefined => readPlaces(doc).places.get(id)?.x;

function copies(count: number, ids: readonly string[]): Y.Doc[] {
  const first = new Y.Doc();
  addStickers(
    first,
    ids.map((id) => ({ id, place: place(0.5), made: 0 })),
  );
  const rest = Array.from({ length: count - 1 }, () => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(first));
    return copy;
  });
  return [first, ...rest];
}

function meet(docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

describe('places', () => {
  it('the highest counter wins, wherever it stands in the list', () => {
    const doc = new Y.Doc();
    placesOf(doc).push([entry('a', 0.1, 2), entry('a', 0.9, 3), entry('a', 0.2, 1)]);
    expect(xOf(doc, 'a')).toBe(0.9);
  });

  it('of equal counters the later in the list wins', () => {
    const doc = new Y.Doc();
    placesOf(doc).push([entry('a', 0.1, 3), entry('a', 0.2, 3)]);
    expect(xOf(doc, 'a')).toBe(0.2);
  });

  it('hands out the same object for a place that did not change', () => {
    const [doc] = copies(1, ['a', 'b']) as [Y.Doc];
    const before = readPlaces(doc).places;
    moveStickers(doc, new Map([['a', place(0.1)]]));
    const after = readPlaces(doc).places;
    expect(after.get('b')).toBe(before.get('b'));
    expect(after.get('a')).not.toBe(before.get('a'));
  });

  it('a later move wins from what it replaces, also when it comes from somebody else', () => {
    const [mine, theirs] = copies(2, ['a']) as [Y.Doc, Y.Doc];
    moveStickers(mine, new Map([['a', place(0.1)]]));
    meet([mine, theirs]);
    moveStickers(theirs, new Map([['a', place(0.2)]]));
    meet([mine, theirs]);
    moveStickers(mine, new Map([['a', place(0.3)]]));
    meet([mine, theirs]);
    expect([xOf(mine, 'a'), xOf(theirs, 'a')]).toEqual([0.3, 0.3]);
    expect(placesOf(mine).length).toBe(1);
  });

  it('who saw more moves wins from who worked offline, for every order of arrival', () => {
    const [online, offline] = copies(2, ['a', 'b']) as [Y.Doc, Y.Doc];
    for (const x of [0.1, 0.2, 0.3]) moveStickers(online, new Map([['b', place(x)]]));
    moveStickers(offline, new Map([['a', place(0.8)]]));
    moveStickers(online, new Map([['a', place(0.9)]]));
    meet([offline, online]);
    expect([xOf(online, 'a'), xOf(offline, 'a')]).toEqual([0.9, 0.9]);
  });

  it('two people moving one sticker at once end at one place, and the next move clears up', () => {
    const [mine, theirs] = copies(2, ['a']) as [Y.Doc, Y.Doc];
    moveStickers(mine, new Map([['a', place(0.1)]]));
    moveStickers(theirs, new Map([['a', place(0.2)]]));
    meet([mine, theirs]);
    expect(xOf(mine, 'a')).toBe(xOf(theirs, 'a'));
    expect(placesOf(mine).length).toBe(2);
    moveStickers(mine, new Map([['a', place(0.4)]]));
    meet([mine, theirs]);
    expect([xOf(mine, 'a'), xOf(theirs, 'a')]).toEqual([0.4, 0.4]);
    expect(placesOf(mine).length).toBe(1);
  });

  it('any moves by any people, meeting at any time, end equal with each sticker somewhere it was put', () => {
    const ids = ['a', 'b', 'c'];
    const move = fc.record({
      who: fc.nat(2),
      id: fc.constantFrom(...ids),
      x: fc.integer({ min: 0, max: 99 }),
    });
    const pair = fc.tuple(fc.nat(2), fc.nat(2));
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: move }, pair), { maxLength: 40 }), (steps) => {
        const docs = copies(3, ids);
        const put = new Map(ids.map((id) => [id, new Set([0.5])]));
        for (const step of steps) {
          if (Array.isArray(step)) meet(step.map((who) => docs[who]).filter((doc) => doc !== undefined));
          else {
            const doc = docs[step.who] as Y.Doc;
            moveStickers(doc, new Map([[step.id, place(step.x / 100)]]));
            put.get(step.id)?.add(step.x / 100);
            expect(xOf(doc, step.id)).toBe(step.x / 100);
          }
        }
        meet(docs);
        const [first, ...rest] = docs.map((doc) => readPlaces(doc));
        for (const other of rest) expect(other).toEqual(first);
        for (const id of ids) expect(put.get(id)).toContain(first?.places.get(id)?.x);
      }),
    );
  });

  it('are kept for stickers whose record comes later', () => {
    const doc = new Y.Doc();
    doc.transact(() => writePlaces(doc, new Map([['later', place(0.3)]])));
    addStickers(doc, [{ id: 'later', place: place(0.6), made: 0 }]);
    expect(readStickers(doc).stickers.get('later')?.place).toEqual(place(0.6));
  });
});
