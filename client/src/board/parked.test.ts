import { addStickers, readHomework, removePartner, seatPartners } from '@samenbord/shared/board';
import { isParked, PARKING } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { GEMEENTE, makeBoard, openFor, SCHOOL, settled } from './boardFixture.ts';
import { homeOf } from './parked.ts';

const ZORG = { id: 'zorg', name: 'Zorg', mark: 'Z', color: '#009E73' };
const KEY = 'brengen-halen';
const lying = (id: string, partner: string, region: string) =>
  ({
    id,
    template: KEY,
    region,
    partner,
    x: 0.25,
    y: 0.75,
    text: id,
  }) as const;

function setUp() {
  const { handle, documents } = openFor(
    makeBoard({
      partners: [GEMEENTE, SCHOOL, ZORG],
      stickers: [
        lying('a', 'gemeente', 'bring'),
        lying('b', 'school', 'gain'),
        lying('c', 'school', 'core.essence'),
        lying('d', 'zorg', 'bring'),
      ],
    }),
  );
  const leave = (id: string): void => removePartner(documents.table, id);
  /** As a program does that knows of no names. */
  const vanish = (id: string): void => void documents.table.getMap('partners').delete(id);
  return { handle, table: documents.table, leave, vanish, view: () => handle.view.get() };
}

describe('when a partner leaves the table', () => {
  it('its stickers are parked under its name; all others keep field and relative place in the new panels', async () => {
    const { leave, view } = setUp();
    const before = view();
    leave('school');
    await settled();
    const { byId, sheets } = view();
    expect(sheets[KEY].parked).toEqual(['School']);
    const parked = byId.get('b');
    expect(parked).toMatchObject({ region: null, place: before.byId.get('b')?.place });
    expect(isParked(sheets[KEY].layout, byId.get('b')?.place ?? { region: null })).toBe(true);
    expect(byId.get('c')).toMatchObject({ region: 'core.essence', partner: null });
    for (const id of ['a', 'd']) {
      expect(byId.get(id)?.region).toBe(before.byId.get(id)?.region);
      expect(byId.get(id)?.place).toEqual(before.byId.get(id)?.place);
    }
    // Two panels stand upright beside the core: the place on the sheet is another.
    expect(byId.get('d')?.center).not.toEqual(before.byId.get('d')?.center);
    expect(sheets['partnermodel-canvas'].parked).toBeUndefined();
  });

  it('the strip is named after nobody whose name is not known, and is gone with its last sticker', async () => {
    const { handle, vanish, view } = setUp();
    vanish('school');
    await settled();
    expect(view().sheets[KEY].parked).toEqual([]);
    handle.commands.moveStickers(KEY, new Map([['b', { x: 2100, y: 1500 }]]));
    expect(handle.view.get().sheets[KEY].parked).toEqual([]);
    await settled();
    expect(view().sheets[KEY].parked).toBeUndefined();
  });

  it('and another one comes, what was parked stays parked', async () => {
    const { table, leave, view } = setUp();
    leave('school');
    await settled();
    const parked = view().sheets[KEY].parked;
    seatPartners(table, [GEMEENTE, ZORG, { ...SCHOOL, id: 'school-2' }]);
    await settled();
    expect(view().sheets[KEY].parked).toBe(parked);
    expect(view().byId.get('b')?.region).toBeNull();
    expect(view().byId.get('a')?.region).toBe('bring@gemeente');
  });
});

describe('what somebody parks', () => {
  const strip = { x: PARKING.x + 200, y: 1200 };

  it('keeps its field in its place, also along the strip and when the partner leaves; undo brings it back', async () => {
    const { handle, leave, view } = setUp();
    const before = view().byId.get('a');
    handle.commands.moveStickers(KEY, new Map([['a', strip]]));
    await settled();
    expect(view().byId.get('a')).toMatchObject({ region: null, partner: GEMEENTE, text: 'a', size: 'M' });
    expect(view().byId.get('a')?.place.region).toBe('bring@gemeente@parked');
    expect(view().sheets[KEY].parked).toEqual([]);
    const { layout } = view().sheets[KEY];
    const parked = view().byId.get('a');
    expect(parked && homeOf(layout, parked)).toBe('bring@gemeente');
    handle.commands.undo();
    await settled();
    expect(view().byId.get('a')?.place).toEqual(before?.place);
    expect(view().sheets[KEY].parked).toBeUndefined();
    handle.commands.redo();
    leave('gemeente');
    await settled();
    const left = view().byId.get('a');
    expect(left?.place.region).toBe('bring@gemeente@parked');
    expect(left && homeOf(view().sheets[KEY].layout, left)).toBeUndefined();
  });

  it('names the strip after nobody, though others wait there because they left', async () => {
    const { handle, leave, view } = setUp();
    leave('school');
    await settled();
    expect(view().sheets[KEY].parked).toEqual(['School']);
    handle.commands.moveStickers(KEY, new Map([['a', strip]]));
    await settled();
    expect(view().sheets[KEY].parked).toEqual([]);
  });

  it('is in no frame, and its group is as it was when all of it comes back', async () => {
    const { handle, view } = setUp();
    const group = handle.commands.group(['a', 'd'], 'Samen') ?? '';
    handle.commands.moveStickers(
      KEY,
      new Map([
        ['a', strip],
        ['d', { ...strip, y: 1600 }],
      ]),
    );
    await settled();
    expect(view().sheets[KEY].groups).toBeUndefined();
    handle.commands.undo();
    await settled();
    expect(view().sheets[KEY].groups?.map(({ id }) => id)).toEqual([group]);
  });
});

it('a core value that is parked in homework stays with its partner, as it would in its field', () => {
  const place = { sheet: KEY, x: 0.5, y: 0.5, z: 1 } as const;
  const doc = new Y.Doc();
  addStickers(doc, [
    { id: 'value', made: 1, place: { ...place, region: 'coreValue@gemeente@parked' } },
    { id: 'gain', made: 2, place: { ...place, region: 'gain@gemeente@parked' } },
  ]);
  expect(readHomework(doc).map(({ id, share }) => [id, share])).toEqual([
    ['value', false],
    ['gain', true],
  ]);
});

it('a partner that comes or changes places moves panels, and no sticker out of its field', async () => {
  const { table, view } = setUp();
  const before = view();
  const regions = [...before.byId.values()].map(({ id, region }) => [id, region]);
  seatPartners(table, [ZORG, GEMEENTE, SCHOOL, { id: 'nieuw', name: 'Nieuw', mark: 'N', color: '#0072B2' }]);
  await settled();
  expect([...view().byId.values()].map(({ id, region }) => [id, region])).toEqual(regions);
  expect(view().sheets[KEY].layout.panels.map(({ partner }) => partner)).toEqual([
    'zorg',
    'gemeente',
    'school',
    'nieuw',
  ]);
  expect(view().byId.get('a')?.center).not.toEqual(before.byId.get('a')?.center);
});
