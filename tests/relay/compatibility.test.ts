import { MESSAGE } from '@samenbord/shared/protocol';
import { expect, it, onTestFinished } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

/** A `WebsocketProvider` as anybody would use it. */
function provider(base: string, document: string, doc: Y.Doc, params: Record<string, string> = {}) {
  const made = new WebsocketProvider(base, document, doc, { disableBc: true, params });
  onTestFinished(() => made.destroy());
  return made;
}

it('[WS1] two unmodified WebsocketProviders join, edit, and see each other', async () => {
  const { server } = await startHouse();
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  const first = provider(server.base, 'board', a);
  await until('the first is in step', () => first.synced);
  a.getMap('stickers').set('one', 'by a');
  const second = provider(server.base, 'board', b);
  await until('the second is in step', () => second.synced);
  await until('b has what a made', () => b.getMap('stickers').get('one') === 'by a');
  b.getMap('stickers').set('two', 'by b');
  await until('a sees it', () => a.getMap('stickers').get('two') === 'by b');
  a.getMap('stickers').delete('one');
  await until('b sees it go', () => !b.getMap('stickers').has('one'));
});

it('[WS1] a provider that worked before it was connected brings its changes', async () => {
  const { server } = await startHouse();
  const a = new Y.Doc();
  a.getMap('stickers').set('made offline', true);
  const first = provider(server.base, 'board/table', a);
  const b = new Y.Doc();
  const second = provider(server.base, 'board/table', b);
  await until('both are in step', () => first.synced && second.synced);
  await until('b has it', () => b.getMap('stickers').get('made offline') === true);
});

it('[WS2] providers see who is present, and who leaves', async () => {
  const { server } = await startHouse();
  const first = provider(server.base, 'board', new Y.Doc(), { person: 'anna' });
  first.awareness.setLocalStateField('cursor', { x: 1, y: 2 });
  await until('the first is in step', () => first.synced);
  const second = provider(server.base, 'board', new Y.Doc(), { person: 'bram' });
  await until('the second sees the first', () => second.awareness.getStates().has(first.doc.clientID));
  expect(second.awareness.getStates().get(first.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 2 } });
  // y-protocols pays no heed to a client's very first state, which is empty.
  second.awareness.setLocalStateField('cursor', null);
  await until('the first sees the second', () => first.awareness.getStates().has(second.doc.clientID));
  first.disconnect();
  await until('the first is gone', () => !second.awareness.getStates().has(first.doc.clientID));
});

it('[WS3] a client that said no hello gets nothing but what y-websocket knows', async () => {
  const { join } = await startHouse();
  const plain = await join('board', {}, { hello: false });
  const other = await join('board');
  plain.edit((stickers) => stickers.set('a', 1));
  plain.present({ cursor: null });
  await until('the other sees it', () => other.stickers.get('a') === 1);
  other.edit((stickers) => stickers.set('b', 1));
  other.present({ cursor: null });
  await other.allAcknowledged();
  await until('it came', () => plain.stickers.get('b') === 1);
  expect(new Set(plain.kinds())).toEqual(new Set([MESSAGE.sync, MESSAGE.awareness]));
  expect(new Set(other.kinds())).toContain(MESSAGE.ack);
});

it('[WS4] answers a question for presence', async () => {
  const { join, open } = await startHouse();
  const anna = await join('board', { person: 'anna' });
  anna.present({ sheet: 'canvas' });
  const bram = await open('board', { person: 'bram' }, { join: false });
  await until('told on coming', () => bram.presence.has(anna.doc.clientID));
  bram.presence.clear();
  bram.send(Uint8Array.of(MESSAGE.queryAwareness));
  await until('told again', () => bram.presence.get(anna.doc.clientID)?.state);
});

it('[WS5] a client that hears of nothing else still hears that the relay is there', async () => {
  const { join } = await startHouse({ limits: { heartbeat: 20 } });
  const alone = await join('board');
  // The rest of the greeting may come after the answer that joining waits for; what follows it is only this.
  const signs = () =>
    alone.frames.length - 1 - alone.frames.findLastIndex(([kind]) => kind !== MESSAGE.awareness);
  await until('three signs of life in a row', () => signs() >= 3);
  expect(alone.closeCode).toBeUndefined();
});
