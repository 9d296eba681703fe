import { describe, expect, it } from 'vitest';
import { nearestPalette, partAt } from './palettes.ts';

describe('palettes', () => {
  it('look for a new sticker’s place in the half they lie at', () => {
    const seen = { x: 100, y: 200, width: 1_000, height: 600 };
    expect(partAt(seen, 'left')).toEqual({ x: 100, y: 200, width: 500, height: 600 });
    expect(partAt(seen, 'right')).toEqual({ x: 600, y: 200, width: 500, height: 600 });
    expect(partAt(seen, 'top')).toEqual({ x: 100, y: 200, width: 1_000, height: 300 });
    expect(partAt(seen, 'bottom')).toEqual({ x: 100, y: 500, width: 1_000, height: 300 });
  });

  it('are whose finger is nearest to them', () => {
    const places = [
      { key: 1, box: { x: 800, y: 980, width: 300, height: 100 } },
      { key: 2, box: { x: 0, y: 400, width: 200, height: 300 } },
    ];
    expect(nearestPalette({ x: 300, y: 500 }, places)).toBe(2);
    expect(nearestPalette({ x: 900, y: 700 }, places)).toBe(1);
    expect(nearestPalette({ x: 50, y: 450 }, places)).toBe(2);
    expect(nearestPalette({ x: 50, y: 450 }, [])).toBeUndefined();
  });
});
