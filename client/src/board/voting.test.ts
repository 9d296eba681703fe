import { setVotes, votesOf } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { makeBoard, meet, openFor, type Person } from './boardFixture.ts';
import { votesLeft } from './voting.ts';

const SHEET = 'brengen-halen';
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const board = makeBoard({
  stickers: IDS.map((id, index) => ({
    id,
    template: SHEET,
    region: 'core.essence',
    x: index / 10,
    y: 0.5,
    text: id,
    locked: id === 'g',
  })),
});
const two = (): [Person, Person] => [openFor(board), openFor(board, { id: 'bas', name: 'Bas' })];
const votesOn = ({ handle }: Person, id: string) => handle.view.get().byId.get(id)?.votes;
const left = ({ handle }: Person): number => votesLeft(handle.view.get().sheets[SHEET]);

/** The view follows in a microtask. */
const followed = (): Promise<void> => Promise.resolve();

describe('dots on stickers', () => {
  it('are counted for all, and marked for whose they are', async () => {
    const [noor, bas] = two();
    expect(noor.handle.commands.vote(['a', 'b'], true)).toEqual({ done: true, left: 3 });
    expect(bas.handle.commands.vote(['a'], true)).toEqual({ done: true, left: 4 });
    meet(noor, bas);
    await followed();
    expect([votesOn(noor, 'a'), votesOn(noor, 'b')]).toEqual([
      { count: 2, mine: true },
      { count: 1, mine: true },
    ]);
    expect([votesOn(bas, 'a'), votesOn(bas, 'b')]).toEqual([
      { count: 2, mine: true },
      { count: 1, mine: false },
    ]);
    expect(noor.handle.commands.vote(['a'], false)).toEqual({ done: true, left: 4 });
    meet(noor, bas);
    await followed();
    expect(votesOn(bas, 'a')).toEqual({ count: 1, mine: true });
  });

  it('are one for each person and sticker, however many pages they have open', async () => {
    const [noor, again] = [openFor(board), openFor(board)];
    noor.handle.commands.vote(['a'], true);
    again.handle.commands.vote(['a'], true);
    meet(noor, again);
    await followed();
    expect(votesOn(noor, 'a')).toEqual({ count: 1, mine: true });
    expect(noor.handle.commands.vote(['a'], true)).toEqual({ done: false, left: 4 });
  });

  it('are no more than each has on a sheet: too many at once are not put at all', async () => {
    const [noor] = two();
    expect(noor.handle.commands.vote(IDS.slice(0, 3), true)).toEqual({ done: true, left: 2 });
    expect(noor.handle.commands.vote(['d', 'e', 'f'], true)).toEqual({ done: false, left: 2 });
    // Those that are there already cost nothing, and a locked sticker takes one too.
    expect(noor.handle.commands.vote(['a', 'f', 'g'], true)).toEqual({ done: true, left: 0 });
    expect(noor.handle.commands.vote(['d'], true)).toEqual({ done: false, left: 0 });
    await followed();
    expect(left(noor)).toBe(0);
  });

  it('of a sticker that was deleted are free again, and come back with it as far as they go', async () => {
    const [noor] = two();
    noor.handle.commands.vote(IDS.slice(0, 5), true);
    noor.handle.commands.removeStickers(['e']);
    expect(noor.handle.commands.vote(['f'], true)).toEqual({ done: true, left: 0 });
    noor.handle.commands.undo();
    noor.handle.commands.undo();
    await followed();
    expect(votesOn(noor, 'e')).toEqual({ count: 1, mine: true });
    expect(votesOn(noor, 'f')).toBeUndefined();
  });

  it('that a program wrote beyond the limit do not count, the same ones in every copy', async () => {
    const [noor, bas] = two();
    setVotes(noor.documents.board, 'mallory', new Map(IDS.map((id) => [id, true])));
    meet(noor, bas);
    await followed();
    for (const one of [noor, bas])
      expect(IDS.filter((id) => votesOn(one, id) !== undefined)).toEqual(IDS.slice(0, LIMITS.votes));
  });

  it('are taken back and put again for each person by themselves, never a colleague’s', async () => {
    const [noor, bas] = two();
    noor.handle.commands.vote(['a', 'b'], true);
    meet(noor, bas);
    bas.handle.commands.vote(['a'], true);
    meet(noor, bas);
    noor.handle.commands.undo();
    meet(noor, bas);
    await followed();
    expect([votesOn(noor, 'a'), votesOn(noor, 'b')]).toEqual([{ count: 1, mine: false }, undefined]);
    noor.handle.commands.redo();
    noor.handle.commands.vote(['b'], false);
    noor.handle.commands.undo();
    await followed();
    expect([votesOn(noor, 'a'), votesOn(noor, 'b')]).toEqual([
      { count: 2, mine: true },
      { count: 1, mine: true },
    ]);
  });

  it('are for who may write', () => {
    const olga = openFor(board, { id: 'olga', role: 'observer' });
    expect(olga.handle.commands.vote(['a'], true).done).toBe(false);
    const frozen = openFor(board);
    frozen.frozen.set(true);
    expect(frozen.handle.commands.vote(['a'], true).done).toBe(false);
    expect(frozen.handle.commands.vote(['nowhere'], true).done).toBe(false);
    expect([olga, frozen].map(({ documents }) => votesOf(documents.board).size)).toEqual([0, 0]);
  });

  it('come with a board file as numbers', async () => {
    const file = makeBoard({
      stickers: [{ id: 'x', template: SHEET, region: 'core.essence', text: 'x', x: 0.5, y: 0.5, votes: 12 }],
    });
    const noor = openFor(file);
    noor.handle.commands.vote(['x'], true);
    await followed();
    expect(votesOn(noor, 'x')).toEqual({ count: 13, mine: true });
  });

  it('leave a sticker the same object where nothing of them changed', async () => {
    const [noor] = two();
    const before = noor.handle.view.get().byId.get('b');
    noor.handle.commands.vote(['a'], true);
    await followed();
    expect(noor.handle.view.get().byId.get('b')).toBe(before);
  });
});
