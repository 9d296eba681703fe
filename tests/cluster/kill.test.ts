import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { openPostgresStore, silentLog } from '../../server/src/store/index.ts';
import { TestClient } from '../relay/support/client.ts';
import { seeded } from '../relay/support/seeded.ts';
import { until } from '../relay/support/until.ts';
import { onMachines } from './support/machines.ts';
import { startNode } from './support/nodes.ts';
import { type NodeProcess, startNodeProcess } from './support/process.ts';
import { Wanderer } from './support/wanderer.ts';

const NODES = 3;
const PEOPLE = 10;
const STEPS = 120;

onMachines((machines) => {
  it('[CN10] a killed node: what others saw and what was acknowledged is there, its people come back elsewhere and its presence goes', async () => {
    const url = await machines().postgres.createDatabase();
    const { redis } = machines();
    const [first, second] = await Promise.all([
      startNodeProcess(url, redis.url),
      startNodeProcess(url, redis.url),
    ]);
    const watcher = await TestClient.join(second.url('board', 'watcher'));
    const anna = await TestClient.join(first.url('board', 'anna'));
    onTestFinished(() => watcher.socket.terminate());
    anna.present({ here: 1 });
    await until('she is seen', () => watcher.presence.has(anna.doc.clientID));
    for (let count = 0; watcher.stickers.size < 100; count++) {
      anna.edit((stickers) => stickers.set(`${count}`, count));
      await until('not too many are under way', () => count - watcher.stickers.size < 40);
    }
    await first.kill();
    await anna.closed();
    const seen = watcher.stickers.toJSON();
    const acknowledged = anna.acknowledged - 1;
    await until('her presence goes', () => watcher.presence.get(anna.doc.clientID)?.state === null);
    const third = await TestClient.join(second.url('board', 'third'));
    onTestFinished(() => third.socket.terminate());
    expect(third.stickers.toJSON()).toMatchObject(seen);
    for (let count = 0; count < acknowledged; count++) expect(third.stickers.get(`${count}`)).toBe(count);
    const again = await TestClient.join(second.url('board', 'anna'), { doc: anna.doc });
    onTestFinished(() => again.socket.terminate());
    await until('all that she made is there', () => watcher.stickers.size === anna.stickers.size);
  });

  it('[CN10] nodes, Redis and the database die in any order: all come to the same, and nothing acknowledged is lost', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    process.stderr.write(`seed ${seed}\n`);
    const random = seeded(seed);
    const { postgres, redis } = machines();
    const url = await postgres.createDatabase();
    const nodes: NodeProcess[] = await Promise.all(
      Array.from({ length: NODES }, () => startNodeProcess(url, redis.url)),
    );
    const people = Array.from(
      { length: PEOPLE },
      (_, index) => new Wanderer(() => nodes.map((node) => node.url('board', `p${index}`)), random),
    );
    onTestFinished(() => {
      for (const person of people) person.leave();
    });
    const pick = <T>(items: readonly T[]): T => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    const edit = (step: number) => {
      const person = pick(people);
      const number = people.indexOf(person);
      person.set(`${number}/${step}`, step);
    };
    const faults: (() => Promise<void>)[] = [
      async () => {
        const index = Math.floor(random() * nodes.length);
        await nodes[index]?.kill();
        nodes[index] = await startNodeProcess(url, redis.url);
      },
      async () => {
        await redis.kill();
        for (let count = 0; count < 20; count++) edit(1000 + Math.floor(random() * 1e6));
        await redis.start();
      },
      async () => {
        await postgres.kill();
        for (let count = 0; count < 20; count++) edit(1000 + Math.floor(random() * 1e6));
        await postgres.start();
      },
      () => {
        redis.pause();
        for (let count = 0; count < 20; count++) edit(1000 + Math.floor(random() * 1e6));
        redis.resume();
        return Promise.resolve();
      },
      () => Promise.resolve(pick(people).drop()),
    ];
    for (let step = 0; step < STEPS; step++) {
      edit(step);
      if (step % 12 === 11) await pick(faults)();
      // The pauses are part of the schedule: nothing is concluded from their length.
      else if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, random() * 20));
    }
    const promised = people.map((person) => person.acknowledged());
    await Promise.all(people.map((person) => person.whenSettled()));
    await until(`all are the same (seed ${seed})`, () =>
      people.every(({ stickers }) => stickers.size === people[0]?.stickers.size),
    );
    const expected = people[0]?.stickers.toJSON();
    for (const { stickers } of people) expect(stickers.toJSON(), `seed ${seed}`).toEqual(expected);
    for (const [key, value] of promised.flatMap((made) => [...made]))
      expect(people[0]?.stickers.get(key), `seed ${seed}, ${key}`).toBe(value);
    const store = await openPostgresStore({ url, log: silentLog });
    onTestFinished(() => store.close());
    const kept = await store.load('board');
    const doc = new Y.Doc();
    if (kept?.snapshot !== undefined) Y.applyUpdate(doc, kept.snapshot);
    for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update);
    expect(doc.getMap('stickers').toJSON(), `seed ${seed}`).toEqual(expected);
  });

  it('[CN11] one node works the same, and another may join it at any time', async () => {
    const url = await machines().postgres.createDatabase();
    const redis = machines().redis.url;
    const first = await startNode({ url, redis });
    const anna = await first.join('board');
    anna.edit((stickers) => stickers.set('a', 1));
    anna.present({ here: 1 });
    await anna.allAcknowledged();
    const second = await startNode({ url, redis });
    const bram = await second.join('board');
    expect(bram.stickers.get('a')).toBe(1);
    await until('bram sees her', () => bram.presence.has(anna.doc.clientID));
    bram.edit((stickers) => stickers.set('b', 1));
    await until('anna has it', () => anna.stickers.get('b') === 1);
  });
});
