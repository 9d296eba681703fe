import { expect, it } from 'vitest';
import { nodesTable } from './table.ts';

it('says what a second node adds, and how long people are without one', () => {
  const table = nodesTable({
    people: 8,
    one: { median: 4, p99: 20, heard: 5000 },
    two: { median: 6.5, p99: 28, heard: 5000 },
    stopped: { people: 7, median: 210, slowest: 400, seenByAll: 420 },
    killed: { people: 6, median: 190, slowest: 380, seenByAll: 390 },
  });
  expect(table).toContain('| each at another node | 6.5 ms | 28.0 ms | 5,000 |');
  expect(table).toContain('| added | 2.5 ms | 8.0 ms |  |');
  expect(table).toContain('| stopped (SIGTERM) | 7 | 210 ms | 400 ms | 420 ms |');
});
