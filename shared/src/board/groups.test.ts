import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../protocol/limits.ts';
import { boardFileSchema } from './file.ts';
import { BoardFileError, boardFromFile } from './fromFile.ts';
import { groupsOf, readGroups, writeGroups } from './groups.ts';
import { readStickers, stickersOf } from './stickers.ts';
import { boardToFile } from './toFile.ts';

const FILE = {
  title: 'Rietwijk',
  partners: [{ name: 'Gemeente' }, { name: 'School' }],
  stickers: ['a', 'b', 'c'].map((id) => ({
    id,
    template: 'partnermodel-canvas' as const,
    text: id,
    group: 'g',
  })),
  groups: [{ id: 'g', title: 'Warmte' }],
};

function open(file: unknown) {
  let made = 0;
  const newId = () => `id-${made++}`;
  const updates = boardFromFile(boardFileSchema.parse(file), { now: 1, newId });
  const [board, table] = [new Y.Doc(), new Y.Doc()];
  Y.applyUpdate(board, updates.board);
  Y.applyUpdate(table, updates.table);
  return { board, table };
}

describe('groups', () => {
  it('go into a board file and come back, those with nobody in them left out', () => {
    const { board, table } = open({ ...FILE, groups: [...FILE.groups, { id: 'leeg', title: 'Niemand' }] });
    const file = boardToFile(board, table);
    expect(file.groups).toEqual(FILE.groups);
    expect(file.stickers?.map(({ group }) => group)).toEqual(['g', 'g', 'g']);
    const again = open(file);
    expect(boardToFile(again.board, again.table)).toEqual(file);
  });

  it('that a file names must be there, once, within their limits', () => {
    expect(() => open({ ...FILE, groups: [] })).toThrow(
      new BoardFileError('stickers.0.group', 'there is no group with this id'),
    );
    expect(() => open({ ...FILE, groups: [...FILE.groups, ...FILE.groups] })).toThrow(/groups\.1\.id/);
    const many = Array.from({ length: LIMITS.groups + 1 }, (_, i) => ({ id: `g${i}`, title: '' }));
    expect(boardFileSchema.safeParse({ ...FILE, groups: many }).success).toBe(false);
    const long = [{ id: 'g', title: 'x'.repeat(LIMITS.groupTitle + 1) }];
    expect(boardFileSchema.safeParse({ ...FILE, groups: long }).success).toBe(false);
  });

  it('that nobody can read leave the stickers on the board, without a group', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (group, member) => {
        const { board, table } = open(FILE);
        groupsOf(board).set('g', group);
        const record = stickersOf(board).get('a');
        if (record instanceof Y.Map) record.set('group', member);
        const { stickers, unreadable } = readStickers(board);
        expect([stickers.size, unreadable]).toEqual([3, 0]);
        expect(typeof (stickers.get('a')?.group ?? '')).toBe('string');
        expect(boardFileSchema.safeParse(boardToFile(board, table)).success).toBe(true);
      }),
    );
  });

  it('made of the same stickers by two people at once leave each sticker in one, the same for both', () => {
    const { board } = open({
      ...FILE,
      stickers: FILE.stickers.map(({ group: _group, ...rest }) => rest),
      groups: [],
    });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(board));
    writeGroups(board, {
      titles: new Map([['m', 'Mijn']]),
      members: new Map([
        ['a', 'm'],
        ['b', 'm'],
      ]),
    });
    writeGroups(other, {
      titles: new Map([['t', 'Hun']]),
      members: new Map([
        ['b', 't'],
        ['c', 't'],
      ]),
    });
    Y.applyUpdate(other, Y.encodeStateAsUpdate(board));
    Y.applyUpdate(board, Y.encodeStateAsUpdate(other));
    const groupsIn = (doc: Y.Doc) =>
      [...readStickers(doc).stickers.values()].map(({ id, group }) => [id, group]);
    expect(groupsIn(board)).toEqual(groupsIn(other));
    expect(new Map(groupsIn(board) as [string, string][]).get('a')).toBe('m');
    expect([...readGroups(board).keys()].sort()).toEqual(['m', 't']);
  });
});
