import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { drawQr } from './qr.ts';

/** Paints the path back into squares. */
function squares(path: string, size: number): boolean[][] {
  const field = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = Number(x); at < Number(x) + Number(width); at += 1) (field[Number(y)] ?? [])[at] = true;
  return field;
}

it('draws every dark square of the code and no other', () => {
  const link = `https://bord.example/b/abc123#${'s3cret-'.repeat(5)}`;
  const { size, path } = drawQr(link);
  const code = encode(link, { ecc: 'M', border: 4 });
  expect(size).toBe(code.size);
  expect(squares(path, size)).toEqual(code.data);
  expect(code.data.flat().some(Boolean)).toBe(true);
});

it('leaves four white squares around it', () => {
  const { size, path } = drawQr('https://bord.example/b/abc123#x');
  const field = squares(path, size);
  const edge = [0, 1, 2, 3, size - 4, size - 3, size - 2, size - 1];
  for (const at of edge) {
    expect(field[at]?.some(Boolean)).toBe(false);
    expect(field.some((row) => row[at])).toBe(false);
  }
});
