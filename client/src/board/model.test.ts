import {
  addLinks,
  placesOf,
  readTable,
  SCHEMA_VERSION,
  setSize,
  stickersOf,
  writeTable,
} from '@samenbord/shared/board';
import { regionById } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { GEMEENTE, makeBoard, meet, openFor, type Person, SCHOOL, settled } from './boardFixture.ts';

const sticker = (id: string, x = 0.5) => ({
  id,
  template: 'brengen-halen' as const,
  region: 'bring',
  partner: 'school',
  x,
  y: 0.5,
  text: `text of ${id}`,
});
const view = ({ handle }: Person) => handle.view.get();

describe('the view', () => {
  it('has the board as the file says it, resolved', () => {
    const { handle } = openFor(makeBoard({ stickers: [sticker('a')] }));
    const { title, language, partners, sheets, byId, unreadable, access, loaded } = handle.view.get();
    expect({ title, language, partners, unreadable, access, loaded }).toEqual({
      title: 'Rietwijk',
      language: 'nl',
      partners: [GEMEENTE, SCHOOL],
      unreadable: 0,
      access: 'write',
      loaded: true,
    });
    const { layout, stickers } = sheets['brengen-halen'];
    const rect = regionById(layout, 'bring@school')?.rect ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(stickers).toEqual([byId.get('a')]);
    expect(byId.get('a')).toMatchObject({
      id: 'a',
      sheet: 'brengen-halen',
      region: 'bring@school',
      center: { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 },
      size: 'M',
      side: 220,
      text: 'text of a',
      partner: SCHOOL,
    });
    expect(sheets['partnermodel-canvas'].stickers).toEqual([]);
  });

  it('can be drawn before anything arrived', async () => {
    const empty = { board: new Uint8Array([0, 0]), table: new Uint8Array([0, 0]) };
    const person = openFor(empty);
    person.loaded.set(false);
    await settled();
    expect(view(person)).toMatchObject({ loaded: false, partners: [] });
    expect(view(person).sheets['brengen-halen'].layout.panels).toHaveLength(2);
  });

  it('changes once for many transactions in one task, and not for none', async () => {
    const { handle, documents } = openFor(makeBoard({ stickers: [sticker('a'), sticker('b')] }));
    let changes = 0;
    handle.view.subscribe(() => {
      changes += 1;
    });
    for (const size of ['L', 'S', 'M', 'S'] as const) setSize(documents.board, ['a', 'b'], size);
    await settled();
    expect(changes).toBe(1);
    documents.board.getMap('something-newer').set('key', 1);
    setSize(documents.board, ['a'], 'L');
    setSize(documents.board, ['a'], 'S');
    await settled();
    expect(changes).toBe(1);
  });

  it('keeps the objects of all that did not change', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a'), sticker('b', 0.2)] }));
    const before = view(person);
    person.handle.commands.setSize(['a'], 'L');
    await settled();
    const after = view(person);
    expect(after.byId.get('a')).not.toBe(before.byId.get('a'));
    expect(after.byId.get('b')).toBe(before.byId.get('b'));
    expect(after.sheets['partnermodel-canvas']).toBe(before.sheets['partnermodel-canvas']);
    expect(after.sheets['brengen-halen'].layout).toBe(before.sheets['brengen-halen'].layout);
    expect(after.partners).toBe(before.partners);
    expect(after.links).toBe(before.links);
  });

  it('stacks by z, of equals by id, in every copy', async () => {
    const stickers = ['c', 'a', 'b'].map((id) => ({ ...sticker(id), z: 3 }));
    const person = openFor(makeBoard({ stickers: [{ ...sticker('d'), z: 9 }, ...stickers] }));
    const order = () => view(person).sheets['brengen-halen'].stickers.map(({ id }) => id);
    expect(order()).toEqual(['a', 'b', 'c', 'd']);
    const center = view(person).byId.get('a')?.center ?? { x: 0, y: 0 };
    person.handle.commands.moveStickers('brengen-halen', new Map([['a', center]]));
    await settled();
    expect(order()).toEqual(['b', 'c', 'd', 'a']);
  });
});

describe('partners that change', () => {
  const ZORG = { id: 'zorg', name: 'Zorg', mark: 'Z', color: '#CC79A7' };
  const change = async (person: Person, partners: readonly (typeof GEMEENTE)[]) => {
    const { table } = person.documents;
    table.getMap('partners').clear();
    writeTable(table, { ...readTable(table).table, partners });
    await settled();
    return view(person);
  };

  it('make the panels reflow, and stickers go along', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a')] }));
    const before = view(person).byId.get('a');
    const after = await change(person, [GEMEENTE, ZORG, SCHOOL]);
    const rect = regionById(after.sheets['brengen-halen'].layout, 'bring@school')?.rect;
    expect(after.byId.get('a')).toMatchObject({
      region: 'bring@school',
      center: { x: (rect?.x ?? 0) + (rect?.width ?? 0) / 2, y: (rect?.y ?? 0) + (rect?.height ?? 0) / 2 },
    });
    expect(after.byId.get('a')?.center).not.toEqual(before?.center);
    expect(after.byId.get('a')?.place).toBe(before?.place);
  });

  it('of which only a name changes leave the geometry as it is', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a'), { ...sticker('b'), partner: 'gemeente' }] }));
    const before = view(person);
    const after = await change(person, [GEMEENTE, { ...SCHOOL, name: 'Scholen' }]);
    expect(after.sheets['brengen-halen'].layout).toBe(before.sheets['brengen-halen'].layout);
    expect(after.byId.get('a')?.partner?.name).toBe('Scholen');
    expect(after.byId.get('b')).toBe(before.byId.get('b'));
  });

  it('who leave take no sticker away: it shows without partner and without field', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a')] }));
    const after = await change(person, [GEMEENTE, ZORG]);
    expect(after.byId.get('a')).toMatchObject({ partner: null, region: null, text: 'text of a' });
    const back = await change(person, [GEMEENTE, SCHOOL]);
    expect(back.byId.get('a')).toMatchObject({ partner: SCHOOL, region: 'bring@school' });
  });
});

describe('what does not fit', () => {
  it('is not shown and counted, comes and goes with its cause', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a'), sticker('b')] }));
    const { board, table } = person.documents;
    const record = stickersOf(board).get('a') as Y.Map<unknown>;
    record.set('size', 'XXL');
    placesOf(board).push([{ nonsense: true }]);
    board.getMap('links').set('l', 'x');
    table.getMap('partners').set('!', {});
    await settled();
    expect(view(person).unreadable).toBe(4);
    expect([...view(person).byId.keys()]).toEqual(['b']);
    record.set('size', 'S');
    await settled();
    expect(view(person).unreadable).toBe(3);
    expect(view(person).byId.get('a')?.size).toBe('S');
  });

  it('a sticker whose place is lost is not shown and counted, until it has one again', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a')] }));
    const { board } = person.documents;
    const [entry] = placesOf(board).toArray();
    placesOf(board).delete(0);
    await settled();
    expect(view(person)).toMatchObject({ unreadable: 1, byId: new Map() });
    placesOf(board).push([entry]);
    await settled();
    expect(view(person).unreadable).toBe(0);
    expect([...view(person).byId.keys()]).toEqual(['a']);
  });

  it('a record that a colleague destroys goes, one they add comes', async () => {
    const [mine, theirs] = [openFor(makeBoard({ stickers: [sticker('a')] })), openFor(makeBoard())];
    meet(mine, theirs);
    stickersOf(theirs.documents.board).delete('a');
    meet(mine, theirs);
    await settled();
    expect(view(mine).byId.size).toBe(0);
    expect(view(mine).sheets['brengen-halen'].stickers).toEqual([]);
  });
});

describe('lines', () => {
  it('are shown as long as both ends are on the board', async () => {
    const person = openFor(makeBoard({ stickers: [sticker('a'), sticker('b')] }));
    addLinks(person.documents.board, [
      { id: 'l2', from: 'a', to: 'b', kind: 'match' },
      { id: 'l1', from: 'b', to: 'a', kind: 'why' },
      { id: 'l0', from: 'a', to: 'nobody', kind: 'why' },
    ]);
    await settled();
    expect(view(person).links.map(({ id }) => id)).toEqual(['l1', 'l2']);
    person.handle.commands.removeStickers(['b']);
    await settled();
    expect(view(person).links).toEqual([]);
    person.handle.commands.undo();
    await settled();
    expect(view(person).links.map(({ id }) => id)).toEqual(['l1', 'l2']);
  });
});

describe('access', () => {
  it('is by role', () => {
    expect(view(openFor(makeBoard(), { role: 'observer' })).access).toBe('observer');
    expect(view(openFor(makeBoard(), { role: 'facilitator' })).access).toBe('write');
  });

  it.each(['board', 'table'] as const)('ends when the %s turns out to be newer', async (which) => {
    const person = openFor(makeBoard({ stickers: [sticker('a')] }));
    person.documents[which].getMap('meta').set('schema', SCHEMA_VERSION + 1);
    await settled();
    expect(view(person).access).toBe('newer-schema');
    expect(view(person).byId.size).toBe(1);
  });
});
