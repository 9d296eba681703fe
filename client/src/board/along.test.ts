import { linksOf, readGroups } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { makeBoard, meet, openFor, type Person } from './boardFixture.ts';
import type { Among, StickerDraft } from './types.ts';

const SHEET = 'partnermodel-canvas';
const board = makeBoard();
const draft = (text: string, x: number, y = 1300): StickerDraft => ({
  sheet: SHEET,
  center: { x, y },
  partner: null,
  text,
});
const PAIR = [draft('een', 2000), draft('twee', 2300)];
const AMONG: Among = {
  links: [{ from: 0, to: 1, kind: 'why' }],
  groups: [{ title: 'Warmte', members: [0, 1] }],
};
const view = ({ handle }: Person) => handle.view.get();
const seen = (person: Person) => ({
  texts: [...view(person).byId.values()].map(({ text }) => text),
  links: view(person).links.map(({ kind }) => kind),
  groups: (view(person).sheets[SHEET].groups ?? []).map(({ title, members }) => [title, members.length]),
});
const NOTHING = { texts: [], links: [], groups: [] };
const ALL = { texts: ['een', 'twee'], links: ['why'], groups: [['Warmte', 2]] };

describe('stickers made with what hangs on them', () => {
  it('have their lines and frame at once, and go and come with them in one step', async () => {
    const [noor, bas] = [openFor(board), openFor(board, { id: 'bas' })];
    let transactions = 0;
    noor.documents.board.on('afterTransaction', () => {
      transactions += 1;
    });
    const ids = noor.handle.commands.addStickers(PAIR, AMONG);
    expect(ids).toHaveLength(2);
    expect(transactions).toBe(1);
    meet(noor, bas);
    await Promise.resolve();
    expect(seen(bas)).toEqual(ALL);
    noor.handle.commands.undo();
    meet(noor, bas);
    await Promise.resolve();
    expect(seen(bas)).toEqual(NOTHING);
    // Nothing stays behind that would count against what a board may hold.
    expect([linksOf(noor.documents.board).size, readGroups(noor.documents.board).size]).toEqual([0, 0]);
    noor.handle.commands.redo();
    meet(noor, bas);
    await Promise.resolve();
    expect(seen(bas)).toEqual(ALL);
    expect(noor.handle.undo.get()).toEqual({ canUndo: true, canRedo: false });
  });

  it('leave what a colleague has worked on since, with its frame', async () => {
    const [noor, bas] = [openFor(board), openFor(board, { id: 'bas' })];
    const [first = '', second = ''] = noor.handle.commands.addStickers(PAIR, AMONG) ?? [];
    meet(noor, bas);
    bas.handle.commands.setSize([second], 'L');
    meet(noor, bas);
    noor.handle.commands.undo();
    await Promise.resolve();
    expect(seen(noor)).toEqual({ texts: ['twee'], links: [], groups: [['Warmte', 1]] });
    expect(view(noor).byId.has(first)).toBe(false);
  });

  it('are not made when the board has no room for all of it', () => {
    const noor = openFor(board);
    const groups = Array.from({ length: LIMITS.groups + 1 }, (_, n) => ({ title: `${n}`, members: [0] }));
    expect(noor.handle.commands.addStickers(PAIR, { links: [], groups })).toBeUndefined();
    const olga = openFor(board, { role: 'observer' });
    expect(olga.handle.commands.addStickers(PAIR, AMONG)).toBeUndefined();
    expect([noor, olga].map(({ documents }) => linksOf(documents.board).size)).toEqual([0, 0]);
    expect(noor.handle.undo.get().canUndo).toBe(false);
  });
});

describe('a sticker in the frame of a group', () => {
  it('belongs to it when it is written or pasted there, and leaves it when it is dragged out', async () => {
    const noor = openFor(board);
    const { commands } = noor.handle;
    commands.addStickers(PAIR, AMONG);
    const inside = commands.addSticker(draft('', 2150)) ?? '';
    const [pasted = ''] = commands.addStickers([draft('geplakt', 2160)]) ?? [];
    const outside = commands.addSticker(draft('', 2150, 2000)) ?? '';
    await Promise.resolve();
    const groupOf = (id: string) => view(noor).byId.get(id)?.group?.title;
    expect([inside, pasted, outside].map(groupOf)).toEqual(['Warmte', 'Warmte', undefined]);
    commands.moveStickers(SHEET, new Map([[inside, { x: 600, y: 2300 }]]));
    commands.moveStickers(SHEET, new Map([[outside, { x: 2150, y: 1310 }]]));
    await Promise.resolve();
    expect([inside, outside].map(groupOf)).toEqual([undefined, 'Warmte']);
    commands.undo();
    commands.undo();
    await Promise.resolve();
    expect([inside, outside].map(groupOf)).toEqual(['Warmte', undefined]);
  });

  it('goes without a trace when nothing is written in it', async () => {
    const noor = openFor(board);
    const { commands } = noor.handle;
    commands.addStickers(PAIR, AMONG);
    const inside = commands.addSticker(draft('', 2150)) ?? '';
    expect(commands.discardNew(inside)).toBe(true);
    await Promise.resolve();
    expect(seen(noor)).toEqual(ALL);
  });
});
