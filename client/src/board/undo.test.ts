import { placesOf, stickersOf } from '@samenbord/shared/board';
import { describe, expect, it } from 'vitest';
import { makeBoard, meet, openFor, type Person, settled } from './boardFixture.ts';
import { MAX_STEPS } from './history.ts';

const SHEET = 'brengen-halen' as const;
const FAR = { x: 3000, y: 2000 };
const NEAR = { x: 800, y: 900 };
const file = {
  stickers: ['a', 'b'].map((id) => ({
    id,
    template: SHEET,
    region: 'bring',
    partner: 'school',
    x: 0.5,
    y: 0.5,
    text: id,
  })),
};
const draft = { sheet: SHEET, center: NEAR, partner: null };

function two(): [Person, Person] {
  const updates = makeBoard(file);
  return [openFor(updates), openFor(updates, { id: 'sam', name: 'Sam', partner: 'school' })];
}

const seen = async ({ handle }: Person, id: string) => {
  await settled();
  return handle.view.get().byId.get(id);
};
const move = ({ handle }: Person, id: string, to: { x: number; y: number }) =>
  handle.commands.moveStickers(SHEET, new Map([[id, to]]));
const type = ({ handle }: Person, id: string, ...texts: string[]) => {
  const session = handle.commands.openText(id);
  for (const text of texts) session?.edit(text, text.length);
  session?.close();
};

describe('putting back what was removed', () => {
  it('brings those back and leaves what was done since, which is then what undo takes back', async () => {
    const [mine] = two();
    const putBack = mine.handle.commands.removeStickers(['a']);
    move(mine, 'b', FAR);
    const id = mine.handle.commands.addSticker({ ...draft, text: 'daarna' }) ?? '';
    putBack();
    expect(await seen(mine, 'a')).toBeDefined();
    expect(await seen(mine, id)).toMatchObject({ text: 'daarna' });
    mine.handle.commands.undo();
    expect(await seen(mine, id)).toBeUndefined();
    mine.handle.commands.undo();
    mine.handle.commands.undo();
    expect((await seen(mine, 'b'))?.center).not.toEqual(FAR);
    expect(await seen(mine, 'a')).toBeDefined();
  });

  it('does nothing when they are back already', async () => {
    const [mine] = two();
    const putBack = mine.handle.commands.removeStickers(['a']);
    mine.handle.commands.undo();
    putBack();
    expect(await seen(mine, 'a')).toBeDefined();
    mine.handle.commands.redo();
    expect(await seen(mine, 'a')).toBeUndefined();
    putBack();
    expect(await seen(mine, 'a')).toBeDefined();
  });
});

describe('undo and redo', () => {
  const steps: [string, (p: Person) => unknown][] = [
    ['a move', (p) => move(p, 'a', FAR)],
    [
      'a move of two',
      (p) =>
        p.handle.commands.moveStickers(
          SHEET,
          new Map([
            ['a', FAR],
            ['b', NEAR],
          ]),
        ),
    ],
    ['a size', (p) => p.handle.commands.setSize(['a', 'b'], 'L')],
    ['a partner', (p) => p.handle.commands.setPartner(['a', 'b'], 'gemeente')],
    ['a removal', (p) => p.handle.commands.removeStickers(['a', 'b'])],
    ['a new sticker', (p) => p.handle.commands.addSticker({ ...draft, text: 'new' })],
    ['a text', (p) => type(p, 'a', 'a z', 'a zaal')],
  ];

  it.each(steps)('%s is taken back whole, and done again whole', async (_name, act) => {
    const [person] = two();
    const stickers = async () => {
      await settled();
      return person.handle.view.get().byId;
    };
    const before = await stickers();
    expect(person.handle.undo.get()).toEqual({ canUndo: false, canRedo: false });
    act(person);
    const after = await stickers();
    expect(after).not.toEqual(before);
    for (let round = 0; round < 2; round += 1) {
      expect(person.handle.undo.get()).toEqual({ canUndo: true, canRedo: false });
      person.handle.commands.undo();
      expect(await stickers()).toEqual(before);
      expect(person.handle.undo.get()).toEqual({ canUndo: false, canRedo: true });
      person.handle.commands.redo();
      expect(await stickers()).toEqual(after);
    }
  });

  it('walk back and forth through many steps of all kinds', async () => {
    const [person] = two();
    const moments: unknown[] = [];
    const moment = async () => {
      await settled();
      return [...person.handle.view.get().byId].sort();
    };
    for (const [, act] of steps) {
      moments.push(await moment());
      if (act !== undefined && (await seen(person, 'a')) === undefined) continue;
      act(person);
    }
    const last = await moment();
    const done: unknown[] = [];
    while (person.handle.undo.get().canUndo) {
      person.handle.commands.undo();
      done.push(await moment());
    }
    expect(done.at(-1)).toEqual(moments[0]);
    while (person.handle.undo.get().canRedo) person.handle.commands.redo();
    expect(await moment()).toEqual(last);
  });

  it('forget what was taken back once something new is done', async () => {
    const [person] = two();
    move(person, 'a', FAR);
    person.handle.commands.undo();
    person.handle.commands.setSize(['a'], 'L');
    expect(person.handle.undo.get()).toEqual({ canUndo: true, canRedo: false });
    person.handle.commands.redo();
    expect((await seen(person, 'a'))?.region).toBe('bring@school');
  });

  it(`reach ${MAX_STEPS} steps back`, () => {
    const [person] = two();
    for (let n = 0; n < MAX_STEPS + 5; n += 1) person.handle.commands.setSize(['a'], n % 2 === 0 ? 'L' : 'S');
    let taken = 0;
    while (person.handle.undo.get().canUndo) {
      person.handle.commands.undo();
      taken += 1;
    }
    expect(taken).toBe(MAX_STEPS);
  });
});

describe('a colleague’s later work stays', () => {
  it('their move after mine: my undo does not move it back', async () => {
    const [mine, theirs] = two();
    move(mine, 'a', FAR);
    meet(mine, theirs);
    move(theirs, 'a', NEAR);
    meet(mine, theirs);
    const there = await seen(mine, 'a');
    mine.handle.commands.undo();
    meet(mine, theirs);
    expect(await seen(mine, 'a')).toEqual(there);
    expect(await seen(theirs, 'a')).toEqual(there);
    expect(placesOf(mine.documents.board).length).toBe(2);
  });

  it('their move at the same time as mine: my undo acts only on what I see as mine', async () => {
    const [mine, theirs] = two();
    move(mine, 'a', FAR);
    move(theirs, 'a', NEAR);
    meet(mine, theirs);
    const agreed = await seen(mine, 'a');
    expect(await seen(theirs, 'a')).toEqual(agreed);
    // Only one of the two moves stands: the other's undo has nothing to take back.
    const isMine = Math.round(agreed?.center.x ?? 0) === FAR.x;
    const [winner, loser] = isMine ? [mine, theirs] : [theirs, mine];
    loser.handle.commands.undo();
    meet(mine, theirs);
    expect(await seen(mine, 'a')).toEqual(agreed);
    winner.handle.commands.undo();
    meet(mine, theirs);
    expect((await seen(mine, 'a'))?.region).toBe('bring@school');
    expect(await seen(mine, 'a')).toEqual(await seen(theirs, 'a'));
  });

  it('of several stickers I moved, those they left alone go back', async () => {
    const [mine, theirs] = two();
    mine.handle.commands.moveStickers(
      SHEET,
      new Map([
        ['a', FAR],
        ['b', FAR],
      ]),
    );
    meet(mine, theirs);
    move(theirs, 'a', NEAR);
    meet(mine, theirs);
    mine.handle.commands.undo();
    expect((await seen(mine, 'a'))?.center.x).toBeCloseTo(NEAR.x, -1);
    expect((await seen(mine, 'b'))?.region).toBe('bring@school');
    mine.handle.commands.redo();
    expect((await seen(mine, 'a'))?.center.x).toBeCloseTo(NEAR.x, -1);
    expect((await seen(mine, 'b'))?.center.x).toBeCloseTo(FAR.x, -1);
  });

  it('a step that comes to nothing is passed over: undo takes the one before', async () => {
    const [mine, theirs] = two();
    mine.handle.commands.setSize(['b'], 'L');
    move(mine, 'a', FAR);
    meet(mine, theirs);
    move(theirs, 'a', NEAR);
    meet(mine, theirs);
    mine.handle.commands.undo();
    expect((await seen(mine, 'b'))?.size).toBe('M');
    expect(mine.handle.undo.get()).toEqual({ canUndo: false, canRedo: true });
  });

  it('my new sticker in which they wrote stays', async () => {
    const [mine, theirs] = two();
    const id = mine.handle.commands.addSticker(draft) ?? '';
    meet(mine, theirs);
    type(theirs, id, 'their thought');
    meet(mine, theirs);
    mine.handle.commands.undo();
    expect((await seen(mine, id))?.text).toBe('their thought');
  });

  it('what they wrote in my new sticker while I took it back comes again with redo', async () => {
    const [mine, theirs] = two();
    const id = mine.handle.commands.addSticker({ ...draft, text: 'mine' }) ?? '';
    meet(mine, theirs);
    mine.handle.commands.undo();
    type(theirs, id, 'mine and theirs');
    meet(mine, theirs);
    expect(await seen(theirs, id)).toBeUndefined();
    mine.handle.commands.redo();
    meet(mine, theirs);
    expect((await seen(theirs, id))?.text).toBe('mine and theirs');
  });

  it('what they typed in a sticker I removed is there when my undo brings it back', async () => {
    const [mine, theirs] = two();
    mine.handle.commands.removeStickers(['a']);
    type(theirs, 'a', 'a with more');
    meet(mine, theirs);
    mine.handle.commands.undo();
    meet(mine, theirs);
    expect((await seen(theirs, 'a'))?.text).toBe('a with more');
  });

  it('a sticker they removed after I had put it back stays removed', async () => {
    const [mine, theirs] = two();
    mine.handle.commands.removeStickers(['a']);
    meet(mine, theirs);
    mine.handle.commands.undo();
    meet(mine, theirs);
    theirs.handle.commands.removeStickers(['a']);
    meet(mine, theirs);
    mine.handle.commands.redo();
    mine.handle.commands.undo();
    expect(await seen(mine, 'a')).toBeUndefined();
  });

  it('what both of us removed at once comes back by the undo of one of us only', async () => {
    const [mine, theirs] = two();
    mine.handle.commands.removeStickers(['a']);
    theirs.handle.commands.removeStickers(['a']);
    meet(mine, theirs);
    mine.handle.commands.undo();
    const byMine = (await seen(mine, 'a')) !== undefined;
    theirs.handle.commands.undo();
    const byTheirs = (await seen(theirs, 'a')) !== undefined;
    expect([byMine, byTheirs].sort()).toEqual([false, true]);
  });

  it('the record stays in the document through all of it', () => {
    const [mine] = two();
    const id = mine.handle.commands.addSticker(draft) ?? '';
    mine.handle.commands.undo();
    expect(stickersOf(mine.documents.board).has(id)).toBe(true);
  });
});
