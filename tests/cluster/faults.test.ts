import { CLOSE } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { until } from '../relay/support/until.ts';
import { onMachines } from './support/machines.ts';
import { allHeard, startNodes } from './support/nodes.ts';

onMachines((machines) => {
  it('[CN4] while Redis is dead, people see changes through the database; afterwards all is as before', async () => {
    const nodes = await startNodes(machines(), 2);
    const [anna, bram] = await Promise.all(
      nodes.map((node, index) => node.join('board', { person: `p${index}` })),
    );
    if (anna === undefined || bram === undefined) throw new Error('nobody came');
    anna.present({ here: 1 });
    await until('bram sees her', () => bram.presence.has(anna.doc.clientID));
    await machines().redis.kill();
    await until('both notice', () => nodes.every(({ nodes: { carrying } }) => !carrying));
    anna.edit((stickers) => stickers.set('meanwhile', 1));
    await until('bram has it', () => bram.stickers.get('meanwhile') === 1);
    await until('and sees her no more', () => bram.presence.get(anna.doc.clientID)?.state === null);
    expect([anna, bram].flatMap(({ notices }) => notices)).toEqual([]);
    anna.present({ here: 2 });
    await machines().redis.start();
    await allHeard(nodes);
    await until('she is there again', () => bram.presence.get(anna.doc.clientID)?.clock === 2);
    const before = nodes.map(({ metrics }) => metrics.of('relay_catch_ups_total'));
    bram.edit((stickers) => stickers.set('after', 1));
    await until('anna has it', () => anna.stickers.get('after') === 1);
    expect(nodes[0]?.metrics.of('relay_catch_ups_total')).toBe(before[0]);
  });

  it('[CN4] while Redis answers nothing, the same', async () => {
    const nodes = await startNodes(machines(), 2);
    const [anna, bram] = await Promise.all(nodes.map((node) => node.join('board')));
    if (anna === undefined || bram === undefined) throw new Error('nobody came');
    machines().redis.pause();
    try {
      for (let round = 0; round < 10; round++) {
        anna.edit((stickers) => stickers.set(`a${round}`, 1));
        bram.edit((stickers) => stickers.set(`b${round}`, 1));
      }
      await until('both have all', () => anna.stickers.size === 20 && bram.stickers.size === 20);
      anna.present({ here: 1 });
    } finally {
      machines().redis.resume();
    }
    await allHeard(nodes);
    await until('bram sees her', () => bram.presence.has(anna.doc.clientID));
  });

  it('[CN4] connections to Redis that are cut, again and again, cost nothing', async () => {
    const nodes = await startNodes(machines(), 3);
    const people = await Promise.all(nodes.map((node) => node.join('board')));
    for (let round = 0; round < 10; round++) {
      for (const [index, person] of people.entries()) {
        person.edit((stickers) => stickers.set(`${index} ${round}`, 1));
        person.present({ round });
      }
      machines().redis.cut(round % 2 === 0 ? 'pubsub' : 'normal');
    }
    await until('all have all', () => people.every(({ stickers }) => stickers.size === 30));
    await until('and see all as they are now', () =>
      people.every((one) =>
        people.every((other) => other === one || one.presence.get(other.doc.clientID)?.clock === 10),
      ),
    );
  });

  it('[CN4] who opens a board while Redis is dead gets it, and hears the others when it is back', async () => {
    const nodes = await startNodes(machines(), 2);
    const anna = await nodes[0]?.join('board');
    anna?.edit((stickers) => stickers.set('a', 1));
    await anna?.allAcknowledged();
    await machines().redis.kill();
    const bram = await nodes[1]?.join('board');
    expect(bram?.stickers.get('a')).toBe(1);
    bram?.present({ here: 1 });
    await machines().redis.start();
    await until('anna sees him', () => anna?.presence.has(bram?.doc.clientID ?? 0));
  });

  it('[CN12] bytes on the bus that are none of ours are passed over, on every channel', async () => {
    const nodes = await startNodes(machines(), 2);
    const [anna, bram] = await Promise.all(nodes.map((node) => node.join('board')));
    if (anna === undefined || bram === undefined) throw new Error('nobody came');
    const form = Uint8Array.of(1, 1, 65, 0, 0);
    const samples = fc.sample(fc.uint8Array({ maxLength: 60 }), 300);
    for (const bytes of samples.flatMap((noise) => [noise, Uint8Array.of(2, ...noise), form]))
      for (const channel of ['board', '*nodes', 'no such document'])
        nodes[0]?.bus.inner.publish(channel, bytes);
    anna.edit((stickers) => stickers.set('a', 1));
    bram.edit((stickers) => stickers.set('b', 1));
    await until('both have both', () => anna.stickers.size === 2 && bram.stickers.size === 2);
    expect(nodes.map(({ metrics }) => metrics.of('relay_catch_ups_total'))).toEqual([0, 0]);
    const complaints = nodes.flatMap(({ log }) => log.lines.filter(({ level }) => level === 'error'));
    expect(complaints).toEqual([]);
  });

  it('[CN9] while the database is gone nothing is acknowledged or shown; all is saved when it returns', async () => {
    const nodes = await startNodes(machines(), 2);
    const people = await Promise.all(nodes.map((node) => node.join('board')));
    await Promise.all(people.map((person) => person.allAcknowledged()));
    const before = people.map(({ acknowledged }) => acknowledged);
    await machines().postgres.kill();
    try {
      for (const [index, person] of people.entries()) {
        person.edit((stickers) => stickers.set(`${index}`, 1));
        person.present({ here: index });
      }
      await until('they know', () => people.every(({ notices }) => notices.length > 0));
      for (const { notices } of people)
        expect(notices).toEqual([{ code: 'unsaved', reason: 'store-unavailable' }]);
      await until('presence goes on', () => people.every(({ presence }) => presence.size > 0));
      expect(people.map(({ acknowledged }) => acknowledged)).toEqual(before);
      expect(people.map(({ stickers }) => stickers.size)).toEqual([1, 1]);
      for (const person of people) person.edit((stickers) => stickers.set(`more ${person.doc.clientID}`, 1));
    } finally {
      await machines().postgres.start();
    }
    await Promise.all(people.map((person) => person.allAcknowledged()));
    await until('all see all', () => people.every(({ stickers }) => stickers.size === 4));
    await until('and know', () => people.every(({ notices }) => notices.at(-1)?.code === 'saved-again'));
  });

  it('[CN9] a database that answers nothing is noticed, and all is saved when it goes on', async () => {
    const nodes = await startNodes(machines(), 2);
    const people = await Promise.all(nodes.map((node) => node.join('board')));
    await Promise.all(people.map((person) => person.allAcknowledged()));
    await machines().postgres.pause();
    try {
      for (const person of people) person.edit((stickers) => stickers.set(`${person.doc.clientID}`, 1));
      await until('they know', () => people.every(({ notices }) => notices.length > 0));
      expect(people.map(({ stickers }) => stickers.size)).toEqual([1, 1]);
    } finally {
      await machines().postgres.resume();
    }
    await Promise.all(people.map((person) => person.allAcknowledged()));
    await until('all see all', () => people.every(({ stickers }) => stickers.size === 2));
  });

  it('[CN9] when the database is back, nobody waits for the end of a long pause', async () => {
    const limits = { retryFirst: 60_000, retryMost: 60_000 };
    const nodes = await startNodes(machines(), 1, { limits, paces: { check: 100 } });
    const anna = await nodes[0]?.join('board');
    await anna?.allAcknowledged();
    await machines().postgres.kill();
    try {
      anna?.edit((stickers) => stickers.set('a', 1));
      await until('she knows', () => anna?.notices.length === 1);
    } finally {
      await machines().postgres.start();
    }
    await anna?.allAcknowledged();
  });

  it('[CL4] a node that stops while the database is gone hands its people over with what was not saved', async () => {
    const limits = { retryFirst: 60_000, retryMost: 60_000, handOver: 50, closeTimeout: 60_000 };
    const nodes = await startNodes(machines(), 2, { limits, paces: { check: 100 } });
    const [draining, other] = nodes;
    const anna = await draining?.join('board');
    await anna?.allAcknowledged();
    await machines().postgres.kill();
    let closing: Promise<void> | undefined;
    try {
      anna?.edit((stickers) => stickers.set('a', 1));
      await until('she knows', () => anna?.notices.length === 1);
      closing = draining?.relay.close();
      expect(await anna?.closed()).toBe(CLOSE.restarting);
      expect(anna?.acknowledged).toBe((anna?.sent ?? 0) - 1);
    } finally {
      await machines().postgres.start();
    }
    const back = await other?.join('board', {}, anna && { doc: anna.doc });
    await back?.allAcknowledged();
    expect((await other?.join('board'))?.stickers.get('a')).toBe(1);
    await closing;
  });

  it('[CN9] connections to the database that are cut cost nothing', async () => {
    const nodes = await startNodes(machines(), 2);
    const people = await Promise.all(nodes.map((node) => node.join('board')));
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'samenbord'`;
    for (let round = 0; round < 5; round++) {
      for (const person of people)
        person.edit((stickers) => stickers.set(`${person.doc.clientID} ${round}`, 1));
      await machines().postgres.run(cut);
    }
    await Promise.all(people.map((person) => person.allAcknowledged()));
    await until('all see all', () => people.every(({ stickers }) => stickers.size === 10));
  });
});
