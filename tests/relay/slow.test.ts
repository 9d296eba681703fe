import { expect, it } from 'vitest';
import { startHouse } from './support/house.ts';
import { until } from './support/until.ts';

const LIMITS = { slowFrom: 64_000, held: 1_000_000, closeGrace: 50 };
/** Bytes of each change: one is more than a reader may have unsent. */
const CHANGE = 200_000;
/** What a message is larger than the change in it, and small ones that go between. */
const BESIDE = 10_000;

/** How it stood with the slow reader after a change, by what was measured at its socket and counted. */
interface Step {
  /** Bytes on the server's end of its socket that the kernel has not taken. */
  readonly buffered: number;
  /** The same and what is held back for it, as the relay reports it. */
  readonly queued: number;
  readonly presenceSkipped: number;
  readonly updatesHeld: number;
}

it('[BO5] one who stops reading gets less in the order of the rule, within bounds that are measured, while others miss nothing', async () => {
  const { join, metrics, relay, server } = await startHouse({ limits: LIMITS });
  const [anna, slow, other] = [await join('board'), await join('board'), await join('board')];
  const socket = server.accepted[1];
  slow.socket.pause();
  let seen = 0;
  other.doc.on('update', () => {
    seen++;
  });
  const steps: Step[] = [];
  // The kernel takes some megabytes for a reader that has stopped; after that the relay must hold.
  while (metrics.of('relay_closes_total 4508') === 0) {
    const number = steps.length + 1;
    anna.edit((stickers) => stickers.set(`s${number % 5}`, `${number} ${'x'.repeat(CHANGE)}`));
    anna.present({ number });
    await until('the other has the change', () => seen === number);
    await until('and sees her', () => other.presence.get(anna.doc.clientID)?.clock === number);
    steps.push({
      buffered: socket?.bufferedAmount ?? 0,
      queued: relay.figures().relay_reader_queue_bytes,
      presenceSkipped: metrics.of('relay_presence_skipped_total'),
      updatesHeld: metrics.of('relay_updates_held_total'),
    });
  }
  const firstWith = (holds: (step: Step) => boolean) => steps.findIndex(holds);
  const withoutPresence = firstWith(({ presenceSkipped }) => presenceSkipped > 0);
  const merged = firstWith(({ updatesHeld }) => updatesHeld > 0);
  // First everything, then no presence, then updates held back, and only after several of those the end.
  expect(withoutPresence).toBeGreaterThan(0);
  expect(merged).toBeGreaterThanOrEqual(withoutPresence);
  expect(steps.length - 1).toBeGreaterThan(merged + 1);
  for (const { buffered } of steps.slice(0, withoutPresence))
    expect(buffered).toBeLessThanOrEqual(LIMITS.slowFrom + CHANGE + BESIDE);
  for (const { buffered, queued } of steps) {
    expect(buffered).toBeLessThanOrEqual(LIMITS.slowFrom + CHANGE + BESIDE);
    expect(queued).toBeLessThanOrEqual(LIMITS.slowFrom + LIMITS.held + 2 * CHANGE + BESIDE);
  }
  expect(Math.max(...steps.map(({ buffered }) => buffered))).toBeGreaterThan(LIMITS.slowFrom);
  expect(other.stickers.toJSON()).toEqual(anna.stickers.toJSON());
  // It does not even read the close: its socket is cut after a moment, and nothing is kept for it.
  await until('its socket is gone', () => server.sockets[1]?.destroyed);
  await until('nothing waits', () => relay.figures().relay_reader_queue_bytes === 0);
  expect([anna.closeCode, other.closeCode]).toEqual([undefined, undefined]);
  slow.socket.terminate();
});
