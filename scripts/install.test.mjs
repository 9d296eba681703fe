import { expect, test } from 'vitest';
import { explain } from './install.mjs';

test.each([
  [127, 'spawn npx ENOENT', /npx was not found/],
  [124, '', /longer than ten minutes/],
  [1, 'ERR_PNPM_FROZEN_LOCKFILE_WITH_OUTDATED_LOCKFILE', /npm run lock/],
  [1, 'npm error getaddrinfo ENOTFOUND', /registry could not be reached/],
  [1, 'npm error code ECONNREFUSED', /registry could not be reached/],
  [1, 'ENOSPC: no space left on device', /disk is full/],
  [1, 'EACCES: permission denied', /cannot be written/],
  [1, 'something else', /the lines above say why/],
])('exit code %d with "%s" is explained', (code, output, advice) => {
  expect(explain(code, output)).toMatch(advice);
});

test('the end of what the installer said comes along', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
  const text = explain(1, lines.join('\n'));
  expect(text).toContain('line 99');
  expect(text).not.toContain('line 50\n');
});
