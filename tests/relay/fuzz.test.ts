import { encodeHello, MESSAGE, SYNC } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { presenceMessage, syncMessage, updateThatSets } from './support/client.ts';
import { type House, startHouse } from './support/house.ts';
import { until } from './support/until.ts';

/** Frames that a hostile or broken client might send: noise, and good ones that were tampered with. */
const anyFrame = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(
      fc.constantFrom(
        MESSAGE.sync,
        MESSAGE.awareness,
        MESSAGE.queryAwareness,
        MESSAGE.hello,
        MESSAGE.auth,
        101,
      ),
      fc.uint8Array({ maxLength: 60 }),
    )
    .map(([kind, rest]) => Uint8Array.of(kind, ...rest)),
  fc
    .tuple(fc.constantFrom(SYNC.step1, SYNC.step2, SYNC.update), fc.uint8Array({ maxLength: 100 }))
    .map(([step, body]) => syncMessage(step, body)),
  fc.tuple(goodFrame(), fc.nat(), fc.nat()).map(([frame, from, to]) => cut(frame, from, to)),
  fc.tuple(goodFrame(), fc.nat(), fc.integer({ min: 0, max: 255 })).map(([frame, at, value]) => {
    const changed = frame.slice();
    changed[at % changed.length] = value;
    return changed;
  }),
  goodFrame(),
);

function goodFrame(): fc.Arbitrary<Uint8Array> {
  const update = fc
    .tuple(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }))
    .map(([key, value]) => updateThatSets(key, value));
  return fc.oneof(
    update.map((bytes) => syncMessage(SYNC.update, bytes)),
    update.map((bytes) => syncMessage(SYNC.step2, bytes)),
    update.map((bytes) => syncMessage(SYNC.step1, Y.encodeStateVectorFromUpdate(bytes))),
    fc
      .array(fc.record({ client: fc.nat(), clock: fc.nat(), json: fc.json({ maxDepth: 2 }) }), {
        maxLength: 5,
      })
      .map(presenceMessage),
    fc.constant(encodeHello()),
  );
}

function cut(frame: Uint8Array, from: number, to: number): Uint8Array {
  const start = from % (frame.length + 1);
  return frame.slice(start, start + (to % (frame.length - start + 1)));
}

/** Sends the frames on one connection, until it is closed or all are through. */
async function attack(house: House, frames: readonly Uint8Array[]): Promise<void> {
  const socket = new WebSocket(house.server.url('board', { person: 'mallory' }));
  let over = false;
  socket.on('error', () => undefined);
  socket.on('close', () => {
    over = true;
  });
  socket.on('pong', () => {
    over = true;
  });
  socket.on('open', () => {
    for (const frame of frames) socket.send(frame);
    socket.ping();
  });
  await until('closed or all through', () => over);
  socket.terminate();
}

it('[BO12] whatever bytes arrive, at worst their own connection closes and all others go on', async () => {
  const house = await startHouse();
  const [anna, bram] = [await house.join('board'), await house.join('board')];
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyFrame, { minLength: 1, maxLength: 60 }), async (frames) => {
      await attack(house, frames);
      round++;
      anna.edit((stickers) => stickers.set('round', round));
      await until('bram sees it', () => bram.stickers.get('round') === round);
    }),
    { numRuns: 120, verbose: 1, endOnFailure: true },
  );
  await anna.allAcknowledged();
  expect([anna.closeCode, bram.closeCode]).toEqual([undefined, undefined]);
  expect(house.log.lines.filter(({ message }) => message.includes('could not be handled'))).toEqual([]);
  await until('all attackers are gone', () => house.metrics.of('relay_connections') === 2);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await house.relay.read('board')) ?? Uint8Array.of());
  expect(doc.getMap('stickers').toJSON()).toEqual(anna.stickers.toJSON());
});
