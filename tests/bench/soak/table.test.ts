import { expect, it } from 'vitest';
import { isBack, type SoakResult, soakTable } from './table.ts';

const result = (after: number): SoakResult => ({
  minutes: 10,
  people: 40,
  boards: 10,
  deeds: { joins: 3000, drags: 9000, reconnections: 1800, leaves: 3000 },
  before: { kept: 30e6, rss: 100e6 },
  after: { kept: after, rss: 120e6 },
  during: [
    { kept: 60e6, rss: 130e6 },
    { kept: 50e6, rss: 140e6 },
  ],
});

it('says what memory was before, during and after', () => {
  const table = soakTable(result(31.5e6));
  expect(table).toContain('| 10 minutes | 3,000 | 9,000 | 1,800 | 3,000 |');
  expect(table).toContain('| kept by JavaScript | 30.0 MB | 50.0 MB | 60.0 MB | 31.5 MB | +5.0 % |');
  expect(table).toContain('| RSS | 100.0 MB | 130.0 MB | 140.0 MB | 120.0 MB | +20.0 % |');
});

it('finds memory back within a tenth, and not beyond', () => {
  expect(isBack(result(32.9e6))).toBe(true);
  expect(isBack(result(33.1e6))).toBe(false);
  expect(isBack(result(20e6))).toBe(true);
});
