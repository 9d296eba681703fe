import type { NewStickerRequest } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { arrive, memoryOf } from './memory.ts';
import { createOutbox, type Fate, type Send } from './outbox.ts';

const sticker = (id: string): NewStickerRequest => ({
  id,
  sheet: 'brengen-halen',
  region: 'core.essence',
  partner: null,
  text: `Tekst ${id}`,
});

function setUp(answer: Send, stored?: Map<string, string>) {
  const kept = stored ?? new Map<string, string>();
  const timers: { run: () => void; ms: number }[] = [];
  const sent: string[] = [];
  const outbox = createOutbox({
    send: (one) => {
      sent.push(one.id);
      return answer(one);
    },
    memory: memoryOf({
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
    }),
    name: 'pen.board.waiting',
    later: (run, ms) => timers.push({ run, ms }),
    changed: () => undefined,
  });
  const fates = (): Fate[] => outbox.items().map(({ fate }) => fate);
  return { outbox, timers, sent, fates, kept };
}

/** Lets all that was promised come about. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

describe('stickers on their way', () => {
  it('go one after the other, and are then there', async () => {
    const { outbox, sent, fates, kept } = setUp(async () => ({ status: 201 }));
    outbox.throw(sticker('a'));
    outbox.throw(sticker('b'));
    await settle();
    expect(sent).toEqual(['a', 'b']);
    expect(fates()).toEqual(['sent', 'sent']);
    expect(kept.get('samenbord.pen.board.waiting')).toBe('[]');
  });

  it('are tried again with growing pauses while there is no connection, also after the page was closed', async () => {
    let online = false;
    const answer: Send = () =>
      online ? Promise.resolve({ status: 201 }) : Promise.reject(new TypeError('no connection'));
    const first = setUp(answer);
    first.outbox.throw(sticker('a'));
    for (let i = 0; i < 7; i += 1) {
      await settle();
      first.timers.at(-1)?.run();
    }
    await settle();
    expect(first.timers.map(({ ms }) => ms)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 20_000,
    ]);
    expect(first.fates()).toEqual(['waiting']);
    online = true;
    const second = setUp(answer, first.kept);
    second.outbox.flush();
    await settle();
    expect(second.sent).toEqual(['a']);
    expect(second.fates()).toEqual(['sent']);
  });

  it.each([
    [409, 'held', 1],
    [429, 'waiting', 1],
    [503, 'waiting', 1],
    [401, 'ended', 0],
    [403, 'ended', 0],
    [400, 'refused', 0],
  ] as const)('answered with %i are %s', async (status, fate, tries) => {
    const { outbox, fates, timers } = setUp(async () => ({ status }));
    outbox.throw(sticker('a'));
    await settle();
    expect(fates()).toEqual([fate]);
    expect(timers).toHaveLength(tries);
  });

  it('wait as long as the server asks, and only the last timer counts', async () => {
    const { outbox, timers, sent } = setUp(async () => ({ status: 429, wait: 9 }));
    outbox.throw(sticker('a'));
    await settle();
    expect(timers.map(({ ms }) => ms)).toEqual([9_000]);
    outbox.flush();
    await settle();
    timers[0]?.run();
    await settle();
    expect(sent).toEqual(['a', 'a']);
  });

  it('whose pass has ended go with the next one; one that is taken back goes nowhere', async () => {
    let status = 401;
    const { outbox, fates, kept } = setUp(async () => ({ status }));
    outbox.throw(sticker('a'));
    outbox.throw(sticker('b'));
    await settle();
    outbox.takeBack('b');
    status = 201;
    outbox.flush();
    await settle();
    expect(fates()).toEqual(['sent']);
    expect(kept.get('samenbord.pen.board.waiting')).toBe('[]');
  });
});

describe('arriving', () => {
  it('takes the pass out of the address, and knows it again later', () => {
    const memory = memoryOf(undefined);
    const replaced: string[] = [];
    const address = {
      pathname: '/pen/board-1',
      hash: '#p1.a.b.c',
      replace: (path: string) => replaced.push(path),
    };
    expect(arrive(address, memory)).toEqual({ board: 'board-1', pass: 'p1.a.b.c' });
    expect(replaced).toEqual(['/pen/board-1']);
    expect(arrive({ ...address, hash: '' }, memory)).toEqual({ board: 'board-1', pass: 'p1.a.b.c' });
    expect(arrive({ ...address, pathname: '/pen/other', hash: '' }, memory).pass).toBeUndefined();
  });
});
