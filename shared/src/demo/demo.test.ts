import { describe, expect, test } from 'vitest';
import { boardFileSchema } from '../board/file.ts';
import {
  layInRows,
  layoutSheet,
  overlapArea,
  regionAt,
  regionById,
  regionId,
  STICKER_SIDE,
  squareAt,
} from '../layout/index.ts';
import { TEMPLATE_KEYS } from '../template/index.ts';
import { rietwijk } from './index.ts';

const partners = rietwijk.partners.flatMap(({ id }) => (id ? [id] : []));
const stickers = rietwijk.stickers ?? [];

test('the demo is a board file, with nothing in it that the file does not know', () => {
  expect(boardFileSchema.parse(rietwijk)).toEqual(rietwijk);
});

test('the demo has its four partners, 35 and 25 stickers, and lines between stickers that exist', () => {
  expect(rietwijk.name).toBe('Rietwijk Wekt Op');
  expect(partners).toEqual(['netbeheerder', 'gemeente', 'corporatie', 'cooperatie']);
  expect(stickers.filter(({ template }) => template === 'brengen-halen')).toHaveLength(35);
  expect(stickers.filter(({ template }) => template === 'partnermodel-canvas')).toHaveLength(25);
  const ids = new Set(stickers.map(({ id }) => id));
  expect(ids.size).toBe(60);
  expect(rietwijk.links).toHaveLength(8);
  for (const { from, to } of rietwijk.links ?? []) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
});

describe.each(TEMPLATE_KEYS)('the demo on the sheet %s', (template) => {
  const layout = layoutSheet(template, partners);
  const mine = stickers.filter((sticker) => sticker.template === template);
  const idOf = ({ region, partner }: (typeof mine)[number]) => {
    const panel = layout.panels.length > 0 && partner ? regionId(region ?? '', partner) : (region ?? '');
    return regionById(layout, panel)?.id ?? region ?? '';
  };

  test('every sticker has a region, lies in it, and covers no other', () => {
    const counts = new Map<string, number>();
    for (const sticker of mine) counts.set(idOf(sticker), (counts.get(idOf(sticker)) ?? 0) + 1);
    for (const [id, count] of counts) {
      const region = regionById(layout, id);
      if (!region) throw new Error(`no region ${id}`);
      const { size, points } = layInRows(region.inner, count);
      expect(['M', 'S']).toContain(size);
      expect(points).toHaveLength(count);
      const squares = points.map((point) => squareAt(point, STICKER_SIDE[size]));
      squares.forEach((square, i) => {
        expect(regionAt(layout, points[i] ?? { x: 0, y: 0 })?.id).toBe(id);
        for (const other of squares.slice(i + 1)) expect(overlapArea(square, other), id).toBe(0);
      });
    }
  });
});
