import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkCurve, pointAt } from './linkCurve.ts';
import { isSameLine, lineAt, linkLines } from './linkLines.ts';
import { tagBox } from './linkTag.ts';
import { intersects } from './shapes.ts';

const sticker = (x: number, y: number, side = 220) => ({ center: { x, y }, side });
const link = (id: string, from: string, to: string) => ({ id, from, to, kind: 'why' as const });

describe('lines of one sheet', () => {
  it('have tags that lie clear of each other', () => {
    const spot = fc.record({
      x: fc.integer({ min: 200, max: 4000 }),
      y: fc.integer({ min: 200, max: 2800 }),
    });
    fc.assert(
      fc.property(fc.array(spot, { minLength: 2, maxLength: 9 }), (spots) => {
        const ends = new Map(spots.map(({ x, y }, index) => [String(index), sticker(x, y)]));
        const links = spots.slice(1).map((_, index) => link(`l${index}`, '0', String(index + 1)));
        const lines = linkLines(
          links,
          (id) => ends.get(id),
          { stickers: [...ends.values()], labels: [] },
          () => 5,
        );
        const boxes = lines.flatMap(({ tag }) => (tag ? [tagBox(tag, 5)] : []));
        boxes.forEach((box, index) => {
          for (const other of boxes.slice(index + 1)) expect(intersects(box, other)).toBe(false);
        });
      }),
    );
  });

  it('are the same line only when they run, say and are tagged alike', () => {
    const ends = new Map([
      ['a', sticker(400, 400)],
      ['b', sticker(1400, 900)],
      ['c', sticker(900, 650)],
    ]);
    const of = (stickers = [...ends.values()].slice(0, 2), kind: 'why' | 'same' = 'why') =>
      linkLines(
        [{ ...link('l', 'a', 'b'), kind }],
        (id) => ends.get(id),
        { stickers, labels: [] },
        () => 5,
      );
    const [one, again, told, tagged] = [of(), of(), of(undefined, 'same'), of([...ends.values()])].flat();
    if (!one || !again || !told || !tagged) throw new Error('four lines');
    expect(isSameLine(one, again)).toBe(true);
    expect(isSameLine(one, told)).toBe(false);
    expect(isSameLine(one, tagged)).toBe(false);
  });

  it('are found near them only, the nearest of several', () => {
    const ends = new Map([
      ['a', sticker(400, 400)],
      ['b', sticker(1400, 400)],
      ['c', sticker(1400, 1200)],
    ]);
    const lines = linkLines(
      [link('ab', 'a', 'b'), link('ac', 'a', 'c')],
      (id) => ends.get(id),
      { stickers: [], labels: [] },
      () => 1,
    );
    for (const line of lines) {
      const { x, y } = line.curve.middle;
      expect(lineAt(lines, { x, y: y + 8 }, 20)).toBe(line);
      expect(lineAt(lines, { x, y: y + 200 }, 20)).toBeUndefined();
    }
  });
});

it('a line leaves its sticker where no neighbour lies over it', () => {
  const [a, b] = [sticker(600, 600), sticker(1600, 640)];
  const neighbour = sticker(600, 790);
  const covers = ({ x, y }: { x: number; y: number }) => Math.abs(x - 600) < 110 && Math.abs(y - 790) < 110;
  expect(covers(pointAt(linkCurve(a, b), 1 / 32))).toBe(true);
  expect(covers(pointAt(linkCurve(a, b, [], [a, b, neighbour]), 1 / 32))).toBe(false);
});
