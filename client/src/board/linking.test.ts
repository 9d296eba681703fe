import { linksOf } from '@samenbord/shared/board';
import { expect, it } from 'vitest';
import { makeBoard, meet, openFor, settled } from './boardFixture.ts';

const STICKERS = ['a', 'b', 'c'].map((id) => ({
  id,
  template: 'partnermodel-canvas' as const,
  text: id,
  x: 0.5,
  y: 0.5,
}));

const two = () => {
  const updates = makeBoard({ stickers: STICKERS });
  return [openFor(updates), openFor(updates, { id: 'bas', name: 'Bas', partner: 'school' })] as const;
};

it('a line is made, says something else, turns round and goes; each is one step back and forth', async () => {
  const [{ handle }] = two();
  const { commands } = handle;
  const id = commands.addLink('a', 'b', 'belongs');
  expect(id).toBeDefined();
  commands.changeLink(id ?? '', { kind: 'why' });
  commands.changeLink(id ?? '', { turned: true });
  commands.removeLinks([id ?? '']);
  const seen: unknown[] = [];
  const note = async (): Promise<void> => {
    await settled();
    seen.push(
      handle.view
        .get()
        .links.map(({ from, to, kind }) => `${from} ${kind} ${to}`)
        .join(),
    );
  };
  await note();
  for (let i = 0; i < 4; i += 1) {
    commands.undo();
    await note();
  }
  expect(handle.undo.get()).toEqual({ canUndo: false, canRedo: true });
  for (let i = 0; i < 4; i += 1) {
    commands.redo();
    await note();
  }
  const forth = ['', 'a belongs b', 'a why b', 'b why a', ''];
  expect(seen).toEqual([...forth.toReversed(), ...forth.slice(1)]);
});

it('says nothing twice, and joins no sticker to itself, to nobody, or for who only reads', async () => {
  const [{ handle, frozen }] = two();
  const { commands } = handle;
  const id = commands.addLink('a', 'b', 'belongs');
  expect(commands.addLink('b', 'a', 'belongs')).toBe(id);
  expect(commands.addLink('a', 'a', 'why')).toBeUndefined();
  expect(commands.addLink('a', 'gone', 'why')).toBeUndefined();
  const why = commands.addLink('a', 'b', 'why');
  expect(commands.addLink('b', 'a', 'why')).not.toBe(why);
  await settled();
  expect(handle.view.get().links).toHaveLength(3);
  frozen.set(true);
  await settled();
  expect(commands.addLink('a', 'c', 'why')).toBeUndefined();
  commands.removeLinks([why ?? '']);
  await settled();
  expect(handle.view.get().links).toHaveLength(3);
});

it('what a colleague made of my line stays when I undo mine', async () => {
  const [mine, theirs] = two();
  const id = mine.handle.commands.addLink('a', 'b', 'belongs') ?? '';
  meet(mine, theirs);
  await settled();
  theirs.handle.commands.changeLink(id, { kind: 'tension' });
  meet(mine, theirs);
  await settled();
  mine.handle.commands.undo();
  meet(mine, theirs);
  await settled();
  expect(mine.handle.view.get().links.map(({ kind }) => kind)).toEqual(['tension']);
});

it('is not drawn while an end is off the board, and is back with it', async () => {
  const [{ handle, documents }] = two();
  handle.commands.addLink('a', 'b', 'same');
  handle.commands.removeStickers(['b']);
  await settled();
  expect(handle.view.get().links).toEqual([]);
  expect(linksOf(documents.board).size).toBe(1);
  handle.commands.undo();
  await settled();
  expect(handle.view.get().links).toHaveLength(1);
});
