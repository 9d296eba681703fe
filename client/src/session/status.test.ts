import { describe, expect, it } from 'vitest';
import type { ConnectionState } from './connection.ts';
import { statusOf } from './status.ts';

const open: ConnectionState = { phase: 'open', waiting: 0, loaded: true, frozen: false };

describe('the status of a board', () => {
  it.each<[string, ConnectionState[], ReturnType<typeof statusOf>]>([
    ['all on disk', [open, open], { kind: 'saved' }],
    ['the first connection being made', [{ ...open, phase: 'starting' }, open], { kind: 'saved' }],
    [
      'changes under way',
      [
        { ...open, waiting: 2 },
        { ...open, waiting: 1 },
      ],
      { kind: 'saving', waiting: 3 },
    ],
    [
      'one document away',
      [
        { ...open, waiting: 2 },
        { ...open, phase: 'away' },
      ],
      { kind: 'offline', waiting: 2 },
    ],
    ['away with nothing waiting', [{ ...open, phase: 'away' }, open], { kind: 'offline', waiting: 0 }],
    [
      'a server that cannot write',
      [{ ...open, waiting: 1, trouble: 'disk-full' }, open],
      { kind: 'server-trouble', waiting: 1, reason: 'disk-full' },
    ],
    [
      'away is worse than trouble',
      [
        { ...open, trouble: 'disk-full' },
        { ...open, phase: 'away' },
      ],
      { kind: 'offline', waiting: 0 },
    ],
    [
      'frozen, with what waits for its end',
      [{ ...open, frozen: true, waiting: 2, trouble: 'disk-full' }, open],
      { kind: 'frozen', waiting: 2 },
    ],
    [
      'away is worse than frozen',
      [{ ...open, frozen: true, phase: 'away' }, open],
      { kind: 'offline', waiting: 0 },
    ],
    [
      'ended is worst',
      [
        { ...open, phase: 'away', waiting: 4 },
        { ...open, phase: 'ended', ended: 'withdrawn' },
      ],
      { kind: 'ended', waiting: 4, reason: 'withdrawn' },
    ],
  ])('%s', (_name, states, expected) => {
    expect(statusOf(states)).toEqual(expected);
  });
});
