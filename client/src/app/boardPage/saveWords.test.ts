import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage, text } from '../../i18n/index.ts';
import '../troubleTexts.ts';
import type { EndReason, SaveStatus } from '../../session/types.ts';
import { explanationOf, saveWords } from './saveWords.ts';

function say(status: SaveStatus): string {
  const words = saveWords(status);
  return 'count' in words ? text('app', words.key, { count: words.count }) : text('app', words.key);
}

const REASONS: readonly EndReason[] = ['unauthorised', 'forbidden', 'withdrawn', 'no-board', 'refused'];

describe('in Dutch', () => {
  beforeAll(() => setLanguage('nl'));

  it.each<[SaveStatus, string]>([
    [{ kind: 'saved' }, 'Bewaard'],
    [{ kind: 'saving', waiting: 2 }, 'Opslaan…'],
    [{ kind: 'offline', waiting: 0 }, 'Offline'],
    [{ kind: 'offline', waiting: 1 }, 'Offline: 1 wijziging wacht'],
    [{ kind: 'offline', waiting: 3 }, 'Offline: 3 wijzigingen wachten'],
    [{ kind: 'frozen', waiting: 0 }, 'Bevroren'],
    [{ kind: 'frozen', waiting: 2 }, 'Bevroren: 2 wijzigingen wachten'],
  ])('says %j as %s', (status, words) => {
    expect(say(status)).toBe(words);
  });
});

describe('in English', () => {
  beforeAll(() => setLanguage('en'));

  it.each<[SaveStatus, string]>([
    [{ kind: 'saved' }, 'Saved'],
    [{ kind: 'offline', waiting: 1 }, 'Offline: 1 change waiting'],
    [{ kind: 'offline', waiting: 3 }, 'Offline: 3 changes waiting'],
  ])('says %j as %s', (status, words) => {
    expect(say(status)).toBe(words);
  });
});

it('never says that all is well while changes wait', () => {
  const statuses: SaveStatus[] = [
    { kind: 'saving', waiting: 4 },
    { kind: 'offline', waiting: 4 },
    { kind: 'frozen', waiting: 4 },
    { kind: 'server-trouble', waiting: 4, reason: 'disk-full' },
    ...REASONS.map((reason) => ({ kind: 'ended' as const, waiting: 4, reason })),
  ];
  for (const status of statuses) expect(saveWords(status).tone).not.toBe('good');
});

it('explains what somebody has to do something about, each reason with its own words', () => {
  const troubles: SaveStatus[] = [
    { kind: 'server-trouble', waiting: 1, reason: 'disk-full' },
    { kind: 'server-trouble', waiting: 1, reason: 'store-unavailable' },
    ...REASONS.map((reason) => ({ kind: 'ended' as const, waiting: 1, reason })),
  ];
  const said = troubles.map((status) => {
    const key = explanationOf(status);
    return key === undefined ? '' : text('trouble', key);
  });
  expect(new Set(said).size).toBe(troubles.length);
  expect(said).not.toContain('');
  expect(explanationOf({ kind: 'offline', waiting: 3 })).toBeUndefined();
});
