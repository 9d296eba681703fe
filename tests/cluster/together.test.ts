import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { TestClient, updateThatSets } from '../relay/support/client.ts';
import { until } from '../relay/support/until.ts';
import { onMachines } from './support/machines.ts';
import { startNodes, type TestNode } from './support/nodes.ts';

/** What a node would show to one who comes now. */
async function shown(node: TestNode, document: string): Promise<unknown> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await node.relay.read(document)) ?? Uint8Array.of(0, 0));
  return doc.getMap('stickers').toJSON();
}

/** What the store has. */
async function stored(node: TestNode, document: string): Promise<unknown> {
  const doc = new Y.Doc();
  const kept = await node.store.load(document);
  if (kept?.snapshot !== undefined) Y.applyUpdate(doc, kept.snapshot);
  for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update);
  return doc.getMap('stickers').toJSON();
}

const at = (nodes: readonly TestNode[], index: number): TestNode => {
  const node = nodes[index];
  if (node === undefined) throw new Error(`no node ${index}`);
  return node;
};

onMachines((machines) => {
  it('[CN1] people on different nodes see what each other does, and all of it is in the store', async () => {
    const nodes = await startNodes(machines(), 3);
    const people = await Promise.all(nodes.map((node) => node.join('board')));
    for (let round = 0; round < 20; round++)
      for (const [index, person] of people.entries())
        person.edit((stickers) => stickers.set(`${index}/${round}`, round));
    await until('all see all', () => people.every(({ stickers }) => stickers.size === 60));
    await Promise.all(people.map((person) => person.allAcknowledged()));
    const expected = people[0]?.stickers.toJSON();
    for (const node of nodes) expect(await shown(node, 'board')).toEqual(expected);
    expect(await stored(at(nodes, 0), 'board')).toEqual(expected);
    expect(nodes.every(({ metrics }) => metrics.of('relay_catch_ups_total check') === 0)).toBe(true);
  });

  it('[CN1] who comes to another node gets all that was written on the first, whether or not it is open there', async () => {
    const nodes = await startNodes(machines(), 2);
    const anna = await at(nodes, 0).join('board');
    anna.edit((stickers) => stickers.set('first', 1));
    await anna.allAcknowledged();
    const bram = await at(nodes, 1).join('board');
    expect(bram.stickers.get('first')).toBe(1);
    await at(nodes, 0).relay.create('board', updateThatSets('by the server', 1));
    await until('bram sees it', () => bram.stickers.get('by the server') === 1);
    await anna.close();
    await until('the first has let go of it', () => at(nodes, 0).metrics.of('relay_rooms') === 0);
    await at(nodes, 0).relay.create('board', updateThatSets('by the server again', 1));
    await until('bram sees that too', () => bram.stickers.get('by the server again') === 1);
  });

  it('[CN1] a change too large for the bus is fetched from the store', async () => {
    const nodes = await startNodes(machines(), 2);
    const [anna, bram] = [await at(nodes, 0).join('board'), await at(nodes, 1).join('board')];
    anna.edit((stickers) => stickers.set('large', 'x'.repeat(300_000)));
    await until('bram has it', () => String(bram.stickers.get('large')).length === 300_000);
    expect(at(nodes, 1).metrics.of('relay_catch_ups_total large')).toBeGreaterThan(0);
  });

  it('[CN2] people see who is present on other nodes, who leaves, and who was there before', async () => {
    const nodes = await startNodes(machines(), 2);
    const anna = await at(nodes, 0).join('board', { person: 'anna', name: 'Anna' });
    anna.present({ sheet: 'canvas' });
    const bram = await at(nodes, 1).join('board');
    const client = anna.doc.clientID;
    await until('bram sees her', () => bram.presence.get(client)?.state !== undefined);
    expect(bram.presence.get(client)?.state).toMatchObject({
      sheet: 'canvas',
      user: { id: 'anna', name: 'Anna' },
    });
    anna.present({ sheet: 'schema' });
    await until('bram sees her go on', () => bram.presence.get(client)?.clock === 2);
    await anna.close();
    await until('bram sees her leave', () => bram.presence.get(client)?.state === null);
  });

  it('[CN2] nobody on another node speaks for a client, but the same person may take it over', async () => {
    const nodes = await startNodes(machines(), 2);
    const anna = await at(nodes, 0).join('board', { person: 'anna' });
    const watcher = await at(nodes, 0).join('board');
    anna.present({ says: 'anna' });
    const client = anna.doc.clientID;
    const mallory = await at(nodes, 1).join('board', { person: 'mallory' });
    await until('she is seen there', () => mallory.presence.has(client));
    mallory.present({ says: 'mallory' }, client, 50);
    mallory.present({ says: 'hello' });
    await until('mallory is heard', () => watcher.presence.has(mallory.doc.clientID));
    expect(watcher.presence.get(client)?.state).toMatchObject({ says: 'anna' });
    const again = await at(nodes, 1).join('board', { person: 'anna' });
    again.present({ says: 'moved' }, client, 7);
    await until('she has moved', () => watcher.presence.get(client)?.clock === 7);
    await anna.close();
    await watcher.roundTrip();
    expect(watcher.presence.get(client)?.state).toMatchObject({ says: 'moved', user: { id: 'anna' } });
  });

  it('[CN3] presence said after a change is not heard before it on another node', async () => {
    const nodes = await startNodes(machines(), 2);
    const [anna, bram] = [await at(nodes, 0).join('board'), await at(nodes, 1).join('board')];
    for (let round = 1; round <= 30; round++) {
      anna.edit((stickers) => stickers.set('place', round));
      anna.present({ dropped: round });
      await until('bram hears of it', () => bram.presence.get(anna.doc.clientID)?.clock === round);
      expect(bram.stickers.get('place')).toBe(round);
    }
  });

  it('[CN4] what the bus loses shows as a gap and is fetched from the store', async () => {
    const nodes = await startNodes(machines(), 2);
    const [anna, bram] = [await at(nodes, 0).join('board'), await at(nodes, 1).join('board')];
    at(nodes, 0).bus.loses = (channel) => channel === 'board';
    anna.edit((stickers) => stickers.set('lost', 1));
    anna.present({ here: 1 });
    await anna.allAcknowledged();
    at(nodes, 0).bus.loses = () => false;
    anna.edit((stickers) => stickers.set('heard', 1));
    await until('bram has both', () => bram.stickers.get('lost') === 1 && bram.stickers.get('heard') === 1);
    await until('and sees her', () => bram.presence.has(anna.doc.clientID));
    expect(at(nodes, 1).metrics.of('relay_catch_ups_total')).toBeGreaterThan(0);
  });

  it('[CN4] what was lost is found also when nothing comes after it', async () => {
    const nodes = await startNodes(machines(), 2, { paces: { check: 100 } });
    const [anna, bram] = [await at(nodes, 0).join('board'), await at(nodes, 1).join('board')];
    at(nodes, 0).bus.loses = (channel) => channel === 'board';
    anna.edit((stickers) => stickers.set('lost', 1));
    await until('bram has it', () => bram.stickers.get('lost') === 1);
    expect(at(nodes, 1).metrics.of('relay_catch_ups_total check')).toBeGreaterThan(0);
  });

  it('[CN5] nodes compact the same document while others write to it, and nothing is lost', async () => {
    const nodes = await startNodes(machines(), 3, { limits: { compactUpdates: 10, windowMost: 0 } });
    const people = await Promise.all(nodes.map((node) => node.join('board')));
    for (let round = 0; round < 30; round++) {
      at(nodes, round % 3).bus.loses = () => round % 5 === 0;
      for (const [index, person] of people.entries())
        person.edit((stickers) => stickers.set(`${index}/${round}`, round));
      await Promise.all(people.map((person) => person.allAcknowledged()));
    }
    for (const node of nodes) node.bus.loses = () => false;
    for (const [index, person] of people.entries())
      person.edit((stickers) => stickers.set(`end ${index}`, 1));
    await until('all see all', () => people.every(({ stickers }) => stickers.size === 93));
    await Promise.all(people.map((person) => person.allAcknowledged()));
    expect(nodes.some(({ metrics }) => metrics.of('relay_compactions_total') > 0)).toBe(true);
    expect(await stored(at(nodes, 0), 'board')).toEqual(people[0]?.stickers.toJSON());
    const kept = await at(nodes, 0).store.load('board');
    expect(kept?.updates.length).toBeLessThan(60);
  });

  it('[CN6] a node that closes sends its people to others, who see them come', async () => {
    const nodes = await startNodes(machines(), 2);
    const anna = await at(nodes, 0).join('board', { person: 'anna' });
    const bram = await at(nodes, 1).join('board');
    anna.present({ sheet: 'canvas' });
    await until('bram sees her', () => bram.presence.has(anna.doc.clientID));
    anna.edit((stickers) => stickers.set('last', 1));
    await anna.roundTrip();
    await at(nodes, 0).stop();
    expect(await anna.closed()).toBe(1012);
    expect(anna.acknowledged).toBe(anna.sent);
    await until('bram has it', () => bram.stickers.get('last') === 1);
    await until('and sees her gone', () => bram.presence.get(anna.doc.clientID)?.state === null);
    const again = await at(nodes, 1).join('board', { person: 'anna' }, { doc: anna.doc });
    again.present({ sheet: 'canvas' }, anna.doc.clientID, 9);
    await until('bram sees her come back', () => bram.presence.get(anna.doc.clientID)?.clock === 9);
  });

  it('[CN7] a migration that two nodes run at once leaves one document', async () => {
    const migrate = (doc: Y.Doc) => {
      if (doc.getMap('stickers').get('version') !== 2) doc.getMap('stickers').set('version', 2);
    };
    const nodes = await startNodes(machines(), 2, { migrate });
    await at(nodes, 0).relay.create('board', updateThatSets('version', 1));
    const people = await Promise.all(nodes.map((node) => node.join('board')));
    people[0]?.edit((stickers) => stickers.set('after', 1));
    await until('both are there', () => people.every(({ stickers }) => stickers.get('after') === 1));
    await until('and equal', () => people.every(({ stickers }) => stickers.get('version') === 2));
    await Promise.all(people.map((person) => person.allAcknowledged()));
    expect(await stored(at(nodes, 0), 'board')).toEqual({ version: 2, after: 1 });
  });

  it('[CN8] a change that Yjs cannot integrate is taken out of the store, and all nodes go on without it', async () => {
    const nodes = await startNodes(machines(), 2);
    const bram = await at(nodes, 1).join('board');
    bram.edit((stickers) => stickers.set('before', 1));
    await bram.allAcknowledged();
    await at(nodes, 0).store.append('board', [Uint8Array.of(1, 1, 9, 0, 200)]);
    bram.edit((stickers) => stickers.set('after', 1));
    await until('bram is closed', () => bram.closeCode);
    let again: TestClient | undefined;
    await until('and finds the board again', () => {
      if (again === undefined || again.closeCode !== undefined)
        again = new TestClient(at(nodes, 1).server.url('board'), { doc: bram.doc });
      return again.synced && again.acknowledged === again.sent;
    });
    again?.socket.terminate();
    const anna = await at(nodes, 0).join('board');
    expect(anna.stickers.toJSON()).toEqual({ before: 1, after: 1 });
  });
});
