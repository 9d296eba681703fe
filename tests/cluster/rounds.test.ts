import { expect, it, onTestFinished } from 'vitest';
import { TestClient } from '../relay/support/client.ts';
import { Crowd, missing, type Promised } from '../relay/support/crowd.ts';
import { printedSeed, seeded, wholeBelow } from '../relay/support/seeded.ts';
import { until } from '../relay/support/until.ts';
import { onMachines } from './support/machines.ts';
import { type NodeProcess, nodeOnStandBy, startNodeProcess } from './support/process.ts';

const ROUNDS = 20;
const ROUNDS_OF_ALL = 5;
/** The longest that nodes work before one dies, ms. */
const LIFE = 150;

/** When something dies is left to chance; nothing is concluded from it. */
const aWhile = (random: () => number) => new Promise((resolve) => setTimeout(resolve, random() * LIFE));

/** Two people on each node. */
const crowdOn = (nodes: readonly NodeProcess[], round: number) =>
  Crowd.join(
    nodes.flatMap((node, index) => [0, 1].map((one) => node.url('board', `${index}/${one}`))),
    round,
  );

async function join(node: NodeProcess, person: string, doc?: TestClient['doc']): Promise<TestClient> {
  const client = await TestClient.join(node.url('board', person), doc === undefined ? {} : { doc });
  onTestFinished(() => client.socket.terminate());
  // The first answer may be an older whole with what came after it still behind.
  await client.roundTrip();
  return client;
}

async function leave(people: readonly TestClient[]): Promise<void> {
  for (const { socket } of people) socket.terminate();
  await Promise.all(people.map((person) => person.closed()));
}

onMachines((machines) => {
  it('[CN10] twenty times a node is killed under load: who comes elsewhere finds all that was seen or acknowledged', {
    timeout: 300_000,
  }, async () => {
    const seed = printedSeed('the killed nodes');
    const random = seeded(seed);
    const url = await machines().postgres.createDatabase();
    const redis = machines().redis.url;
    const nodes = await Promise.all([startNodeProcess(url, redis), startNodeProcess(url, redis)]);
    let promised: Promised = new Map();
    for (let round = 0; round < ROUNDS; round++) {
      const crowd = await crowdOn(nodes, round);
      // Loads its code while these work.
      const next = nodeOnStandBy(url, redis);
      await crowd.work();
      await aWhile(random);
      const dying = wholeBelow(random, nodes.length);
      await nodes[dying]?.kill();
      const left = crowd.people.slice(2 * dying, 2 * dying + 2);
      await Promise.all(left.map((person) => person.closed()));
      await crowd.stop();
      promised = new Map([...promised, ...crowd.promised()]);
      nodes[dying] = await next();
      const [survivor, fresh] = [nodes[1 - dying], nodes[dying]];
      if (survivor === undefined || fresh === undefined) throw new Error('no node is left');
      const watchers = await Promise.all([join(survivor, 'watcher'), join(fresh, 'watcher')]);
      for (const { doc } of watchers)
        expect(missing(promised, doc), `seed ${seed}, round ${round}`).toEqual([]);
      const back = await Promise.all(left.map(({ doc }, index) => join(survivor, `back ${index}`, doc)));
      await Promise.all(back.map((person) => person.allAcknowledged()));
      await until('what they had not sent yet is seen on both nodes', () =>
        watchers.every(({ stickers }) =>
          crowd.people.every((person) => [...person.stickers.keys()].every((key) => stickers.has(key))),
        ),
      );
      await leave([...crowd.people, ...watchers, ...back]);
    }
    expect(promised.size).toBeGreaterThan(ROUNDS * 4);
  });

  it('[CN10] the database and all nodes are killed at once: what was acknowledged is in the database, though that is set to answer before it writes', {
    timeout: 300_000,
  }, async () => {
    const seed = printedSeed('the killed databases');
    const random = seeded(seed);
    const { postgres, redis } = machines();
    const url = await postgres.createDatabase();
    await postgres.run(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
    const two = () => [nodeOnStandBy(url, redis.url), nodeOnStandBy(url, redis.url)];
    let promised: Promised = new Map();
    let next = two();
    for (let round = 0; round <= ROUNDS_OF_ALL; round++) {
      const nodes = await Promise.all(next.map((start) => start()));
      const [first] = nodes;
      const watcher = first && (await join(first, 'watcher'));
      if (watcher !== undefined)
        expect(missing(promised, watcher.doc), `seed ${seed}, after round ${round}`).toEqual([]);
      if (round === ROUNDS_OF_ALL) break;
      const crowd = await crowdOn(nodes, round);
      next = two();
      await crowd.work();
      await aWhile(random);
      await postgres.kill();
      await Promise.all(nodes.map((node) => node.kill()));
      await Promise.all(crowd.people.map((person) => person.closed()));
      await crowd.stop();
      promised = new Map([...promised, ...crowd.promised()]);
      await postgres.start();
    }
    expect(promised.size).toBeGreaterThan(ROUNDS_OF_ALL * 4);
  });
});
