import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Counted, countDeliveries, type ReceivedFrame, type SentBy } from './coverage.ts';

const ALWAYS = { from: 0, to: 1_000 };
const ANNA = 11;
const BRAM = 22;

/** One person who sends an update and a state every ms from 1 on; updates take two clocks each. */
const sender = (client: number, count: number): SentBy => ({
  client,
  updates: Array.from({ length: count }, (_, n) => ({ from: 100 + 2 * n, to: 102 + 2 * n, at: n + 1 })),
  states: Array.from({ length: count }, (_, n) => ({ clock: n + 5, at: n + 1 })),
});

const frame = (at: number, given: Partial<ReceivedFrame>): ReceivedFrame => ({
  at,
  structs: [],
  states: [],
  ...given,
});

/** Everything about a count that can be compared. */
const summary = ({ updates, states, superseded }: Counted) => ({
  updates: [updates.inWindow, updates.seen, updates.due],
  states: [states.inWindow, states.seen, states.due],
  superseded,
});

const count = (frames: readonly ReceivedFrame[], sent = sender(ANNA, 3), window = ALWAYS) =>
  countDeliveries([sent], [{ client: BRAM, frames }], window);

it('counts each update once, when the whole of it is there', () => {
  const counted = count([
    frame(10, { structs: [{ client: ANNA, from: 100, to: 103 }] }),
    frame(20, { structs: [{ client: ANNA, from: 102, to: 104 }] }),
    frame(30, { structs: [{ client: ANNA, from: 100, to: 104 }] }),
  ]);
  expect(counted.updates).toMatchObject({ inWindow: 2, due: 3, seen: 2 });
  expect(counted.updates.latency.percentile(0)).toBe(9);
  expect(counted.updates.latency.percentile(1)).toBe(18);
});

it('counts one merged frame as all the updates it holds', () => {
  const merged = count([frame(10, { structs: [{ client: ANNA, from: 100, to: 106 }] })]);
  expect(merged.updates).toMatchObject({ inWindow: 3, seen: 3 });
});

it('does not take a later update for an earlier one that never came', () => {
  const gap = count([frame(10, { structs: [{ client: ANNA, from: 104, to: 106 }] })]);
  expect(gap.updates).toMatchObject({ inWindow: 1, seen: 1, due: 3 });
});

it('counts presence that a newer state replaced, and says how much', () => {
  const counted = count([
    frame(10, { states: [{ client: ANNA, clock: 6 }] }),
    frame(11, { states: [{ client: ANNA, clock: 6 }] }),
    frame(12, { states: [{ client: ANNA, clock: 7 }] }),
  ]);
  expect(counted.states).toMatchObject({ inWindow: 3, seen: 3, due: 3 });
  expect(counted.superseded).toBe(1);
  expect(counted.states.latency.percentile(1)).toBe(9);
});

it('does not count what comes back to its sender, nor what was there before', () => {
  const sent = sender(ANNA, 3);
  const frames = [
    frame(10, {
      structs: [{ client: ANNA, from: 100, to: 106 }],
      states: [{ client: ANNA, clock: 9 }],
    }),
  ];
  const echo = countDeliveries([sent], [{ client: ANNA, frames }], ALWAYS);
  expect(summary(echo)).toEqual({ updates: [0, 0, 0], states: [0, 0, 0], superseded: 0 });
  const older = count([
    frame(10, {
      structs: [
        { client: ANNA, from: 0, to: 100 },
        { client: 7, from: 0, to: 9 },
      ],
    }),
  ]);
  expect(older.updates.inWindow).toBe(0);
});

it('keeps throughput and latency apart at the ends of the window', () => {
  const sent = sender(ANNA, 3);
  const frames = [
    frame(2, { structs: [{ client: ANNA, from: 100, to: 102 }] }),
    frame(5, { structs: [{ client: ANNA, from: 102, to: 106 }] }),
  ];
  const counted = count(frames, sent, { from: 2, to: 4 });
  // The first was sent before the window and seen in it; the other two were sent in it and seen after.
  expect(counted.updates).toMatchObject({ inWindow: 1, due: 2, seen: 2 });
  expect(counted.updates.latency.count).toBe(2);
});

it('refuses to count what was never sent', () => {
  const prepared: SentBy = { client: ANNA, updates: [{ from: 0, to: 1, at: undefined }], states: [] };
  const frames = [frame(1, { structs: [{ client: ANNA, from: 0, to: 1 }] })];
  expect(() => count(frames, prepared)).toThrow(/never sent/);
});

it('counts every pair exactly once, however a relay merges, repeats and delays', () => {
  const scenario = fc.record({
    people: fc.integer({ min: 2, max: 5 }),
    messages: fc.integer({ min: 1, max: 20 }),
    cuts: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 6 }),
    repeated: fc.boolean(),
  });
  fc.assert(
    fc.property(scenario, ({ people, messages, cuts, repeated }) => {
      const senders = Array.from({ length: people }, (_, n) => sender(n + 1, messages));
      // Each cut is a frame with everything up to there; with `repeated` from the start, else what is new.
      const ends = [...cuts.filter((cut) => cut < messages).sort((a, b) => a - b), messages];
      const frames = ends.map((end, index) => {
        const start = repeated ? 0 : (ends[index - 1] ?? 0);
        return frame(100 + index, {
          structs: senders.map(({ client }) => ({ client, from: 100 + 2 * start, to: 100 + 2 * end })),
          states: senders.map(({ client }) => ({ client, clock: 4 + end })),
        });
      });
      const receivers = senders.map(({ client }) => ({ client, frames }));
      const counted = countDeliveries(senders, receivers, ALWAYS);
      const pairs = people * (people - 1) * messages;
      expect(counted.updates).toMatchObject({ inWindow: pairs, due: pairs, seen: pairs });
      expect(counted.states).toMatchObject({ inWindow: pairs, due: pairs, seen: pairs });
    }),
  );
});
