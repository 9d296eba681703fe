import { ORIGIN, placesOf, SCHEMA_VERSION, stickersOf } from '@samenbord/shared/board';
import { regionById } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { makeBoard, openFor, type Person, settled } from './boardFixture.ts';

const SHEET = 'brengen-halen' as const;
const sticker = (id: string, x = 0.5) => ({
  id,
  template: SHEET,
  region: 'bring',
  partner: 'school',
  x,
  y: 0.5,
  text: id,
});

/** The middle of a field in sheet units. */
function middle({ handle }: Person, region: string) {
  const rect = regionById(handle.view.get().sheets[SHEET].layout, region)?.rect;
  if (rect === undefined) throw new Error(`no region ${region}`);
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

const seen = async (person: Person, id: string) => {
  await settled();
  return person.handle.view.get().byId.get(id);
};

/** Origins of the transactions that changed the board since. */
function originsOf({ documents }: Person): unknown[] {
  const origins: unknown[] = [];
  documents.board.on('update', (_update, origin) => origins.push(origin));
  return origins;
}

describe('adding a sticker', () => {
  it('takes the field under it, the size and partner given, me as author, on top', async () => {
    const person = openFor(makeBoard({ stickers: [{ ...sticker('a'), z: 7 }] }), {}, { now: () => 42 });
    const center = middle(person, 'gain@gemeente');
    const id = person.handle.commands.addSticker({
      sheet: SHEET,
      center,
      partner: 'school',
      size: 'S',
      text: 'Hal',
    });
    const view = await seen(person, id ?? '');
    expect(view).toMatchObject({
      region: 'gain@gemeente',
      size: 'S',
      text: 'Hal',
      partner: { id: 'school' },
      authorName: 'Noor',
      made: 42,
      place: { z: 8 },
    });
    expect(Math.hypot((view?.center.x ?? 0) - center.x, (view?.center.y ?? 0) - center.y)).toBeLessThan(1);
    const record = stickersOf(person.documents.board).get(id ?? '');
    expect(record instanceof Y.Map && record.get('author')).toEqual({
      id: 'noor',
      name: 'Noor',
      role: 'partner',
    });
  });

  it('off the sheet puts it on the sheet, whole', async () => {
    const person = openFor(makeBoard());
    const id = person.handle.commands.addSticker({
      sheet: SHEET,
      center: { x: -500, y: 99_999 },
      partner: null,
    });
    const center = (await seen(person, id ?? ''))?.center;
    expect(center?.x).toBeCloseTo(110, 0);
    expect(center?.y).toBeCloseTo(2970 - 110, 0);
  });

  it('for a partner who is not at the table is for nobody in particular', () => {
    const person = openFor(makeBoard());
    const id = person.handle.commands.addSticker({
      sheet: SHEET,
      center: { x: 500, y: 500 },
      partner: 'bank',
    });
    const record = stickersOf(person.documents.board).get(id ?? '');
    expect(record instanceof Y.Map && record.get('partner')).toBeNull();
  });

  it('with a text over the limit, or on a full board, adds nothing', () => {
    const person = openFor(makeBoard());
    const draft = { sheet: SHEET, center: { x: 500, y: 500 }, partner: null };
    const { commands } = person.handle;
    expect(commands.addSticker({ ...draft, text: 'x'.repeat(LIMITS.stickerText + 1) })).toBeUndefined();
    expect(commands.addSticker({ ...draft, text: 'x'.repeat(LIMITS.stickerText) })).toBeDefined();
    const stickers = Array.from({ length: LIMITS.stickers }, (_, n) => sticker(`s${n}`));
    const full = openFor(makeBoard({ stickers }));
    expect(full.handle.commands.addSticker(draft)).toBeUndefined();
    expect(stickersOf(full.documents.board).size).toBe(LIMITS.stickers);
  }, 30_000);
});

describe('moving stickers', () => {
  it('is one transaction for all of them, in their order, on top of the rest', async () => {
    const stickers = ['b', 'a', 'c'].map((id, z) => ({ ...sticker(id), z }));
    const person = openFor(makeBoard({ stickers }));
    const origins = originsOf(person);
    const center = middle(person, 'gain@gemeente');
    person.handle.commands.moveStickers(SHEET, new Map(['a', 'b'].map((id) => [id, center])));
    await settled();
    expect(origins).toEqual([ORIGIN.moveStickers]);
    const seenNow = person.handle.view.get().sheets[SHEET].stickers;
    expect(seenNow.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(seenNow.map(({ region }) => region)).toEqual(['bring@school', 'gain@gemeente', 'gain@gemeente']);
  });

  it('can be to the other sheet', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a')] }));
    person.handle.commands.moveStickers('partnermodel-canvas', new Map([['a', { x: 2100, y: 1500 }]]));
    const view = await seen(person, 'a');
    expect(view?.sheet).toBe('partnermodel-canvas');
    expect(person.handle.view.get().sheets[SHEET].stickers).toEqual([]);
    expect(person.handle.view.get().sheets['partnermodel-canvas'].stickers).toEqual([view]);
  });

  it('to where it lies on top already writes nothing', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a'), sticker('b')] }));
    const b = await seen(person, 'b');
    person.handle.commands.moveStickers(SHEET, new Map([['b', { x: 700, y: 700 }]]));
    const origins = originsOf(person);
    const there = await seen(person, 'b');
    person.handle.commands.moveStickers(SHEET, new Map([['b', there?.center ?? { x: 0, y: 0 }]]));
    expect(origins).toEqual([]);
    person.handle.commands.undo();
    expect((await seen(person, 'b'))?.center).toEqual(b?.center);
  });

  it('passes over stickers that are gone', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a'), sticker('b')] }));
    person.handle.commands.removeStickers(['a']);
    const entries = placesOf(person.documents.board).length;
    person.handle.commands.moveStickers(
      SHEET,
      new Map(['a', 'b', 'x'].map((id) => [id, { x: 900, y: 900 }])),
    );
    expect(placesOf(person.documents.board).length).toBe(entries);
    person.handle.commands.undo();
    person.handle.commands.undo();
    expect((await seen(person, 'a'))?.region).toBe('bring@school');
  });
});

describe('size, partner, removal', () => {
  it.each([
    ['setSize', ORIGIN.setSize, (p: Person) => p.handle.commands.setSize(['a', 'b', 'b', 'x'], 'L')],
    ['setPartner', ORIGIN.setPartner, (p: Person) => p.handle.commands.setPartner(['a', 'b', 'x'], null)],
    [
      'removeStickers',
      ORIGIN.removeStickers,
      (p: Person) => p.handle.commands.removeStickers(['a', 'b', 'b', 'x']),
    ],
  ])('%s is one transaction, and nothing the second time', (_name, origin, run) => {
    const person = openFor(makeBoard({ stickers: [sticker('a'), sticker('b')] }));
    const origins = originsOf(person);
    run(person);
    run(person);
    expect(origins).toEqual([origin]);
  });

  it('a partner who is not at the table cannot be set', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a')] }));
    person.handle.commands.setPartner(['a'], 'bank');
    expect((await seen(person, 'a'))?.partner?.id).toBe('school');
  });

  it('a removed sticker says who did it and when', () => {
    const person = openFor(makeBoard({ stickers: [sticker('a')] }), {}, { now: () => 42 });
    person.handle.commands.removeStickers(['a']);
    const record = stickersOf(person.documents.board).get('a');
    expect(record instanceof Y.Map && record.get('removed')).toEqual({ at: 42, by: 'noor' });
  });
});

describe('who may not write', () => {
  const refused: [string, (person: Person) => unknown][] = [
    ['an observer', () => undefined],
    [
      'somebody on a board of a newer schema',
      (p) => p.documents.board.getMap('meta').set('schema', SCHEMA_VERSION + 1),
    ],
    ['somebody whose board has not arrived', (p) => p.loaded.set(false)],
  ];

  it.each(refused)('%s changes nothing by any command', async (who, prepare) => {
    const person = openFor(
      makeBoard({ stickers: [sticker('a')] }),
      who === 'an observer' ? { role: 'observer' } : {},
    );
    person.handle.commands.setSize(['a'], 'L');
    prepare(person);
    await settled();
    const before = Y.encodeStateAsUpdate(person.documents.board);
    const { commands } = person.handle;
    expect(commands.addSticker({ sheet: SHEET, center: { x: 1, y: 1 }, partner: null })).toBeUndefined();
    commands.moveStickers(SHEET, new Map([['a', { x: 900, y: 900 }]]));
    commands.setSize(['a'], 'S');
    commands.setPartner(['a'], null);
    commands.removeStickers(['a']);
    commands.undo();
    commands.redo();
    expect(commands.openText('a')).toBeUndefined();
    expect(Y.encodeStateAsUpdate(person.documents.board)).toEqual(before);
  });
});
