import { expect, it } from 'vitest';
import { presenceMessage } from './support/client.ts';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

it('[PR1] sends presence on, and tells who comes of all who are there', async () => {
  const { join } = await startHouse();
  const [anna, bram] = [await join('board', { person: 'anna' }), await join('board', { person: 'bram' })];
  anna.present({ cursor: { sheet: 'canvas', x: 1, y: 2 } });
  bram.present({ typing: { sticker: 's1' } });
  await until('bram sees anna', () => bram.presence.has(anna.doc.clientID));
  const carla = await join('board', { person: 'carla' });
  await until('carla sees both', () => carla.presence.size === 2);
  expect(carla.presence.get(anna.doc.clientID)?.state).toMatchObject({ cursor: { x: 1, y: 2 } });
});

it('[PR1] an older state never replaces a newer one', async () => {
  const { join } = await startHouse();
  const [anna, bram] = [await join('board'), await join('board')];
  anna.present({ at: 'new' }, anna.doc.clientID, 10);
  await until('seen', () => bram.presence.get(anna.doc.clientID)?.clock === 10);
  anna.present({ at: 'old' }, anna.doc.clientID, 9);
  anna.present({ at: 'same' }, anna.doc.clientID, 10);
  anna.present({ at: 'newer' }, anna.doc.clientID, 11);
  await until('seen', () => bram.presence.get(anna.doc.clientID)?.clock === 11);
  expect(bram.presence.get(anna.doc.clientID)?.state).toMatchObject({ at: 'newer' });
});

it('[PR2] presence goes when its connection goes, or when it says so', async () => {
  const { join } = await startHouse();
  const [anna, bram] = [await join('board'), await join('board')];
  anna.present({ here: 1 });
  await until('seen', () => bram.presence.get(anna.doc.clientID)?.state);
  anna.present(null);
  await until('gone', () => bram.presence.get(anna.doc.clientID)?.state === null);
  anna.present({ here: 2 });
  await until('seen again', () => bram.presence.get(anna.doc.clientID)?.state);
  anna.socket.terminate();
  await until('gone for good', () => bram.presence.get(anna.doc.clientID)?.state === null);
  const carla = await join('board');
  await carla.roundTrip();
  expect([...carla.presence.values()].filter(({ state }) => state !== null)).toEqual([]);
});

it('[PR3] a connection speaks for the clients it announced, not for others', async () => {
  const { join } = await startHouse();
  const [anna, bram, mallory] = [
    await join('board', { person: 'anna' }),
    await join('board', { person: 'bram' }),
    await join('board', { person: 'mallory' }),
  ];
  anna.present({ at: 'anna' });
  await until('seen', () => bram.presence.get(anna.doc.clientID)?.state);
  mallory.present({ at: 'forged' }, anna.doc.clientID, 100);
  mallory.present(null, anna.doc.clientID, 101);
  mallory.present({ at: 'mallory' });
  await until('mallory is seen', () => bram.presence.has(mallory.doc.clientID));
  expect(bram.presence.get(anna.doc.clientID)?.state).toMatchObject({ at: 'anna' });
  expect(mallory.closeCode).toBeUndefined();
});

it('[PR4] a person who comes back over a new connection takes over from the old one', async () => {
  const { join } = await startHouse();
  const old = await join('board', { person: 'anna' });
  const bram = await join('board', { person: 'bram' });
  old.present({ at: 'old' }, 7777, 1);
  await until('seen', () => bram.presence.has(7777));
  const fresh = await join('board', { person: 'anna' });
  fresh.present({ at: 'new' }, 7777, 2);
  await until('taken over', () => bram.presence.get(7777)?.clock === 2);
  await old.close();
  fresh.present({ at: 'newer' }, 7777, 3);
  await until('still there', () => bram.presence.get(7777)?.clock === 3);
  expect(bram.presence.get(7777)?.state).toMatchObject({ at: 'newer' });
});

it('[PR5] a state that another sends back does not bring back who has left', async () => {
  const { join } = await startHouse();
  const [anna, bram] = [await join('board', { person: 'anna' }), await join('board', { person: 'bram' })];
  anna.present({ here: 1 });
  await until('seen', () => bram.presence.get(anna.doc.clientID)?.state);
  await anna.close();
  await until('gone', () => bram.presence.get(anna.doc.clientID)?.state === null);
  bram.present({ here: 1 }, anna.doc.clientID, 1);
  bram.present({ here: 'bram' });
  const carla = await join('board', { person: 'carla' });
  await until('carla sees bram', () => carla.presence.has(bram.doc.clientID));
  expect(carla.presence.get(anna.doc.clientID)?.state ?? null).toBeNull();
  const back = await join('board', { person: 'anna' });
  back.present({ here: 'again' }, anna.doc.clientID, 1);
  await until('she herself does come back', () => carla.presence.get(anna.doc.clientID)?.state);
});

it('[PR6] name, role, partner and duty are those of the session, whatever a client says', async () => {
  const { join } = await startHouse();
  const bram = await join('board');
  const mallory = await join('board', { person: 'm', name: 'Mallory', role: 'observer' });
  mallory.present({
    user: { id: 'anna', name: 'Anna', role: 'facilitator', partner: 'gemeente', duty: 'lead', color: '#fff' },
    sheet: 'canvas',
  });
  const seen = await until('seen', () => bram.presence.get(mallory.doc.clientID));
  expect(seen.state).toEqual({
    user: { id: 'm', name: 'Mallory', role: 'observer', color: '#fff' },
    sheet: 'canvas',
  });
});

it('[PR7] drops states that are too large, too many or no object, and keeps the connection', async () => {
  const { join, metrics } = await startHouse({ limits: { presence: 1000, presenceIds: 3 } });
  const [anna, bram] = [await join('board'), await join('board')];
  anna.present({ text: 'x'.repeat(2000) });
  anna.send(presenceMessage([{ client: 1, clock: 1, json: '"text"' }]));
  anna.send(presenceMessage([{ client: 2, clock: 1, json: '{"broken' }]));
  anna.send(presenceMessage([{ client: 3, clock: 1, json: '[1]' }]));
  anna.send(presenceMessage([11, 12, 13, 14, 15].map((client) => ({ client, clock: 1, json: '{}' }))));
  await until('three of them are seen', () => bram.presence.size === 3);
  await bram.roundTrip();
  expect([...bram.presence.keys()]).toEqual([11, 12, 13]);
  expect(metrics.of('relay_refusals_total presence')).toBe(6);
  expect(anna.closeCode).toBeUndefined();
});

it('[PR8] who comes and goes in great numbers leaves nothing behind', async () => {
  const { join, open } = await startHouse();
  const [anna, mallory] = [await join('board'), await join('board')];
  const comeAndGo = (from: number) =>
    presenceMessage(
      Array.from({ length: 900 }, (_, index) => from + index).flatMap((client) => [
        { client, clock: 1, json: '{}' },
        { client, clock: 2, json: 'null' },
      ]),
    );
  for (let round = 0; round < 20; round++) mallory.send(comeAndGo(round * 1000));
  mallory.present({ here: true });
  await until('anna sees mallory', () => anna.presence.get(mallory.doc.clientID)?.state);
  expect(anna.presence.size).toBe(1);
  const greedy = await open('board');
  greedy.send(
    presenceMessage(Array.from({ length: 2001 }, (_, client) => ({ client, clock: 1, json: '{}' }))),
  );
  expect(await greedy.closed()).toBe(4400);
});

it('[PR9] who may only read is not seen to drag or type', async () => {
  const { join } = await startHouse();
  const bram = await join('board');
  const reader = await join('board', { person: 'reader', write: false });
  const writer = await join('board', { person: 'writer' });
  const state = { drag: { sheet: 'canvas', stickers: [] }, typing: { sticker: 's1' }, cursor: { x: 1 } };
  reader.present(state);
  writer.present(state);
  const seen = (of: typeof reader) =>
    until('seen', () => bram.presence.get(of.doc.clientID)?.state as Record<string, unknown> | undefined);
  expect(await seen(writer)).toMatchObject(state);
  const read = await seen(reader);
  expect(read).toMatchObject({ cursor: { x: 1 }, user: { id: 'reader' } });
  expect(Object.keys(read).sort()).toEqual(['cursor', 'user']);
});

it('[PR10] nobody else appears under the client id of one who left, however many come and go', async () => {
  const { join } = await startHouse();
  const [anna, bram, mallory] = [
    await join('board', { person: 'anna' }),
    await join('board', { person: 'bram' }),
    await join('board', { person: 'mallory' }),
  ];
  const id = anna.doc.clientID;
  anna.present({ at: 'anna' });
  await until('seen', () => bram.presence.get(id)?.state);
  anna.socket.terminate();
  await until('gone', () => bram.presence.get(id)?.state === null);
  for (let from = 1; from < 3000; from += 500)
    mallory.send(
      presenceMessage(
        Array.from({ length: 500 }, (_, index) => from + index).flatMap((client) => [
          { client, clock: 1, json: '{}' },
          { client, clock: 2, json: 'null' },
        ]),
      ),
    );
  mallory.present({ at: 'mallory' }, id, 1000);
  mallory.present({ at: 'own' });
  await until('mallory is seen', () => bram.presence.get(mallory.doc.clientID)?.state);
  expect(bram.presence.get(id)?.state).toBeNull();
  const back = await join('board', { person: 'anna' });
  back.present({ at: 'back' }, id, 2);
  await until('she herself is', () => bram.presence.get(id)?.state);
});
