import { once } from 'node:events';
import { CLOSE } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { socketUnder } from '../../server/src/relay/wire.ts';
import { TestClient } from './support/client.ts';
import type { Report } from './support/fuzzedChild.ts';
import { HostileFrames } from './support/hostile.ts';
import { temporaryDirectory } from './support/house.ts';
import { type RelayProcess, startServing } from './support/process.ts';
import { printedSeed, seeded } from './support/seeded.ts';
import { until } from './support/until.ts';

const FRAMES = 1_000_000;
/** Frames to a room, before it is left and the next is attacked. */
const TO_A_ROOM = 50_000;
/** Attackers of a room at once. */
const ATTACKERS = 4;
/** Frames sent before the relay is asked whether it is through with them. */
const BURST = 400;
/** Rooms attacked before what is kept is looked at: until then caches fill and code is compiled. */
const WARM_UP = 2;
/** What may be kept more after a million frames than after the warm-up, bytes. */
const GROWTH = 6_000_000;

async function report(relay: RelayProcess): Promise<Report> {
  relay.process.send('report');
  const [answer] = await once(relay.process, 'message');
  return answer as Report;
}

/** The report once everybody has left every room. */
async function reportWhenEmpty(relay: RelayProcess): Promise<Report> {
  for (;;) {
    const now = await report(relay);
    if (now.rooms === 0 && now.connections === 0) return now;
  }
}

/** Sends a burst; resolves with how many frames were sent, when all are through or the connection is closed. */
async function burst(socket: WebSocket, frames: HostileFrames, most: number): Promise<number> {
  const messages: Uint8Array[] = [];
  for (let fatal = false; messages.length < most && !fatal; ) {
    const frame = frames.next();
    messages.push(frame.bytes);
    fatal = frame.fatal;
  }
  const over = new AbortController();
  const through = Promise.race(
    ['pong', 'close'].map((event) => once(socket, event, { signal: over.signal }).catch(() => undefined)),
  );
  // As many in one piece as there are: sent one by one they would cost this process more than the relay.
  socketUnder(socket)?.write(Buffer.concat([...messages.flatMap(asFrame), PING]));
  await through;
  over.abort();
  return messages.length;
}

/** A ping of a client with an empty mask. */
const PING = Uint8Array.of(0x89, 0x80, 0, 0, 0, 0);

/** A message as a frame of a client, with a mask that changes nothing. */
function asFrame(message: Uint8Array): readonly Uint8Array[] {
  const { length } = message;
  const size =
    length < 126
      ? [0x80 + length]
      : length < 65_536
        ? [0x80 + 126, length >> 8, length & 255]
        : [0x80 + 127, 0, 0, 0, 0, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255];
  return [Uint8Array.of(0x82, ...size, 0, 0, 0, 0), message];
}

/** Attacks a room over one connection after the other. */
async function attack(url: string, frames: HostileFrames, count: number): Promise<void> {
  let sent = 0;
  while (sent < count) {
    const socket = new WebSocket(url);
    socket.on('error', () => undefined);
    await once(socket, 'open');
    while (sent < count && socket.readyState === WebSocket.OPEN)
      sent += await burst(socket, frames, Math.min(BURST, count - sent));
    socket.terminate();
  }
}

/** Two people at work in a room. They come back when the room has to start afresh (DU12), and only then. */
class Witnesses {
  readonly #relay: RelayProcess;
  readonly #room: string;
  #people: readonly TestClient[] = [];

  constructor(relay: RelayProcess, room: string) {
    this.#relay = relay;
    this.#room = room;
  }

  get people(): readonly TestClient[] {
    return this.#people;
  }

  async come(): Promise<void> {
    this.#people = await Promise.all(
      ['anna', 'bram'].map((person) => TestClient.join(this.#relay.url(this.#room, person))),
    );
  }

  /** Each sees what the other does, until `attacks` are over; then all they did is saved. */
  async workThrough(attacks: Promise<unknown>): Promise<void> {
    let over = false;
    const end = () => {
      over = true;
    };
    attacks.then(end, end);
    for (let round = 1; !over; round++) {
      for (const [index, person] of this.#people.entries())
        person.edit((stickers) => stickers.set(`witness ${index}`, round));
      await this.#settled('both see both', ({ stickers }) =>
        this.#people.every((_, index) => stickers.get(`witness ${index}`) === round),
      );
    }
    await attacks;
    await this.#settled('all they did is saved', isSaved);
  }

  async #settled(what: string, holds: (person: TestClient) => boolean): Promise<void> {
    for (;;) {
      await until(what, () => this.#people.every(holds) || this.#people.some(wasClosed));
      if (!this.#people.some(wasClosed)) return;
      this.#people = await Promise.all(
        this.#people.map((person, index) => (wasClosed(person) ? this.#again(person, index) : person)),
      );
    }
  }

  async #again({ closeCode, doc }: TestClient, index: number): Promise<TestClient> {
    if (closeCode !== CLOSE.tryAgain) {
      const { mistakes } = await report(this.#relay);
      throw new Error(`one who did nothing wrong was closed with ${closeCode}: ${mistakes.join('; ')}`);
    }
    return TestClient.open(this.#relay.url(this.#room, `again ${index}`), { doc });
  }
}

const isSaved = ({ synced, sent, acknowledged }: TestClient): boolean =>
  synced && sent > 0 && acknowledged === sent;

const wasClosed = ({ closeCode }: TestClient): boolean => closeCode !== undefined;

/** Attacks a room in which two people work; then somebody comes who has to find what they have. */
async function besiege(relay: RelayProcess, room: string, frames: HostileFrames): Promise<void> {
  const witnesses = new Witnesses(relay, room);
  await witnesses.come();
  const attacks = Array.from({ length: ATTACKERS }, () =>
    attack(relay.url(room, 'mallory'), frames, TO_A_ROOM / ATTACKERS),
  );
  await witnesses.workThrough(Promise.all(attacks));
  const late = await TestClient.join(relay.url(room, 'carla'));
  // The first answer may be an older whole with what came after it still behind.
  await late.roundTrip();
  for (const { stickers } of witnesses.people) expect(late.stickers.toJSON()).toEqual(stickers.toJSON());
  await Promise.all([...witnesses.people, late].map((person) => person.close()));
}

it('[BO12] a million hostile frames: no crash, no growth, and others in the room work on', {
  timeout: 420_000,
}, async () => {
  const frames = new HostileFrames(seeded(printedSeed('the hostile frames')));
  const file = new URL('./support/fuzzedChild.ts', import.meta.url);
  const relay = await startServing(file, [await temporaryDirectory()], ['--expose-gc']);
  const began = performance.now();
  let kept = 0;
  let now = await report(relay);
  for (let room = 1; now.frames < FRAMES; room++) {
    await besiege(relay, `room-${room}`, frames);
    now = await reportWhenEmpty(relay);
    expect(now.mistakes).toEqual([]);
    if (room === WARM_UP) kept = now.kept;
  }
  const seconds = (performance.now() - began) / 1000;
  const grown = now.kept - kept;
  process.stderr.write(
    `${now.frames} hostile frames in ${seconds.toFixed(0)} s; ${(grown / 1e6).toFixed(1)} MB more kept after the last than after the first ${WARM_UP * TO_A_ROOM}; ${now.leftOut} times something was left out\n`,
  );
  expect(grown).toBeLessThan(GROWTH);
});
