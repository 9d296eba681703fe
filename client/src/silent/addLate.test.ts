import { isLate } from '@samenbord/shared/board';
import { overlapArea, squareAt } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { makeBoard, openFor, settled } from '../board/boardFixture.ts';
import { addLate } from './addLate.ts';

const ROUND = { sheet: 'brengen-halen', region: 'core.ambition' } as const;

describe('what came too late', () => {
  it('lies in the field of the round, marked, by its writer, clear of what lies there', async () => {
    const shown = { template: ROUND.sheet, region: ROUND.region, text: 'getoond' };
    const { handle } = openFor(makeBoard({ stickers: [shown, shown] }));
    await settled();
    const notes = [
      { id: 'a', text: 'een' },
      { id: 'b', text: 'twee' },
    ];
    expect(addLate(handle, ROUND, notes, 'gemeente')).toBe(true);
    await settled();
    const all = [...handle.view.get().byId.values()];
    const late = all.filter(isLate);
    expect(late.map(({ text }) => text).sort()).toEqual(['een', 'twee']);
    for (const sticker of late)
      expect(sticker).toMatchObject({
        region: ROUND.region,
        partner: { id: 'gemeente' },
        authorName: 'Noor',
      });
    const squares = all.map(({ center, side }) => squareAt(center, side));
    squares.forEach((one, index) => {
      for (const other of squares.slice(index + 1)) expect(overlapArea(one, other)).toBe(0);
    });
  });

  it('is not taken by a board one may not write', async () => {
    const { handle } = openFor(makeBoard(), { role: 'observer' });
    await settled();
    expect(addLate(handle, ROUND, [{ id: 'a', text: 'een' }], null)).toBe(false);
  });
});
