import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { makeBoard, meet, openFor } from './boardFixture.ts';

const picture = { hash: 'cd'.repeat(32), width: 640, height: 480 };
const FILE = {
  stickers: [
    { id: 'one', template: 'brengen-halen' as const, x: 0.5, y: 0.5, text: 'Park', picture },
    { id: 'two', template: 'brengen-halen' as const, x: 0.2, y: 0.5, text: 'Plein', locked: true },
  ],
};
const setUp = () => {
  const updates = makeBoard(FILE);
  const [noor, sam] = [openFor(updates), openFor(updates, { id: 'sam', name: 'Sam' })];
  const seen = (person: typeof noor, id = 'one') => {
    meet(noor, sam);
    person.handle.commands.setSize([], 'S');
    return person.handle.view.get().byId.get(id);
  };
  return { noor, sam, seen };
};

describe('what is on a sticker beside its words', () => {
  it('is described, and back, in one step each', async () => {
    const { noor, sam, seen } = setUp();
    noor.handle.commands.describePicture('one', '  Het park  ');
    await Promise.resolve();
    expect(seen(noor)?.picture).toEqual({ ...picture, alt: 'Het park' });
    await Promise.resolve();
    expect(seen(sam)?.picture?.alt).toBe('Het park');
    noor.handle.commands.undo();
    await Promise.resolve();
    expect(seen(noor)?.picture).toEqual(picture);
    noor.handle.commands.describePicture('one', 'x'.repeat(LIMITS.pictureAlt + 50));
    await Promise.resolve();
    expect(seen(noor)?.picture?.alt).toHaveLength(LIMITS.pictureAlt);
    noor.handle.commands.describePicture('one', ' ');
    await Promise.resolve();
    expect(seen(noor)?.picture).not.toHaveProperty('alt');
  });

  it('is an icon or an emoji, taken off and put back; nothing else, and not on what is locked', async () => {
    const { noor, seen } = setUp();
    const { commands } = noor.handle;
    commands.setSymbol(['one', 'two'], 'handshake');
    await Promise.resolve();
    expect(seen(noor)?.symbol).toBe('handshake');
    expect(seen(noor, 'two')?.symbol).toBeUndefined();
    commands.setSymbol(['one'], '<b>no</b>');
    await Promise.resolve();
    expect(seen(noor)?.symbol).toBe('handshake');
    commands.setSymbol(['one'], undefined);
    await Promise.resolve();
    expect(seen(noor)).not.toHaveProperty('symbol');
    commands.undo();
    await Promise.resolve();
    expect(seen(noor)?.symbol).toBe('handshake');
  });

  it("keeps a colleague's later choice when one undoes one's own", async () => {
    const { noor, sam, seen } = setUp();
    noor.handle.commands.setSymbol(['one'], 'house');
    meet(noor, sam);
    await Promise.resolve();
    sam.handle.commands.setSymbol(['one'], '🌳');
    meet(noor, sam);
    await Promise.resolve();
    noor.handle.commands.undo();
    await Promise.resolve();
    expect(seen(noor)?.symbol).toBe('🌳');
  });

  it('goes along when a sticker is made of it', async () => {
    const { noor, seen } = setUp();
    const made = noor.handle.commands.addSticker({
      sheet: 'brengen-halen',
      center: { x: 900, y: 900 },
      partner: null,
      details: { picture, symbol: 'house' },
    });
    await Promise.resolve();
    expect(seen(noor, made)).toMatchObject({ picture, symbol: 'house' });
  });

  it('is left alone while the board is frozen', async () => {
    const { noor, seen } = setUp();
    noor.frozen.set(true);
    await Promise.resolve();
    noor.handle.commands.setSymbol(['one'], 'house');
    noor.handle.commands.describePicture('one', 'Park');
    await Promise.resolve();
    expect(seen(noor)).toMatchObject({ picture });
    expect(seen(noor)?.symbol).toBeUndefined();
    expect(seen(noor)?.picture).not.toHaveProperty('alt');
  });
});
