import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { SYNC } from '@samenbord/shared/protocol';
import { expect, it, onTestFinished } from 'vitest';
import { syncMessage, updateThatSets } from './support/client.ts';
import { startHouse } from './support/house.ts';
import { printedSeed, seeded, wholeBelow } from './support/seeded.ts';
import { until } from './support/until.ts';

const FINAL = 0x80;
const [CONTINUED, TEXT, BINARY, PING] = [0, 1, 2, 9];

/** A frame of a client, masked. */
function frame(first: number, payload: Uint8Array, random: () => number): Buffer {
  const { length } = payload;
  const mask = Array.from({ length: 4 }, () => wholeBelow(random, 256));
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(BigInt(length));
  const size =
    length < 126
      ? [0x80 + length]
      : length < 65_536
        ? [0x80 + 126, ...long.subarray(6)]
        : [0x80 + 127, ...long];
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([Uint8Array.of(first, ...size, ...mask), masked]);
}

/** A change that sets a key, as a message. */
const change = (key: string, value: unknown = 1) => syncMessage(SYNC.update, updateThatSets(key, value));

/** A WebSocket of which only the TCP socket is there: the handshake is done. */
async function openRaw(url: string): Promise<Socket> {
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await once(socket, 'data');
  return socket;
}

/** Writes bytes as packets of these lengths, as far as that can be had. */
async function writeInParts(socket: Socket, bytes: Buffer, length: () => number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + length());
    await new Promise((written) => socket.write(bytes.subarray(at, end), written));
    // The other side has read it by then, mostly.
    await new Promise(setImmediate);
    at = end;
  }
}

it('[WS7] however messages are cut into frames and packets, they are taken, each once and in their order', async () => {
  const { server, join } = await startHouse();
  const anna = await join('board');
  const random = seeded(printedSeed('the cut messages'));
  const socket = await openRaw(server.url('board'));
  const bytes: Buffer[] = [];
  const small = (key: string) => bytes.push(frame(FINAL + BINARY, change(key), random));
  const ping = () => bytes.push(frame(FINAL + PING, Uint8Array.of(1, 2, 3), random));
  for (let index = 0; index < 40; index++) {
    small(`small ${index}`);
    if (index % 7 === 0) ping();
    if (index % 10 !== 0) continue;
    const fragments = change(`fragments ${index}`, 'x'.repeat(wholeBelow(random, 300)));
    const [first, second] = [5, 5 + wholeBelow(random, 40)];
    bytes.push(frame(BINARY, fragments.subarray(0, first), random));
    ping();
    bytes.push(frame(CONTINUED, fragments.subarray(first, second), random));
    bytes.push(frame(FINAL + CONTINUED, fragments.subarray(second), random));
    bytes.push(frame(FINAL + BINARY, change(`large ${index}`, 'y'.repeat(70_000)), random));
    bytes.push(frame(FINAL + BINARY, change(`middle ${index}`, 'z'.repeat(1000)), random));
  }
  const all = Buffer.concat(bytes);
  await writeInParts(socket, all.subarray(0, 2000), () => 1);
  await writeInParts(socket, all.subarray(2000), () =>
    random() < 0.5 ? 1 + wholeBelow(random, 40) : 1 + wholeBelow(random, 90_000),
  );
  await until('all of it is seen', () => anna.stickers.size === 40 + 3 * 4);
  expect(anna.stickers.get('middle 30')).toBe('z'.repeat(1000));
});

it.each([
  ['without a mask', Buffer.concat([Uint8Array.of(FINAL + BINARY, 3), Uint8Array.of(1, 2, 3)])],
  ['with a reserved bit', frame(FINAL + BINARY + 0x40, Uint8Array.of(1), Math.random)],
  ['that goes on with nothing', frame(FINAL + CONTINUED, Uint8Array.of(1), Math.random)],
  ['of text', frame(FINAL + TEXT, Buffer.from('samen'), Math.random)],
  ['of a kind there is none', frame(FINAL + 3, Uint8Array.of(1), Math.random)],
  ['with a ping in parts', frame(PING, Uint8Array.of(1), Math.random)],
  ['with a ping too long', frame(FINAL + PING, new Uint8Array(126), Math.random)],
])(
  '[BO12] a frame %s closes its connection, and what stands behind it is not taken',
  async (_what, wrong) => {
    const { server, join } = await startHouse({ limits: { closeGrace: 50 } });
    const anna = await join('board');
    const socket = await openRaw(server.url('board'));
    const good = (key: string) => frame(FINAL + BINARY, change(key), Math.random);
    socket.write(Buffer.concat([good('before'), wrong, good('behind')]));
    socket.resume();
    await once(socket, 'close');
    await until('what stood before it is seen', () => anna.stickers.has('before'));
    anna.edit((stickers) => stickers.set('after', 1));
    await anna.allAcknowledged();
    expect(anna.stickers.toJSON()).toEqual({ before: 1, after: 1 });
  },
);

it('[BO12] frames within a message that came in parts are no messages of their own', async () => {
  const { server, join } = await startHouse();
  const anna = await join('board');
  const socket = await openRaw(server.url('board'));
  const whole = change('whole');
  socket.write(
    Buffer.concat([
      frame(BINARY, whole.subarray(0, 4), Math.random),
      frame(FINAL + BINARY, change('between'), Math.random),
      frame(FINAL + CONTINUED, whole.subarray(4), Math.random),
    ]),
  );
  socket.resume();
  await once(socket, 'close');
  anna.edit((stickers) => stickers.set('after', 1));
  await anna.allAcknowledged();
  expect(anna.stickers.toJSON()).toEqual({ after: 1 });
});
