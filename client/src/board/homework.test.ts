import { addStickers, markShared, readHomework, SCHEMA_VERSION, schemaOf } from '@samenbord/shared/board';
import { layoutSheet, overlapArea, pointOf, STICKER_SIDE, squareAt } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { HOMEWORK_FIELDS } from '@samenbord/shared/template';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fakeBeside, tableOf } from './besideFixture.ts';
import { makeBoard, settled } from './boardFixture.ts';
import { openHomework } from './homework.ts';

function open(me = {}) {
  const beside = fakeBeside(me);
  let ids = 0;
  let time = 100;
  const homework = openHomework(beside, tableOf(makeBoard()), 'gemeente', {
    newId: () => `${beside.me.id}-${++ids}`,
    now: () => ++time,
  });
  const add = (field: string, text = field): string => homework.commands.addSticker({ field, text }) ?? '';
  const card = (id: string) => homework.view.get().cards.find((one) => one.id === id);
  return { beside, homework, add, card };
}

describe('a sticker of the homework', () => {
  it('answers a field, for the partner, by who wrote it', async () => {
    const { beside, homework, add } = open();
    const id = add('bring', 'Zestien uur per week');
    await settled();
    expect(homework.view.get().cards).toEqual([
      {
        id,
        text: 'Zestien uur per week',
        field: 'bring',
        authorName: 'Noor',
        share: true,
        personal: false,
        shared: null,
      },
    ]);
    expect(readHomework(beside.doc)[0]).toMatchObject({
      partner: 'gemeente',
      author: { id: 'noor', name: 'Noor', role: 'partner' },
      place: { sheet: 'brengen-halen', region: 'bring@gemeente' },
    });
    expect(schemaOf(beside.doc)).toBe(SCHEMA_VERSION);
  });

  it('has the place it would have on the sheet, clear of the others of its field', async () => {
    const { beside, add } = open();
    for (const field of HOMEWORK_FIELDS) for (let n = 0; n < 4; n += 1) add(field);
    await settled();
    const layout = layoutSheet('brengen-halen', ['gemeente', 'school']);
    const squares = readHomework(beside.doc).map(({ place, size }) =>
      squareAt(pointOf(layout, place), STICKER_SIDE[size]),
    );
    expect(squares).toHaveLength(4 * HOMEWORK_FIELDS.length);
    squares.forEach((one, index) => {
      for (const other of squares.slice(index + 1)) expect(overlapArea(one, other)).toBe(0);
    });
    const regions = new Set(readHomework(beside.doc).map(({ place }) => place.region));
    expect([...regions].sort()).toEqual(
      HOMEWORK_FIELDS.map((field) => (field.startsWith('core.') ? field : `${field}@gemeente`)).sort(),
    );
  });

  it('goes to the table unless it is a core value or personal, or somebody chose otherwise', async () => {
    const { homework, add, card } = open();
    const [own, value] = [add('interestOwn'), add('coreValue')];
    await settled();
    expect([card(own)?.share, card(value)?.share]).toEqual([true, false]);
    homework.commands.setPersonal([own], true);
    await settled();
    expect(card(own)).toMatchObject({ share: false, personal: true });
    homework.commands.setShare([own, value], true);
    await settled();
    expect([card(own)?.share, card(value)?.share]).toEqual([true, true]);
  });

  it('moves to another field, with undo', async () => {
    const { homework, add, card } = open();
    const id = add('bring');
    await settled();
    homework.commands.moveTo(id, 'core.tensions');
    await settled();
    expect(card(id)?.field).toBe('core.tensions');
    homework.commands.undo();
    await settled();
    expect(card(id)?.field).toBe('bring');
  });

  it('carries category, quantity and certainty, with undo', async () => {
    const { homework, add, card } = open();
    const id = add('bring');
    await settled();
    const whole = {
      category: 'people',
      quantity: { amount: 16, unit: 'uur', period: 'week' },
      certainty: 'promised',
    } as const;
    homework.commands.setContribution(id, whole);
    homework.commands.setContribution(id, { category: 'people' });
    await settled();
    expect(card(id)).toMatchObject({ category: 'people' });
    expect(card(id)?.quantity).toBeUndefined();
    homework.commands.undo();
    await settled();
    expect(card(id)).toMatchObject(whole);
  });

  it('is deleted, with undo, and keeps what a colleague types meanwhile', async () => {
    const { homework, add, card } = open();
    const id = add('gain', 'Rust');
    await settled();
    homework.commands.removeStickers([id]);
    await settled();
    expect(card(id)).toBeUndefined();
    homework.commands.undo();
    await settled();
    expect(card(id)?.text).toBe('Rust');
  });

  it('says when it came on the board', async () => {
    const { beside, add, card } = open();
    const id = add('gain');
    markShared(beside.doc, [id], 99);
    await settled();
    expect(card(id)?.shared).toBe(99);
  });
});

describe('two people of one partner', () => {
  it('write in one sticker, and no letter is lost', async () => {
    const [a, b] = [open(), open({ id: 'bram', name: 'Bram' })];
    const id = a.add('bring', 'uren');
    Y.applyUpdate(b.beside.doc, Y.encodeStateAsUpdate(a.beside.doc), 'network');
    await settled();
    const [one, other] = [a.homework.commands.openText(id), b.homework.commands.openText(id)];
    one?.edit('16 uren', 3);
    other?.edit('uren per week', 13);
    Y.applyUpdate(b.beside.doc, Y.encodeStateAsUpdate(a.beside.doc), 'network');
    Y.applyUpdate(a.beside.doc, Y.encodeStateAsUpdate(b.beside.doc), 'network');
    await settled();
    expect([a.card(id)?.text, b.card(id)?.text]).toEqual(['16 uren per week', '16 uren per week']);
  });
});

describe('homework that cannot be written in', () => {
  it('stays as it is before it has arrived', () => {
    const { beside, homework } = open();
    beside.loaded.set(false);
    expect(homework.commands.addSticker({ field: 'bring' })).toBeUndefined();
    homework.commands.setShare(['x'], true);
    expect(schemaOf(beside.doc)).toBe(0);
  });

  it('takes no more than its limit', async () => {
    const { beside, homework } = open();
    const place = { sheet: 'brengen-halen', region: 'bring@gemeente', x: 0.5, y: 0.5, z: 1 } as const;
    const stickers = (count: number, name: string) =>
      Array.from({ length: count }, (_, n) => ({ id: `${name}${n}`, place, made: n }));
    addStickers(beside.doc, stickers(LIMITS.homeworkStickers - 1, 'a'));
    await settled();
    expect(homework.commands.addSticker({ field: 'bring' })).toBeDefined();
    await settled();
    expect(homework.commands.addSticker({ field: 'bring' })).toBeUndefined();
  });
});
