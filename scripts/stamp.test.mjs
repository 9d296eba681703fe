import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf, stamp } from './stamp.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'samenbord-stamp-'));
  mkdirSync(join(root, 'src', 'dist'), { recursive: true });
  writeFileSync(join(root, 'src', 'a.ts'), 'a');
  writeFileSync(join(root, 'src', 'b.ts'), 'b');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = () => hashOf(root, ['src', 'absent.json']);

test('the same contents give the same hash, whatever their dates', () => {
  const before = hash();
  utimesSync(join(root, 'src', 'a.ts'), 1, 1);
  expect(hash()).toBe(before);
});

test.each([
  ['a changed file', () => writeFileSync(join(root, 'src', 'a.ts'), 'A')],
  ['a new file', () => writeFileSync(join(root, 'src', 'c.ts'), '')],
  ['a removed file', () => rmSync(join(root, 'src', 'b.ts'))],
  ['a file that was absent', () => writeFileSync(join(root, 'absent.json'), '{}')],
  [
    'contents that moved from one file to the next',
    () => {
      writeFileSync(join(root, 'src', 'a.ts'), 'ab');
      writeFileSync(join(root, 'src', 'b.ts'), '');
    },
  ],
])('%s changes it', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test.each(['src/dist/built.js', 'src/a.test.ts'])('%s does not count', (path) => {
  const before = hash();
  writeFileSync(join(root, path), 'x');
  expect(hash()).toBe(before);
});

test('a stamp holds until it is cleared or the hash is another', () => {
  const done = stamp(join(root, 'cache'), 'built');
  expect(done.matches('one')).toBe(false);
  done.set('one');
  expect(done.matches('one')).toBe(true);
  expect(done.matches('two')).toBe(false);
  done.clear();
  expect(done.matches('one')).toBe(false);
});
