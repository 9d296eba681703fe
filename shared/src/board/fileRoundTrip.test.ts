import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contains, layoutSheet, PARKING, parseRegionId, pointOf } from '../layout/index.ts';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import { type BoardFile, boardFileSchema } from './file.ts';
import { BoardFileError, boardFromFile } from './fromFile.ts';
import { readStickers, removeStickers } from './stickers.ts';
import { removePartner } from './table.ts';
import { boardToFile } from './toFile.ts';
import { CERTAINTIES, LINK_KINDS, SIZES } from './types.ts';

function open(file: BoardFile): { board: Y.Doc; table: Y.Doc } {
  let made = 0;
  const updates = boardFromFile(file, {
    now: 1_000,
    newId: () => {
      made += 1;
      return `new-${made}`;
    },
  });
  const [board, table] = [new Y.Doc(), new Y.Doc()];
  Y.applyUpdate(board, updates.board);
  Y.applyUpdate(table, updates.table);
  return { board, table };
}

const there = (file: BoardFile): BoardFile => {
  const { board, table } = open(file);
  return boardToFile(board, table);
};

const partners = [
  { id: 'gemeente', name: 'Gemeente', mark: 'G', color: '#56B4E9' },
  { id: 'school', name: 'School', mark: 'S', color: '#E69F00' },
];
const base: BoardFile = { title: 'T', language: 'nl', partners };

/** Where a sticker of a file may lie: every field of both sheets, in every panel. */
const spots = TEMPLATE_KEYS.flatMap((template) => [
  { template, region: null },
  ...layoutSheet(
    template,
    partners.map(({ id }) => id),
  ).regions.map(({ field, partner }) => ({
    template,
    region: field.key,
    ...(partner === undefined ? {} : { panel: partner }),
  })),
]);

const sticker = fc.record(
  {
    spot: fc.constantFrom(...spots),
    partner: fc.constantFrom(null, 'gemeente', 'school'),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.string({ maxLength: 40, unit: 'grapheme' }),
    size: fc.constantFrom(...SIZES),
    made: fc.nat(),
    certainty: fc.constantFrom(...CERTAINTIES),
    tags: fc.array(fc.string({ maxLength: 8, unit: 'grapheme-ascii' }), { maxLength: 3 }),
    quantity: fc.constant({ amount: 2, unit: 'uur', period: 'week' }),
    author: fc.constant({ id: 'p1', name: 'Noor' }),
  },
  { requiredKeys: ['spot', 'partner', 'x', 'y', 'text', 'size', 'made'] },
);

describe('a board and its file', () => {
  it('come back the same, for any stickers and lines', () => {
    fc.assert(
      fc.property(
        fc.array(sticker, { maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...LINK_KINDS)), { maxLength: 4 }),
        (given, lines) => {
          const file: BoardFile = {
            ...base,
            stickers: given.map(({ spot, ...rest }, index) => ({ ...rest, ...spot, id: `s${index}` })),
            links:
              given.length === 0
                ? []
                : lines.map(([from, to, kind], index) => ({
                    id: `l${index}`,
                    from: `s${from % given.length}`,
                    to: `s${to % given.length}`,
                    kind,
                  })),
          };
          const out = there(file);
          expect(boardFileSchema.safeParse(out).success).toBe(true);
          expect(there(out)).toEqual(out);
          expect(out.stickers).toHaveLength(given.length);
          out.stickers?.forEach((sticker, index) => {
            const { spot, ...rest } = given[index] as (typeof given)[number];
            // A panel is said only when it is not that of the partner the sticker speaks for.
            const panel = 'panel' in spot && spot.panel !== rest.partner ? { panel: spot.panel } : {};
            expect(sticker).toEqual({
              ...rest,
              ...panel,
              template: spot.template,
              region: spot.region,
              id: `s${index}`,
              z: index + 1,
            });
          });
        },
      ),
    );
  });

  it('stickers without a place are laid in their field, all different', () => {
    const file = {
      ...base,
      stickers: Array.from({ length: 6 }, (_, index) => ({
        template: 'brengen-halen' as const,
        region: 'bring',
        partner: 'school',
        text: `n${index}`,
      })),
    };
    const out = there(file).stickers ?? [];
    expect(out.map(({ region, partner }) => [region, partner])).toEqual(
      Array.from({ length: 6 }, () => ['bring', 'school']),
    );
    expect(new Set(out.map(({ x, y }) => `${x},${y}`)).size).toBe(6);
    expect(new Set(out.map(({ id }) => id)).size).toBe(6);
  });

  it('removed stickers and their lines are left out', () => {
    const { board, table } = open({
      ...base,
      stickers: ['a', 'b'].map((id) => ({ id, template: 'brengen-halen' as const, text: id })),
      links: [{ from: 'a', to: 'b', kind: 'match' }],
    });
    removeStickers(board, ['b'], 'p1', 5);
    const out = boardToFile(board, table);
    expect(out.stickers?.map(({ id }) => id)).toEqual(['a']);
    expect(out.links).toEqual([]);
  });

  it('a sticker that is parked lies where it was seen, also in the board that is made of the file', () => {
    const { board, table } = open({
      ...base,
      partners: [...partners, { id: 'zorg', name: 'Zorg' }],
      stickers: ['bring', 'gain'].map((region) => ({
        id: region,
        template: 'brengen-halen',
        region,
        partner: 'gemeente',
        x: 0.1,
        y: 0.9,
        text: region,
      })),
    });
    removePartner(table, 'gemeente');
    const layout = layoutSheet('brengen-halen', ['school', 'zorg']);
    const points = (doc: Y.Doc) =>
      [...readStickers(doc).stickers.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ place }) => pointOf(layout, place));
    const out = boardToFile(board, table);
    expect(out.stickers?.map(({ region, partner }) => [region, partner])).toEqual([
      ['bring', null],
      ['gain', null],
    ]);
    expect(out.stickers?.map(({ parked }) => parked)).toEqual([true, true]);
    const [seen, made] = [points(board), points(open(out).board)];
    expect(made).toHaveLength(2);
    for (const [index, point] of seen.entries()) {
      expect(made[index]?.x).toBeCloseTo(point.x);
      expect(made[index]?.y).toBeCloseTo(point.y);
      expect(contains(PARKING, made[index] ?? { x: 0, y: 0 })).toBe(true);
    }
  });

  it('a sticker that somebody parked goes back to its own field from the new board too', () => {
    const parked = (region: string | null, partner: string | null, x?: number) => ({
      template: 'brengen-halen' as const,
      region,
      partner,
      parked: true,
      ...(x === undefined ? {} : { x, y: 0.5 }),
      text: 'Niet nu',
    });
    const file: BoardFile = {
      ...base,
      stickers: [
        parked('coreValue', 'gemeente', 0.25),
        parked('core.essence', 'gemeente', 0.5),
        parked(null, null, 0.5),
        parked('bring', 'school'),
      ],
    };
    const { board, table } = open(file);
    const places = [...readStickers(board).stickers.values()].map(({ place }) => place);
    expect(places.map(({ region }) => region).sort()).toEqual([
      '@@parked',
      'bring@school@parked',
      'core.essence@@parked',
      'coreValue@gemeente@parked',
    ]);
    const layout = layoutSheet('brengen-halen', ['gemeente', 'school']);
    for (const place of places) expect(contains(PARKING, pointOf(layout, place))).toBe(true);
    const out = boardToFile(board, table);
    const again = open(out);
    expect(boardToFile(again.board, again.table)).toEqual(out);
    // Whoever reads the field of it, finds that it is sensitive.
    expect(parseRegionId('coreValue@gemeente@parked').field).toBe('coreValue');
  });

  it.each<[string, Partial<BoardFile>]>([
    [
      'stickers.0.region',
      { stickers: [{ template: 'brengen-halen', region: 'nowhere', parked: true, text: 'geheim' }] },
    ],
    ['stickers.0.region', { stickers: [{ template: 'brengen-halen', region: 'nowhere', text: 'geheim' }] }],
    ['stickers.0.region', { stickers: [{ template: 'brengen-halen', region: 'bring', text: 'geheim' }] }],
    ['stickers.0.partner', { stickers: [{ template: 'brengen-halen', partner: 'bank', text: 'geheim' }] }],
    [
      'stickers.1.id',
      { stickers: ['x', 'x'].map((id) => ({ id, template: 'brengen-halen' as const, text: 'geheim' })) },
    ],
    ['links.0.from', { links: [{ from: 'a', to: 'b', kind: 'match' }] }],
    [
      'links.1.id',
      {
        links: [1, 2].map(() => ({ id: 'twice', from: 's1', to: 's1', kind: 'match' })),
        stickers: [{ id: 's1', template: 'partnermodel-canvas', text: '' }],
      },
    ],
    ['partners.1.id', { partners: [partners[0], partners[0]].filter((one) => one !== undefined) }],
  ])('a file that cannot be a board says where: %s, and never what', (field, part) => {
    let failure: unknown;
    try {
      open({ ...base, ...part });
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(BoardFileError);
    expect(failure).toMatchObject({ field });
    expect(String(failure)).not.toContain('geheim');
  });
});
