import { writeActs } from '@samenbord/shared/board';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { followActs } from './acts.ts';

it('follows what the server does, and stays the same while it says the same', () => {
  const table = new Y.Doc();
  const acts = followActs({ documents: { board: new Y.Doc(), table } });
  expect(acts.get()).toEqual({ frozen: false, homework: {}, round: null, ends: null });
  const before = acts.get();
  table.getMap('table').set('title', 'Rietwijk');
  expect(acts.get()).toBe(before);
  const round = { id: 'r1', sheet: 'brengen-halen', region: 'core.essence', opened: 1, ready: 2 } as const;
  writeActs(table, { round, homework: { gemeente: { status: 'ready', alone: true } } });
  expect(acts.get()).toMatchObject({ round, homework: { gemeente: { status: 'ready', alone: true } } });
  acts.close();
  writeActs(table, { round: null });
  expect(acts.get().round).toEqual(round);
});
