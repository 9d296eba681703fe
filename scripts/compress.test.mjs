import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressAll } from './compress.mjs';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'compress-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('scripts, also in folders, get copies that unpack to themselves; small files and fonts do not', () => {
  const script = 'export const sticker = 1;\n'.repeat(200);
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'assets', 'index.js'), script);
  writeFileSync(join(directory, 'small.js'), 'x');
  writeFileSync(join(directory, 'font.woff2'), 'x'.repeat(5000));
  expect(compressAll(directory)).toBe(1);
  expect(readdirSync(directory).sort()).toEqual(['assets', 'font.woff2', 'small.js']);
  const copy = (/** @type {string} */ ending) =>
    readFileSync(join(directory, 'assets', `index.js.${ending}`));
  expect(gunzipSync(copy('gz')).toString()).toBe(script);
  expect(brotliDecompressSync(copy('br')).toString()).toBe(script);
  expect(copy('br').byteLength).toBeLessThan(script.length / 2);
});
