import type { LinkInfo } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { changesOf, localTime, NO_SETTINGS, readSettings, typedOf } from './settings.ts';

const NOW = new Date('2026-11-24T12:00:30').getTime();
const link: LinkInfo = {
  id: 'l1',
  role: 'observer',
  name: 'pers',
  made: 1,
  expires: NOW + 3_600_000,
  withdrawn: null,
  maxPeople: 5,
  admission: 'ask',
  people: 2,
};

it('reads what somebody typed', () => {
  expect(readSettings(NO_SETTINGS, NOW)).toEqual({
    name: '',
    expires: null,
    maxPeople: null,
    admission: 'open',
  });
  expect(readSettings({ name: ' pers ', end: '2026-11-24T12:01', people: ' 5 ', ask: true }, NOW)).toEqual({
    name: 'pers',
    expires: NOW + 30_000,
    maxPeople: 5,
    admission: 'ask',
  });
});

it.each([
  ['end-past', { end: '2026-11-24T12:00' }],
  ['end-past', { end: 'nonsense' }],
  ['people-unfit', { people: '0' }],
  ['people-unfit', { people: '1.5' }],
  ['people-unfit', { people: '501' }],
  ['people-unfit', { people: 'veel' }],
  ['name-long', { name: 'x'.repeat(61) }],
] as const)('says %s of %j', (problem, typed) => {
  expect(readSettings({ ...NO_SETTINGS, ...typed }, NOW)).toBe(problem);
});

it('shows a link as it is, and changes nothing that nobody touched', () => {
  const typed = typedOf(link);
  expect(typed).toEqual({ name: 'pers', end: localTime(NOW + 3_600_000), people: '5', ask: true });
  const read = readSettings(typed, NOW);
  expect(typeof read === 'string' ? read : changesOf(link, read)).toEqual({});
  const changed = readSettings({ ...typed, end: '', people: '6' }, NOW);
  expect(typeof changed === 'string' ? changed : changesOf(link, changed)).toEqual({
    expires: null,
    maxPeople: 6,
  });
});
