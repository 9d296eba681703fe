import { setTimeout as pause } from 'node:timers/promises';
import { SYNC } from '@samenbord/shared/protocol';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { socketUrl } from '../relay/contender.ts';
import { SAMENBORD } from '../relay/dialect.ts';
import { Distribution } from '../relay/distribution.ts';
import type { BenchServer } from '../relay/server.ts';
import { prepareState } from '../relay/workload.ts';
import type { ClusterBoard } from './cluster.ts';

export interface DraggingOptions {
  /** In all, half of them at each of two nodes. */
  readonly people: number;
  /** Positions a second of each. */
  readonly rate: number;
  /** ms before anything counts. */
  readonly warmUp: number;
  /** ms that count. */
  readonly measured: number;
}

/** From the moment a position is said to the moment another person hears it, ms. */
export interface DraggingResult {
  readonly median: number;
  readonly p99: number;
  /** Positions heard. */
  readonly heard: number;
}

const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());
const EMPTY = Y.encodeStateVector(new Y.Doc());

/** One person: drags all the time, and notes what is heard of others. */
class Dragger {
  readonly client = 1 + Math.floor(Math.random() * 2 ** 31);
  /** When each position was said, ms. */
  readonly said = new Map<number, number>();
  /** When each position of each other person was first heard, ms. */
  readonly heard = new Map<string, number>();
  readonly #socket: WebSocket;
  readonly #document: string;
  #clock = 0;

  constructor(url: string, document: string) {
    this.#document = document;
    this.#socket = new WebSocket(url, { perMessageDeflate: false });
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
  }

  async joined(): Promise<void> {
    await new Promise((resolve, reject) => {
      this.#socket.on('open', resolve);
      this.#socket.on('error', reject);
    });
    for (const frame of SAMENBORD.greeting(this.#document)) this.#socket.send(frame);
    this.#socket.send(SAMENBORD.sync(this.#document, SYNC.step1, EMPTY));
  }

  say(): void {
    this.#clock++;
    this.said.set(this.#clock, performance.now());
    const state = prepareState(this.client, this.#clock, `${this.client}`);
    this.#socket.send(SAMENBORD.awareness(this.#document, state));
  }

  leave(): void {
    this.#socket.terminate();
  }

  #receive(data: Buffer): void {
    const now = performance.now();
    for (const message of SAMENBORD.read(data)) {
      if (message.kind === 'step1') this.#socket.send(SAMENBORD.sync(this.#document, SYNC.step2, NOTHING));
      if (message.kind !== 'awareness') continue;
      const decoder = decoding.createDecoder(message.body);
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        const key = `${decoding.readVarUint(decoder)} ${decoding.readVarUint(decoder)}`;
        decoding.readVarString(decoder);
        if (!this.heard.has(key)) this.heard.set(key, now);
      }
    }
  }
}

/**
 * People who drag on one board, half of them at `first` and half at `second`, which may be the same; what counts
 * is how long it takes from one half to the other.
 */
export async function dragging(
  board: ClusterBoard,
  [first, second]: readonly [BenchServer, BenchServer],
  { people, rate, warmUp, measured }: DraggingOptions,
): Promise<DraggingResult> {
  const halves = await Promise.all(
    [first, second].map((server, half) =>
      Promise.all(Array.from({ length: people / 2 }, (_, index) => come(board, server, `${half}.${index}`))),
    ),
  );
  const all = halves.flat();
  // Not all in the same moment.
  const timers = all.map((dragger, index) => {
    let timer: NodeJS.Timeout | undefined;
    const start = setTimeout(
      () => {
        timer = setInterval(() => dragger.say(), 1000 / rate);
      },
      (1000 / rate / all.length) * index,
    );
    return () => {
      clearTimeout(start);
      clearInterval(timer);
    };
  });
  await pause(warmUp);
  const from = performance.now();
  await pause(measured);
  const to = performance.now();
  for (const stop of timers) stop();
  await pause(500);
  for (const dragger of all) dragger.leave();
  const [ones = [], others = []] = halves;
  return between(ones, others, from, to);
}

async function come(board: ClusterBoard, server: BenchServer, name: string): Promise<Dragger> {
  const { ticket } = await board.join(server.url, `Deelnemer ${name}`);
  const path = `/relay/${board.document}?ticket=${encodeURIComponent(ticket)}`;
  const dragger = new Dragger(socketUrl(server, path), board.document);
  await dragger.joined();
  return dragger;
}

function between(
  ones: readonly Dragger[],
  others: readonly Dragger[],
  from: number,
  to: number,
): DraggingResult {
  const latencies = new Distribution();
  const pairs = ones.flatMap((one) =>
    others.flatMap((other) => [[one, other] as const, [other, one] as const]),
  );
  for (const [speaker, listener] of pairs)
    for (const [clock, said] of speaker.said) {
      const heard = listener.heard.get(`${speaker.client} ${clock}`);
      if (heard !== undefined && said >= from && said < to) latencies.add(heard - said);
    }
  return { median: latencies.percentile(0.5), p99: latencies.percentile(0.99), heard: latencies.count };
}
