import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Contender } from './contender.ts';
import { countDeliveries, type Deliveries } from './coverage.ts';
import { Distribution } from './distribution.ts';
import { startUsage, type Usage } from './others.ts';
import { receivedFrames } from './received.ts';
import type { Rates } from './schedule.ts';
import type { BenchServer } from './server.ts';
import { type Crowd, disperse, gather, play, sentBy } from './traffic.ts';

export interface SteadyOptions {
  readonly boards: number;
  /** On each board. */
  readonly people: number;
  readonly rates: Rates;
  /** ms before anything is measured. */
  readonly warmUp: number;
  /** ms that are measured. */
  readonly measured: number;
}

/** What came of people sending at a steady rate. Times in ms. */
export interface SteadyResult extends Usage {
  /** Pairs of a message and a person who got to see it, within the measured time. */
  readonly deliveries: number;
  readonly deliveriesPerCpuSecond: number;
  /** From send to seen. */
  readonly median: number;
  readonly p99: number;
  /** Share of what was sent in the measured time and seen by whom it was for, before the end, 0..1. */
  readonly seen: number;
  /** Share of the presence deliveries that came as a newer state in their place, 0..1. */
  readonly superseded: number;
  /** Frames and bytes that all people together received in the measured time. */
  readonly frames: number;
  readonly bytes: number;
  /** The p99 of the delays of the generator's own event loop. */
  readonly generatorDelay: number;
}

/** The server is done when nothing has come for so long, ms. */
const QUIET = 400;
/** And it is waited for no longer than this, ms. */
const PATIENCE = 10_000;

/** People on boards who all send at the same rates. */
export async function steady(
  contender: Contender,
  server: BenchServer,
  options: SteadyOptions,
): Promise<SteadyResult> {
  const { boards, people, rates, warmUp, measured } = options;
  const duration = warmUp + measured;
  const crowds: Crowd[] = [];
  for (let board = 0; board < boards; board++)
    crowds.push(await gather(contender, server, { people, rates, duration }));

  const playing = play(crowds, rates, duration);
  await pause(warmUp);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const from = performance.now();
  const endUsage = startUsage(server);
  await playing;
  const usage = endUsage();
  const to = performance.now();
  delay.disable();
  await quiet(crowds);

  const total = count(contender, crowds, { from, to });
  await disperse(crowds);
  return {
    ...usage,
    ...total,
    deliveriesPerCpuSecond: (total.deliveries / usage.serverCpu) * 1000,
    // The monitor counts the ms it sleeps itself.
    generatorDelay: Math.max(0, delay.percentile(99) / 1e6 - 1),
  };
}

async function quiet(crowds: readonly Crowd[]): Promise<void> {
  const end = performance.now() + PATIENCE;
  const last = (): number =>
    Math.max(...crowds.flatMap(({ members }) => members.map(({ person }) => person.recording.last)));
  while (performance.now() < end && performance.now() - last() < QUIET) await pause(50);
}

type Totals = Pick<
  SteadyResult,
  'deliveries' | 'median' | 'p99' | 'seen' | 'superseded' | 'frames' | 'bytes'
>;

function count(
  contender: Contender,
  crowds: readonly Crowd[],
  window: { readonly from: number; readonly to: number },
): Totals {
  const latency = new Distribution();
  const sums = { deliveries: 0, due: 0, seen: 0, states: 0, superseded: 0, frames: 0, bytes: 0 };
  for (const { members } of crowds) {
    const receivers = members.map(({ client, person }) => ({
      client,
      frames: receivedFrames(person.recording, contender.dialect),
    }));
    const counted = countDeliveries(members.map(sentBy), receivers, window);
    for (const kind of [counted.updates, counted.states] satisfies Deliveries[]) {
      sums.deliveries += kind.inWindow;
      sums.due += kind.due;
      sums.seen += kind.seen;
      latency.addAll(kind.latency);
    }
    sums.states += counted.states.inWindow;
    sums.superseded += counted.superseded;
    for (const { person } of members)
      for (const { at, bytes } of person.recording.frames())
        if (at >= window.from && at <= window.to) {
          sums.frames += 1;
          sums.bytes += bytes.byteLength;
        }
  }
  return {
    deliveries: sums.deliveries,
    median: latency.percentile(0.5),
    p99: latency.percentile(0.99),
    seen: sums.seen / sums.due,
    superseded: sums.states === 0 ? 0 : sums.superseded / sums.states,
    frames: sums.frames,
    bytes: sums.bytes,
  };
}
