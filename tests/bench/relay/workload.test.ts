import { readPlaces } from '@samenbord/shared/board';
import { readPresence } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readRanges, readStates } from './received.ts';
import { boardOf, prepareMoves, prepareState } from './workload.ts';

it('makes a board with as many stickers as asked for', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, boardOf(120));
  expect(readPlaces(doc).places.size).toBe(120);
});

it('makes moves that any copy of the board takes, clock after clock', () => {
  const seed = boardOf(10);
  const moves = prepareMoves(seed, 99, ['s1', 's2'], 30);
  expect(moves).toHaveLength(30);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  let clock = 0;
  for (const { update, from, to } of moves) {
    expect(readRanges(update)).toEqual([{ client: 99, from, to }]);
    expect(from).toBe(clock);
    clock = to;
    Y.applyUpdate(doc, update);
  }
  expect(readPlaces(doc).places.get('s2')).toMatchObject({ x: 0.29, z: 29 });
  expect(readPlaces(doc).places.size).toBe(10);
});

it('makes presence that y-protocols and the page can read', () => {
  const bytes = prepareState(99, 7, '3');
  expect(readStates(bytes)).toEqual([{ client: 99, clock: 7 }]);
  const awareness = new Awareness(new Y.Doc());
  applyAwarenessUpdate(awareness, bytes, null);
  expect(readPresence(awareness.getStates().get(99))).toMatchObject({ user: { id: 'person-3' } });
  awareness.destroy();
});
