import { expect, test } from 'vitest';
import { countPlaywright, countVitest, summary, total } from './report.mjs';

const file = (/** @type {string} */ status, /** @type {readonly unknown[]} */ assertionResults) => ({
  status,
  assertionResults,
});

test('Vitest: passed, failed and skipped as reported', () => {
  const count = countVitest({
    numPassedTests: 40,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [file('passed', [{}]), file('failed', [{}])],
  });
  expect(count).toEqual({ passed: 40, failed: 2, skipped: 2 });
});

test('Vitest: a file that could not be read counts as one failed', () => {
  const count = countVitest({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    testResults: [file('failed', []), file('passed', [{}, {}, {}])],
  });
  expect(count).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('Playwright: a test that needed a second try counts as failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 1 };
  expect(countPlaywright({ stats })).toEqual({ passed: 7, failed: 3, skipped: 1 });
});

test('Playwright: an error outside any test counts', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(1);
});

test('the last line, with what was skipped only when something was', () => {
  const sum = total([
    { passed: 40, failed: 0, skipped: 0 },
    { passed: 7, failed: 1, skipped: 0 },
  ]);
  expect(summary(sum)).toBe('Tests: 47 passed, 1 failed');
  expect(summary({ ...sum, skipped: 2 })).toBe('Tests: 47 passed, 1 failed, 2 skipped');
  expect(summary(total([]))).toBe('Tests: 0 passed, 0 failed');
});
