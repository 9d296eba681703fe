import { readStickers, stickersOf } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { makeBoard, meet, openFor, type Person, settled } from './boardFixture.ts';

const SHEET = 'brengen-halen' as const;
const file = {
  stickers: ['a', 'b', 'c'].map((id, z) => ({
    id,
    template: SHEET,
    region: 'bring',
    partner: 'school',
    x: 0.5,
    y: 0.5,
    z,
    text: id,
  })),
};

function two(): [Person, Person] {
  const updates = makeBoard(file);
  return [openFor(updates), openFor(updates, { id: 'sam', name: 'Sam', partner: 'school' })];
}

const seen = async ({ handle }: Person, id: string) => {
  await settled();
  return handle.view.get().byId.get(id);
};
const stack = async ({ handle }: Person) => {
  await settled();
  return handle.view
    .get()
    .sheets[SHEET].stickers.map(({ id }) => id)
    .join('');
};
const draft = (text: string, x = 800) => ({ sheet: SHEET, center: { x, y: 900 }, partner: null, text });

describe('several new stickers', () => {
  it('lie above each other on top, and go by one step of undo', async () => {
    const [person] = two();
    const ids = person.handle.commands.addStickers([draft('een'), { ...draft('twee'), size: 'S' }]) ?? [];
    expect(ids.length).toBe(2);
    expect(await stack(person)).toBe(`abc${ids.join('')}`);
    expect(await seen(person, ids[1] ?? '')).toMatchObject({ text: 'twee', size: 'S' });
    person.handle.commands.undo();
    expect(await stack(person)).toBe('abc');
    person.handle.commands.redo();
    expect(await stack(person)).toBe(`abc${ids.join('')}`);
  });

  it('are made all or not at all', async () => {
    const [person] = two();
    const long = 'x'.repeat(LIMITS.stickerText + 1);
    expect(person.handle.commands.addStickers([draft('een'), draft(long)])).toBeUndefined();
    expect(person.handle.commands.addStickers([])).toBeUndefined();
    const many = Array.from({ length: LIMITS.stickers - 2 }, () => draft('x'));
    expect(person.handle.commands.addStickers(many)).toBeUndefined();
    expect(await stack(person)).toBe('abc');
    expect(person.handle.undo.get().canUndo).toBe(false);
  });

  it('keep what they are made of, and stay where a colleague went on with them', async () => {
    const [mine, theirs] = two();
    const details = { category: 'ruimte', certainty: 'idea' as const };
    const [first = '', second = ''] =
      mine.handle.commands.addStickers([{ ...draft('een'), details, tags: ['x'] }, draft('twee')]) ?? [];
    meet(mine, theirs);
    expect(await seen(theirs, first)).toMatchObject({ ...details, tags: ['x'] });
    theirs.handle.commands.setSize([first], 'L');
    meet(mine, theirs);
    mine.handle.commands.undo();
    expect(await seen(mine, first)).toMatchObject({ size: 'L' });
    expect(await seen(mine, second)).toBeUndefined();
  });
});

describe('a new sticker and what is first written in it', () => {
  const make = (person: Person, text = 'Idee'): string => {
    const id = person.handle.commands.addSticker(draft('')) ?? '';
    const session = person.handle.commands.openText(id);
    session?.edit(text, text.length);
    session?.close();
    return id;
  };

  it('are one step', async () => {
    const [person] = two();
    const id = make(person);
    person.handle.commands.undo();
    expect(await seen(person, id)).toBeUndefined();
    expect(person.handle.undo.get()).toEqual({ canUndo: false, canRedo: true });
    person.handle.commands.redo();
    expect((await seen(person, id))?.text).toBe('Idee');
    expect(person.handle.undo.get()).toEqual({ canUndo: true, canRedo: false });
  });

  it('what is written later is a step of its own', async () => {
    const [person] = two();
    const id = make(person);
    const session = person.handle.commands.openText(id);
    session?.edit('Idee en meer', 12);
    session?.close();
    person.handle.commands.undo();
    expect((await seen(person, id))?.text).toBe('Idee');
    person.handle.commands.undo();
    expect(await seen(person, id)).toBeUndefined();
  });

  it('nor does it join when something else was done between', async () => {
    const [person] = two();
    const id = person.handle.commands.addSticker(draft('')) ?? '';
    person.handle.commands.setSize(['a'], 'L');
    const session = person.handle.commands.openText(id);
    session?.edit('Idee', 4);
    session?.close();
    person.handle.commands.undo();
    expect((await seen(person, id))?.text).toBe('');
    expect((await seen(person, 'a'))?.size).toBe('L');
  });

  it('stay when a colleague moved the sticker, whole', async () => {
    const [mine, theirs] = two();
    const id = make(mine);
    meet(mine, theirs);
    theirs.handle.commands.moveStickers(SHEET, new Map([[id, { x: 3000, y: 2000 }]]));
    meet(mine, theirs);
    mine.handle.commands.undo();
    expect((await seen(mine, id))?.text).toBe('Idee');
    expect(mine.handle.undo.get()).toEqual({ canUndo: false, canRedo: false });
  });

  it('what a colleague wrote in it stays; mine goes', async () => {
    const [mine, theirs] = two();
    const id = make(mine);
    meet(mine, theirs);
    const session = theirs.handle.commands.openText(id);
    session?.edit('Idee van hen', 12);
    session?.close();
    meet(mine, theirs);
    mine.handle.commands.undo();
    expect((await seen(mine, id))?.text).toBe(' van hen');
  });

  it('left empty it goes without a step; with a colleague’s letters it stays', async () => {
    const [mine, theirs] = two();
    const id = mine.handle.commands.addSticker(draft('')) ?? '';
    expect(mine.handle.commands.discardNew(id)).toBe(true);
    expect(await seen(mine, id)).toBeUndefined();
    expect(mine.handle.undo.get()).toEqual({ canUndo: false, canRedo: false });
    const other = mine.handle.commands.addSticker(draft('')) ?? '';
    meet(mine, theirs);
    theirs.handle.commands.openText(other)?.edit('x', 1);
    meet(mine, theirs);
    expect(mine.handle.commands.discardNew(other)).toBe(false);
    expect(mine.handle.commands.discardNew('a')).toBe(false);
    expect((await seen(mine, other))?.text).toBe('x');
  });
});

describe('locking', () => {
  it('keeps a sticker as it is until it is unlocked, for everybody', async () => {
    const [mine, theirs] = two();
    mine.handle.commands.setLocked(['a'], true);
    meet(mine, theirs);
    const before = await seen(theirs, 'a');
    expect(before?.locked).toBe(true);
    const { commands } = theirs.handle;
    commands.moveStickers(SHEET, new Map([['a', { x: 1, y: 1 }]]));
    commands.layStickers(SHEET, new Map([['a', { center: { x: 1, y: 1 }, size: 'L' }]]));
    commands.setSize(['a'], 'L');
    commands.setPartner(['a'], 'gemeente');
    commands.removeStickers(['a']);
    expect(commands.openText('a')).toBeUndefined();
    expect(await seen(theirs, 'a')).toEqual(before);
    expect(theirs.handle.undo.get().canUndo).toBe(false);
    commands.setLocked(['a'], false);
    expect((await seen(theirs, 'a'))?.locked).toBeUndefined();
    commands.removeStickers(['a', 'b']);
    expect(await stack(theirs)).toBe('c');
  });

  it('is taken back and done again', async () => {
    const [person] = two();
    person.handle.commands.setLocked(['a', 'b'], true);
    person.handle.commands.undo();
    expect((await seen(person, 'a'))?.locked).toBeUndefined();
    person.handle.commands.redo();
    expect((await seen(person, 'b'))?.locked).toBe(true);
  });

  it('of a value nobody knows is none', () => {
    const [person] = two();
    const record = stickersOf(person.documents.board).get('a');
    if (record instanceof Y.Map) record.set('locked', 'forever');
    const { stickers, unreadable } = readStickers(person.documents.board);
    expect(stickers.get('a')?.locked).toBeUndefined();
    expect(unreadable).toBe(0);
  });

  it('goes into a file and comes back', async () => {
    const person = openFor(
      makeBoard({ stickers: file.stickers.map((one) => ({ ...one, locked: one.id === 'b' })) }),
    );
    expect((await seen(person, 'b'))?.locked).toBe(true);
    expect((await seen(person, 'a'))?.locked).toBeUndefined();
  });
});

describe('what lies above what', () => {
  it('to the front and to the back, among each other as they were', async () => {
    const [person] = two();
    const { commands } = person.handle;
    commands.restack(['b', 'a'], 'front');
    expect(await stack(person)).toBe('cab');
    commands.restack(['b'], 'back');
    expect(await stack(person)).toBe('bca');
    commands.undo();
    expect(await stack(person)).toBe('cab');
    commands.undo();
    expect(await stack(person)).toBe('abc');
  });

  it('does nothing where they are there already', () => {
    const [person] = two();
    person.handle.commands.restack(['c'], 'front');
    person.handle.commands.restack(['a', 'b'], 'back');
    person.handle.commands.restack(['nobody'], 'back');
    expect(person.handle.undo.get().canUndo).toBe(false);
  });

  it('stays when stickers are laid out, and place and size go back together', async () => {
    const [person] = two();
    const before = await seen(person, 'a');
    person.handle.commands.layStickers(SHEET, new Map([['a', { center: { x: 3000, y: 2000 }, size: 'S' }]]));
    expect(await seen(person, 'a')).toMatchObject({ size: 'S' });
    expect((await seen(person, 'a'))?.center.x).toBeCloseTo(3000, -1);
    expect(await stack(person)).toBe('abc');
    person.handle.commands.undo();
    expect(await seen(person, 'a')).toEqual(before);
  });
});
