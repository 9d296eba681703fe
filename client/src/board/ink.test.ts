import { encodeInk } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { makeBoard, meet, openFor, settled } from './boardFixture.ts';
import type { InkDraft } from './types.ts';

const FILE = {
  stickers: [
    { id: 'one', template: 'brengen-halen' as const, x: 0.5, y: 0.5, text: 'Park' },
    { id: 'shut', template: 'brengen-halen' as const, x: 0.2, y: 0.5, text: 'Plein', locked: true },
  ],
};
const points = encodeInk([
  { x: 0, y: 0 },
  { x: 90, y: 40 },
]);
const onSheet = (partner: string | null = 'gemeente'): InkDraft => ({
  ground: { sheet: 'brengen-halen' },
  partner,
  width: 12,
  points,
});
const onSticker = (sticker: string): InkDraft => ({ ...onSheet(), ground: { sticker }, width: 50 });

const setUp = () => {
  const updates = makeBoard(FILE);
  const [noor, sam] = [openFor(updates), openFor(updates, { id: 'sam', name: 'Sam' })];
  const view = async (person: typeof noor) => {
    meet(noor, sam);
    await settled();
    const board = person.handle.view.get();
    return { board, sheet: board.sheets['brengen-halen'].ink ?? [], one: board.byId.get('one') };
  };
  return { noor, sam, view };
};

describe('ink on the board', () => {
  it('is there for all, and undone stroke by stroke, never a colleague’s', async () => {
    const { noor, sam, view } = setUp();
    noor.handle.commands.addInk([onSheet()]);
    noor.handle.commands.addInk([onSheet(null)]);
    meet(noor, sam);
    sam.handle.commands.addInk([onSheet('school')]);
    expect((await view(noor)).sheet.map(({ partner }) => partner)).toEqual(['gemeente', null, 'school']);
    noor.handle.commands.undo();
    expect((await view(sam)).sheet.map(({ partner }) => partner)).toEqual(['gemeente', 'school']);
    noor.handle.commands.undo();
    expect((await view(sam)).sheet.map(({ partner }) => partner)).toEqual(['school']);
    noor.handle.commands.redo();
    noor.handle.commands.redo();
    expect((await view(sam)).sheet).toHaveLength(3);
  });

  it('is rubbed out in one step, and comes back in one', async () => {
    const { noor, view } = setUp();
    const [first = '', second = ''] = noor.handle.commands.addInk([onSheet(), onSheet()]) ?? [];
    noor.handle.commands.addInk([onSheet('school')]);
    noor.handle.commands.eraseInk([first, second, 'not there']);
    expect((await view(noor)).sheet).toHaveLength(1);
    noor.handle.commands.undo();
    expect((await view(noor)).sheet).toHaveLength(3);
    noor.handle.commands.redo();
    expect((await view(noor)).sheet).toHaveLength(1);
  });

  it('undoes nothing where a colleague rubbed it out already', async () => {
    const { noor, sam, view } = setUp();
    const ids = noor.handle.commands.addInk([onSheet()]) ?? [];
    meet(noor, sam);
    await settled();
    sam.handle.commands.eraseInk(ids);
    meet(noor, sam);
    await settled();
    noor.handle.commands.undo();
    expect((await view(noor)).sheet).toEqual([]);
    expect(noor.handle.undo.get()).toEqual({ canUndo: false, canRedo: false });
  });

  it('on a sticker belongs to it: gone and back with it, and on its copy', async () => {
    const { noor, view } = setUp();
    const { commands } = noor.handle;
    commands.addInk([onSticker('one')]);
    const { one, sheet } = await view(noor);
    expect(one?.ink).toMatchObject([{ width: 50, ground: { sticker: 'one' } }]);
    expect(sheet).toEqual([]);
    commands.removeStickers(['one']);
    commands.undo();
    expect((await view(noor)).one?.ink).toHaveLength(1);
    const copy = commands.addSticker({
      sheet: 'brengen-halen',
      center: { x: 900, y: 900 },
      partner: null,
      ink: one?.ink ?? [],
    });
    expect((await view(noor)).board.byId.get(copy ?? '')?.ink).toMatchObject([
      { width: 50, ground: { sticker: copy } },
    ]);
    commands.undo();
    expect((await view(noor)).board.byId.has(copy ?? '')).toBe(false);
  });

  it('keeps the view of a sticker that was not drawn on', async () => {
    const { noor, view } = setUp();
    const before = (await view(noor)).board;
    noor.handle.commands.addInk([onSheet()]);
    const after = (await view(noor)).board;
    expect(after.byId).toBe(before.byId);
    expect(after.sheets['partnermodel-canvas']).toBe(before.sheets['partnermodel-canvas']);
  });

  it('is refused on what is locked or gone, over the limit, when it is none, and while one may not write', async () => {
    const { noor, view } = setUp();
    const { commands } = noor.handle;
    expect(commands.addInk([onSticker('shut')])).toBeUndefined();
    expect(commands.addInk([onSticker('gone')])).toBeUndefined();
    expect(commands.addInk([{ ...onSheet(), points: Uint8Array.of(1) }])).toBeUndefined();
    expect(commands.addInk([{ ...onSheet(), width: LIMITS.inkWidth + 1 }])).toBeUndefined();
    expect(commands.addInk(Array.from({ length: LIMITS.inkStrokes }, () => onSheet()))).toHaveLength(
      LIMITS.inkStrokes,
    );
    await settled();
    expect(commands.addInk([onSheet()])).toBeUndefined();
    noor.frozen.set(true);
    await settled();
    commands.eraseInk((await view(noor)).sheet.map(({ id }) => id));
    expect((await view(noor)).sheet).toHaveLength(LIMITS.inkStrokes);
  });

  it('of a partner that is not at the table is nobody’s', async () => {
    const { noor, view } = setUp();
    noor.handle.commands.addInk([onSheet('elsewhere')]);
    expect((await view(noor)).sheet[0]?.partner).toBeNull();
  });
});
