import { describe, expect, it } from 'vitest';
import { type ClockSource, createServerClock } from './serverClock.ts';

/** A server that is ahead by so much, and answers that take so long each way; time passes only by waiting. */
function world(ahead: number, way = 20) {
  let time = 1_700_000_000_123;
  const state = { ahead, asked: 0, up: true };
  const source: ClockSource = {
    ask: () => {
      state.asked += 1;
      if (!state.up) return Promise.reject(new Error('no connection'));
      time += way;
      const second = Math.floor((time + state.ahead) / 1_000) * 1_000;
      time += way;
      return Promise.resolve(second);
    },
    local: () => time,
    wait: (ms) => {
      time += ms;
      return Promise.resolve();
    },
  };
  const pass = (ms: number): void => {
    time += ms;
  };
  return { source, state, pass };
}

/** Until what follows on the first answer is done: nothing in these worlds takes real time. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the clock of the server', () => {
  it.each([0, 437, -61_250, 7 * 60_000 + 999, -3_600_001])(
    'is found when it is %s ms ahead',
    async (ahead) => {
      const { source } = world(ahead);
      const clock = createServerClock(source);
      await clock.keep();
      // The first answer is good to half a second and the way it took.
      expect(Math.abs(clock.offset.get() - ahead)).toBeLessThanOrEqual(540);
      await settled();
      expect(Math.abs(clock.offset.get() - ahead)).toBeLessThanOrEqual(100);
      expect(Math.abs(clock.now() - (source.local() + ahead))).toBeLessThanOrEqual(100);
    },
  );

  it('is this computer’s own while the server does not answer, and found later', async () => {
    const { source, state } = world(5_000);
    const clock = createServerClock(source);
    state.up = false;
    await clock.keep();
    expect(clock.now()).toBe(source.local());
    state.up = true;
    await clock.keep();
    await settled();
    expect(Math.abs(clock.offset.get() - 5_000)).toBeLessThanOrEqual(100);
  });

  it('is not asked again within minutes, and is when a clock was set', async () => {
    const { source, state, pass } = world(0);
    const clock = createServerClock(source);
    await clock.keep();
    await settled();
    const { asked } = state;
    pass(60_000);
    await clock.keep();
    expect(state.asked).toBe(asked);
    pass(60 * 60_000);
    state.ahead = -60 * 60_000;
    await clock.keep();
    await settled();
    expect(Math.abs(clock.offset.get() + 60 * 60_000)).toBeLessThanOrEqual(100);
  });

  it('takes the newer of two answers that contradict each other', async () => {
    const { source, state } = world(0);
    const clock = createServerClock({
      ...source,
      wait: (ms) => {
        state.ahead = 90_000;
        return source.wait(ms);
      },
    });
    await clock.keep();
    await settled();
    expect(Math.abs(clock.offset.get() - 90_000)).toBeLessThanOrEqual(100);
  });
});
