import { SYNC } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Dialect, HOCUSPOCUS, SAMENBORD, Y_WEBSOCKET } from './dialect.ts';
import { readRanges, receivedFrames } from './received.ts';
import { Recording } from './recording.ts';

/** Updates of one client that sets one key again and again. */
function updatesOf(client: number, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  for (let n = 0; n < count; n++) doc.getMap('stickers').set('one', { x: n });
  return updates;
}

it.each<[string, Dialect]>([
  ['y-websocket', Y_WEBSOCKET],
  ['ours', SAMENBORD],
  ['Hocuspocus', HOCUSPOCUS],
])('reads back what %s sends', (_, dialect) => {
  const [first, second] = updatesOf(7, 2);
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ cursor: { x: 1 } });
  const client = awareness.clientID;
  const recording = new Recording();
  recording.add(dialect.sync('bord', SYNC.update, first ?? new Uint8Array()), 1);
  recording.add(dialect.sync('bord', SYNC.update, second ?? new Uint8Array()), 2);
  recording.add(dialect.awareness('bord', encodeAwarenessUpdate(awareness, [client])), 3);
  const clock = awareness.meta.get(client)?.clock;
  awareness.destroy();
  expect([...receivedFrames(recording, dialect)]).toEqual([
    { at: 1, structs: [{ client: 7, from: 0, to: 1 }], states: [] },
    { at: 2, structs: [{ client: 7, from: 1, to: 2 }], states: [] },
    { at: 3, structs: [], states: [{ client, clock }] },
  ]);
});

it('sees every clock in merged updates, and in those of a document that threw the old values away', () => {
  const updates = updatesOf(7, 5);
  const clocks = (update: Uint8Array) =>
    readRanges(update).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n));
  expect(clocks(Y.mergeUpdates(updates))).toEqual([0, 1, 2, 3, 4]);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  expect(clocks(Y.encodeStateAsUpdate(doc))).toEqual([0, 1, 2, 3, 4]);
});

it('does not count the holes in a merged update', () => {
  const [first, , third] = updatesOf(7, 3);
  const merged = Y.mergeUpdates([first ?? new Uint8Array(), third ?? new Uint8Array()]);
  expect(readRanges(merged)).toEqual([
    { client: 7, from: 0, to: 1 },
    { client: 7, from: 2, to: 3 },
  ]);
});

it('keeps large and small frames apart', () => {
  const recording = new Recording();
  const sizes = [1, 3_000_000, 0, 5, 2_000_000];
  for (const [index, size] of sizes.entries()) recording.add(new Uint8Array(size).fill(index + 1), index);
  const frames = [...recording.frames()];
  expect(frames.map(({ bytes }) => bytes.byteLength)).toEqual(sizes);
  expect(frames.map(({ bytes }) => bytes.at(-1))).toEqual([1, 2, undefined, 4, 5]);
  expect(recording.last).toBe(4);
});
