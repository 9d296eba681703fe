import { squareAt } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import type { BoardView } from '../../board/types.ts';
import { intersects } from '../../drawing/index.ts';
import { fakeBoard, makeView } from '../testing/fakeBoard.ts';
import { PARTNERS, STICKERS } from '../testing/harness.ts';
import { changedParts, partsOf } from './changes.ts';
import type { Scene } from './scene.ts';

const KEY = 'partnermodel-canvas';
const texts = {
  title: '',
  subtitle: '',
  source: '',
  label: () => '',
  link: () => '',
  parked: () => '',
  late: '',
};
const type = { fit: () => ({ size: 1, lines: [], shortened: false }), measure: () => () => 1, far: 1 };

const sceneOf = (view: BoardView): Scene => ({
  sheet: view.sheets[KEY],
  partners: view.partners,
  links: view.links,
  byId: view.byId,
  texts,
  type,
});

function board() {
  const view = {
    ...makeView(PARTNERS, STICKERS),
    links: [{ id: 'l', from: 'a', to: 'b', kind: 'match' as const }],
  };
  return fakeBoard(view);
}

function partsAfter(act: (made: ReturnType<typeof board>) => void) {
  const made = board();
  const before = sceneOf(made.view.get());
  act(made);
  return changedParts(before, sceneOf(made.view.get()));
}

const touches = (parts: ReturnType<typeof changedParts>, x: number, y: number): boolean =>
  parts === 'all' || parts.some((part) => intersects(part, squareAt({ x, y }, 2)));

describe('changedParts', () => {
  it('is nothing when nothing changed', () => {
    expect(partsAfter(() => undefined)).toEqual([]);
  });

  it('is where a sticker was, where it is, and its lines', () => {
    const parts = partsAfter(({ elsewhere }) => elsewhere.move('a', { x: 3800, y: 2600 }));
    expect(parts).not.toBe('all');
    expect(touches(parts, 300, 600)).toBe(true);
    expect(touches(parts, 3800, 2600)).toBe(true);
    // The old line ran from (300, 600) to (2000, 1300).
    expect(touches(parts, 1150, 950)).toBe(true);
    expect(touches(parts, 100, 2800)).toBe(false);
  });

  it('is a sticker’s place when its text, size or partner changed, or it went', () => {
    for (const act of [
      ({ elsewhere }: ReturnType<typeof board>) => elsewhere.write('c', 'anders'),
      ({ commands }: ReturnType<typeof board>) => commands.setSize(['c'], 'L'),
      ({ commands }: ReturnType<typeof board>) => commands.setPartner(['c'], 'rietzon'),
      ({ elsewhere }: ReturnType<typeof board>) => elsewhere.remove('c'),
    ]) {
      const parts = partsAfter(act);
      expect(touches(parts, 2300, 1300)).toBe(true);
      expect(touches(parts, 300, 600)).toBe(false);
    }
  });

  it('is all of it when the layout, the words or the font changed', () => {
    const made = board();
    const before = sceneOf(made.view.get());
    expect(changedParts(before, { ...before, texts: { ...texts } })).toBe('all');
    expect(changedParts(before, { ...before, type: { ...type } })).toBe('all');
    expect(changedParts(before, { ...before, partners: [...PARTNERS] })).toBe('all');
    expect(changedParts(before, { ...before, sheet: { ...before.sheet, parked: ['Rietland'] } })).toBe('all');
  });

  it('is also a line that a sticker came to lie on: its tag gives way', () => {
    const parts = partsAfter(({ elsewhere }) => elsewhere.move('c', { x: 1150, y: 950 }));
    expect(touches(parts, 500, 700)).toBe(true);
  });

  it('is a line that came or went', () => {
    const before = sceneOf(board().view.get());
    const parts = changedParts(before, { ...before, links: [] });
    expect(touches(parts, 1150, 950)).toBe(true);
  });
});

it('knows what a lifted sticker leaves behind', () => {
  const scene = sceneOf(board().view.get());
  expect(partsOf(scene, 'a')).toHaveLength(2);
  expect(partsOf(scene, 'c')).toHaveLength(1);
  expect(partsOf(scene, 'nobody')).toEqual([]);
});
