import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { makeBoard, meet, openFor, type Person, settled } from './boardFixture.ts';

const KEY = 'partnermodel-canvas';
const at = (id: string, x: number, y: number) => ({ id, template: KEY, text: id, x, y }) as const;
const STICKERS = [at('a', 0.2, 0.5), at('b', 0.3, 0.5), at('c', 0.8, 0.8), at('d', 0.6, 0.2)];

const open = () => {
  const updates = makeBoard({ stickers: STICKERS });
  return [openFor(updates), openFor(updates, { id: 'bas', name: 'Bas', partner: 'school' })] as const;
};
const viewOf = ({ handle }: Person) => handle.view.get();
const groupsOf = (person: Person) =>
  (viewOf(person).sheets[KEY].groups ?? []).map(({ title, members }) => `${title}: ${members.join()}`);
const centerOf = (person: Person, id: string) => viewOf(person).byId.get(id)?.center ?? { x: 0, y: 0 };
const drop = (person: Person, id: string, x: number, y: number): void =>
  person.handle.commands.moveStickers(KEY, new Map([[id, { x, y }]]));

/** What the board shows after each step, there and back. */
async function steps(person: Person, ...acts: (() => void)[]): Promise<void> {
  const seen = [groupsOf(person)];
  for (const act of acts) {
    act();
    await settled();
    seen.push(groupsOf(person));
  }
  for (const before of seen.slice(0, -1).reverse()) {
    person.handle.commands.undo();
    await settled();
    expect(groupsOf(person)).toEqual(before);
  }
  for (const after of seen.slice(1)) {
    person.handle.commands.redo();
    await settled();
    expect(groupsOf(person)).toEqual(after);
  }
}

describe('a group', () => {
  it('is made, named and taken away, each in one step; its stickers stay', async () => {
    const [me] = open();
    const { commands } = me.handle;
    let id = '';
    await steps(
      me,
      () => {
        id = commands.group(['a', 'b'], ' Warmte ') ?? '';
        expect(id).not.toBe('');
      },
      () => commands.renameGroup(id, 'Stroom'),
      () => commands.ungroup([id]),
    );
    expect(viewOf(me).byId.size).toBe(4);
    expect(groupsOf(me)).toEqual([]);
  });

  it('has its frame around its stickers, and goes where they go', async () => {
    const [me] = open();
    me.handle.commands.group(['a', 'b'], 'Warmte');
    await settled();
    const before = viewOf(me).sheets[KEY].groups?.[0]?.box;
    const moved = new Map(
      ['a', 'b'].map((id) => [id, { x: centerOf(me, id).x + 500, y: centerOf(me, id).y + 300 }]),
    );
    me.handle.commands.moveStickers(KEY, moved);
    await settled();
    const after = viewOf(me).sheets[KEY].groups?.[0]?.box;
    expect(groupsOf(me)).toEqual(['Warmte: a,b']);
    expect(after?.x).toBeCloseTo((before?.x ?? 0) + 500, -1);
    expect(after?.y).toBeCloseTo((before?.y ?? 0) + 300, -1);
  });

  it('is left by a sticker that is dragged out, joined by one that is laid in it, kept by one moved within', async () => {
    const [me] = open();
    me.handle.commands.group(['a', 'b'], 'Warmte');
    await settled();
    const a = centerOf(me, 'a');
    await steps(
      me,
      () => drop(me, 'a', a.x + 60, a.y + 30),
      () => drop(me, 'c', a.x + 150, a.y),
      () => drop(me, 'b', 3000, 2500),
      () => drop(me, 'd', 100, 2800),
    );
    expect(groupsOf(me)).toEqual(['Warmte: a,c']);
  });

  it('keeps all that is taken by its frame, also when one of them is in another hand', async () => {
    const [me] = open();
    me.handle.commands.group(['a', 'b'], 'Warmte');
    await settled();
    me.handle.commands.moveStickers(KEY, new Map([['a', { x: 3000, y: 2500 }]]), true);
    await settled();
    expect(groupsOf(me)).toEqual(['Warmte: b,a']);
  });

  it('takes no locked sticker; one that becomes locked in it holds the frame', async () => {
    const [me] = open();
    me.handle.commands.setLocked(['b'], true);
    me.handle.commands.group(['a', 'b'], 'Warmte');
    await settled();
    expect(groupsOf(me)).toEqual(['Warmte: a']);
    expect(me.handle.commands.group(['b'], 'Niets')).toBeUndefined();
    me.handle.commands.setLocked(['a'], true);
    await settled();
    expect(viewOf(me).sheets[KEY].groups?.[0]?.locked).toBe(true);
  });

  it('of other stickers takes them over, and leaves no empty group behind', async () => {
    const [me] = open();
    await steps(
      me,
      () => me.handle.commands.group(['a', 'b'], 'Warmte'),
      () => me.handle.commands.group(['a', 'b', 'c'], 'Alles'),
    );
    expect(groupsOf(me)).toEqual(['Alles: a,b,c']);
    expect(me.documents.board.getMap('groups').size).toBe(1);
  });

  it('has a title within its limit, and is nothing for who only reads', async () => {
    const [me] = open();
    expect(me.handle.commands.group(['a'], 'x'.repeat(LIMITS.groupTitle + 1))).toBeUndefined();
    me.frozen.set(true);
    await settled();
    expect(me.handle.commands.group(['a'], 'Warmte')).toBeUndefined();
    expect(groupsOf(me)).toEqual([]);
  });

  it('is no more than there may be', async () => {
    const [me] = open();
    const groups = me.documents.board.getMap('groups');
    for (let i = 0; i < LIMITS.groups; i += 1) groups.set(`g${i}`, { title: '' });
    await settled();
    expect(me.handle.commands.group(['a'], 'Te veel')).toBeUndefined();
  });
});

describe('two people', () => {
  it('who move a frame and take a sticker out of it at once see the same after, and neither’s undo fights', async () => {
    const [me, they] = open();
    me.handle.commands.group(['a', 'b'], 'Warmte');
    meet(me, they);
    await settled();
    const moved = new Map(
      ['a', 'b'].map((id) => [id, { x: centerOf(me, id).x, y: centerOf(me, id).y + 400 }]),
    );
    me.handle.commands.moveStickers(KEY, moved, true);
    drop(they, 'b', 3500, 2500);
    for (let i = 0; i < 2; i += 1) meet(me, they);
    await settled();
    expect(groupsOf(me)).toEqual(groupsOf(they));
    const place = centerOf(they, 'b');
    me.handle.commands.undo();
    meet(me, they);
    await settled();
    expect(groupsOf(me)).toEqual(groupsOf(they));
    expect(centerOf(they, 'b')).toEqual(place);
  });

  it('a name they gave my group stays when I undo making it, and theirs whom they put in it', async () => {
    const [me, they] = open();
    const id = me.handle.commands.group(['a', 'b'], 'Warmte') ?? '';
    meet(me, they);
    await settled();
    they.handle.commands.renameGroup(id, 'Stroom');
    drop(they, 'd', centerOf(they, 'a').x + 100, centerOf(they, 'a').y);
    meet(me, they);
    await settled();
    me.handle.commands.undo();
    meet(me, they);
    await settled();
    expect(groupsOf(me)).toEqual(['Stroom: d']);
    expect(groupsOf(they)).toEqual(['Stroom: d']);
  });
});
