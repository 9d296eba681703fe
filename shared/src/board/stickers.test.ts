import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addLinks, linksOf, readLinks, removeLinks } from './links.ts';
import { ORIGIN } from './origin.ts';
import { placesOf, writePlaces } from './places.ts';
import {
  addStickers,
  editText,
  moveStickers,
  readStickers,
  removeStickers,
  restoreStickers,
  setContribution,
  setPartner,
  setSize,
  stickersOf,
  textOf,
} from './stickers.ts';
import type { Place } from './types.ts';

const place = (x: number): Place => ({ sheet: 'brengen-halen', region: 'bring@school', x, y: 0.25, z: 1 });

function boardWith(...ids: string[]): Y.Doc {
  const doc = new Y.Doc();
  addStickers(
    doc,
    ids.map((id) => ({ id, place: place(0.5), text: id, made: 1_000 })),
  );
  return doc;
}

function record(doc: Y.Doc, id: string): Y.Map<unknown> {
  const found = stickersOf(doc).get(id);
  if (!(found instanceof Y.Map)) throw new Error(`no record ${id}`);
  return found;
}

/** A second copy of a document, as another person has it. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function meet(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [a, b].map((doc) => Y.encodeStateAsUpdate(doc)) as [Uint8Array, Uint8Array];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
}

describe('a sticker', () => {
  it('reads back as it was made, also in another copy', () => {
    const doc = new Y.Doc();
    const whole = {
      id: 's1',
      place: place(0.1),
      text: 'Een zaal op dinsdag 🙂',
      partner: 'school',
      size: 'L' as const,
      author: { id: 'p1', name: 'Noor', role: 'partner' as const },
      made: 1_700_000_000_000,
      category: 'space',
      quantity: { amount: 2, unit: 'dagdelen', period: 'week' },
      certainty: 'promised' as const,
      tags: ['zaal'],
    };
    addStickers(doc, [whole]);
    expect(readStickers(doc)).toEqual({ stickers: new Map([['s1', whole]]), unreadable: 0 });
    expect(readStickers(copyOf(doc))).toEqual(readStickers(doc));
  });

  it('has defaults for all that need not be given', () => {
    const doc = new Y.Doc();
    addStickers(doc, [{ id: 's1', place: place(0.1), made: 5 }]);
    expect(readStickers(doc).stickers.get('s1')).toEqual({
      id: 's1',
      place: place(0.1),
      text: '',
      partner: null,
      size: 'M',
      author: null,
      made: 5,
    });
  });

  it('is left as it is when its id is used again', () => {
    const doc = boardWith('s1');
    addStickers(doc, [{ id: 's1', place: place(0.9), text: 'other', made: 2 }]);
    expect(readStickers(doc).stickers.get('s1')).toMatchObject({ text: 's1', place: place(0.5) });
    expect(placesOf(doc).length).toBe(1);
  });
});

describe('records that do not fit', () => {
  const spoil: [string, (doc: Y.Doc) => void][] = [
    ['no map', (doc) => stickersOf(doc).set('s1', 'text')],
    ['an empty record', (doc) => stickersOf(doc).set('s1', new Y.Map())],
    ['an unknown size', (doc) => record(doc, 's1').set('size', 'XXL')],
    ['a partner that is no text', (doc) => record(doc, 's1').set('partner', { id: 1 })],
    ['a time that is no number', (doc) => record(doc, 's1').set('made', 'yesterday')],
    ['an author without a name', (doc) => record(doc, 's1').set('author', { id: 'p1' })],
    ['a text of the wrong kind', (doc) => record(doc, 's1').set('text', 'plain')],
    ['no text', (doc) => record(doc, 's1').delete('text')],
    ['tags that are no list', (doc) => record(doc, 's1').set('tags', 'a,b')],
    ['no place', (doc) => placesOf(doc).delete(0)],
  ];

  it.each(spoil)('%s: not shown, counted, kept', (_name, change) => {
    const doc = boardWith('s1', 's2');
    change(doc);
    const { stickers, unreadable } = readStickers(doc);
    expect([...stickers.keys()]).toEqual(['s2']);
    expect(unreadable).toBe(1);
    expect(stickersOf(copyOf(doc)).has('s1')).toBe(true);
  });

  it.each([
    ['no object', 7],
    ['an unknown sheet', { id: 's1', ...place(0.1), sheet: 'scrum', n: 9 }],
    ['a place off the sheet', { id: 's1', ...place(7), n: 9 }],
    ['a place that is no number', { id: 's1', ...place(0.1), x: '0.1', n: 9 }],
  ])('a place entry that is %s: counted, kept, and the sticker stays where it was', (_name, entry) => {
    const doc = boardWith('s1');
    placesOf(doc).push([entry]);
    const { stickers, unreadable } = readStickers(doc);
    expect(stickers.get('s1')?.place).toEqual(place(0.5));
    expect(unreadable).toBe(1);
    moveStickers(doc, new Map([['s1', place(0.7)]]));
    expect(readStickers(doc).stickers.get('s1')?.place).toEqual(place(0.7));
    expect(placesOf(doc).toArray()).toContainEqual(entry);
  });

  it('keys that a later version added are passed over', () => {
    const doc = boardWith('s1');
    record(doc, 's1').set('shape', 'round');
    expect(readStickers(doc)).toMatchObject({ unreadable: 0 });
    expect(readStickers(doc).stickers.get('s1')).not.toHaveProperty('shape');
  });

  it('of lines: not shown, counted, kept', () => {
    const doc = new Y.Doc();
    addLinks(doc, [{ id: 'l1', from: 'a', to: 'b', kind: 'match' }]);
    linksOf(doc).set('l2', { from: 'a', to: 'b', kind: 'envy' });
    linksOf(doc).set('l3', 12);
    const { links, unreadable } = readLinks(doc);
    expect([...links.keys()]).toEqual(['l1']);
    expect(unreadable).toBe(2);
    expect(linksOf(doc).size).toBe(3);
  });
});

describe('a command', () => {
  const commands: [keyof typeof ORIGIN, (doc: Y.Doc) => void][] = [
    ['addSticker', (doc) => addStickers(doc, [{ id: 's9', place: place(0.1), text: 'x', made: 1 }])],
    [
      'moveStickers',
      (doc) =>
        moveStickers(
          doc,
          new Map([
            ['s1', place(0.2)],
            ['s2', place(0.3)],
          ]),
        ),
    ],
    ['editText', (doc) => editText(doc, 's1', 'sticker one')],
    ['setSize', (doc) => setSize(doc, ['s1', 's2'], 'L')],
    ['setPartner', (doc) => setPartner(doc, ['s1', 's2'], 'school')],
    ['removeStickers', (doc) => removeStickers(doc, ['s1', 's2'], 'p1', 5)],
    ['addLink', (doc) => addLinks(doc, [{ id: 'l1', from: 's1', to: 's2', kind: 'match' }])],
  ];

  it.each(commands)('%s is one transaction with its own origin', (name, run) => {
    const doc = boardWith('s1', 's2');
    const origins: unknown[] = [];
    doc.on('update', (_update, origin) => origins.push(origin));
    run(doc);
    expect(origins).toEqual([ORIGIN[name]]);
  });

  it('restoreStickers and removeLinks have theirs too', () => {
    const doc = boardWith('s1');
    removeStickers(doc, ['s1'], 'p1', 5);
    addLinks(doc, [{ id: 'l1', from: 's1', to: 's2', kind: 'match' }]);
    const origins: unknown[] = [];
    doc.on('update', (_update, origin) => origins.push(origin));
    restoreStickers(doc, ['s1']);
    removeLinks(doc, ['l1']);
    expect(origins).toEqual([ORIGIN.restoreStickers, ORIGIN.removeLink]);
  });

  it('that changes nothing writes nothing', () => {
    const doc = boardWith('s1');
    const before = Y.encodeStateVector(doc);
    moveStickers(doc, new Map([['nobody', place(0.2)]]));
    setSize(doc, ['s1', 'nobody'], 'M');
    editText(doc, 's1', 's1');
    editText(doc, 'nobody', 'text');
    removeStickers(doc, ['nobody'], 'p1', 5);
    restoreStickers(doc, ['s1', 'nobody']);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });
});

describe('a contribution', () => {
  const hours = { amount: 16, unit: 'uur', period: 'week' };
  const contributionOf = (doc: Y.Doc) => {
    const { category, quantity, certainty } = readStickers(doc).stickers.get('s1') ?? {};
    return { category, quantity, certainty };
  };

  it('is set whole, and what is not given is taken away', () => {
    const doc = boardWith('s1');
    setContribution(doc, 's1', { category: 'people', quantity: hours, certainty: 'promised' });
    expect(contributionOf(doc)).toEqual({ category: 'people', quantity: hours, certainty: 'promised' });
    setContribution(doc, 's1', { category: 'people' });
    expect(contributionOf(doc)).toEqual({ category: 'people', quantity: undefined, certainty: undefined });
  });

  it('writes nothing when it stays the same, or the sticker is not there', () => {
    const doc = boardWith('s1');
    setContribution(doc, 's1', { quantity: hours });
    let written = 0;
    doc.on('update', () => {
      written += 1;
    });
    setContribution(doc, 's1', { quantity: { ...hours } });
    setContribution(doc, 'nobody', { category: 'people' });
    expect(written).toBe(0);
  });
});

describe('removing', () => {
  it('keeps what a colleague types meanwhile for when it comes back', () => {
    const mine = boardWith('s1');
    const theirs = copyOf(mine);
    removeStickers(mine, ['s1'], 'p1', 5);
    editText(theirs, 's1', 's1 and more');
    meet(mine, theirs);
    expect(readStickers(mine)).toEqual({ stickers: new Map(), unreadable: 0 });
    restoreStickers(mine, ['s1']);
    expect(readStickers(mine).stickers.get('s1')?.text).toBe('s1 and more');
  });

  it('and moving at the same time: it is gone, and comes back where the other put it', () => {
    const mine = boardWith('s1');
    const theirs = copyOf(mine);
    removeStickers(mine, ['s1'], 'p1', 5);
    moveStickers(theirs, new Map([['s1', place(0.9)]]));
    meet(mine, theirs);
    expect(readStickers(theirs).stickers.size).toBe(0);
    restoreStickers(theirs, ['s1']);
    meet(mine, theirs);
    expect(readStickers(mine).stickers.get('s1')?.place).toEqual(place(0.9));
  });
});

describe('a text', () => {
  it('that is half a surrogate pair is the same in every copy', () => {
    const doc = new Y.Doc();
    addStickers(doc, [{ id: 's1', place: place(0.1), text: 'a\ud83d', made: 1 }]);
    editText(doc, 's1', 'a\ud83d b\ude00');
    expect(textOf(doc, 's1')?.toString()).toBe('a\ufffd b\ufffd');
    expect(readStickers(copyOf(doc))).toEqual(readStickers(doc));
  });

  it('of a record that is none is not there to edit', () => {
    const doc = boardWith('s1');
    record(doc, 's1').set('text', 'plain');
    expect(textOf(doc, 's1')).toBeUndefined();
    expect(textOf(doc, 'nobody')).toBeUndefined();
  });
});

describe('writePlaces', () => {
  it('keeps a board with one entry for each sticker', () => {
    const doc = boardWith('s1', 's2');
    doc.transact(() => writePlaces(doc, new Map([['s1', place(0.3)]])));
    doc.transact(() =>
      writePlaces(
        doc,
        new Map([
          ['s2', place(0.4)],
          ['s1', place(0.6)],
        ]),
      ),
    );
    expect(placesOf(doc).length).toBe(2);
    expect(readStickers(doc).stickers.get('s1')?.place).toEqual(place(0.6));
    expect(readStickers(doc).stickers.get('s2')?.place).toEqual(place(0.4));
  });
});
