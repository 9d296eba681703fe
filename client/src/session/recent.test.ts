import { describe, expect, it } from 'vitest';
import { MAX_RECENT, type RecentBoard, recentBoards } from './recent.ts';

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: () => null,
    removeItem: (key) => items.delete(key),
    setItem: (key, value) => items.set(key, value),
  };
}

const board = (id: string, openedAt: number): RecentBoard => ({
  board: id,
  title: `Board ${id}`,
  role: 'facilitator',
  openedAt,
});
const links = { facilitator: 'f', observer: 'o', partners: [{ partner: 'school', url: 'u' }] };

describe('recently opened boards', () => {
  it('are there again in the next page, the last opened first', () => {
    const storage = memory();
    const first = recentBoards(() => storage);
    first.remember(board('a', 1));
    first.remember(board('b', 2));
    first.remember(board('a', 3));
    expect(recentBoards(() => storage).get()).toEqual([board('a', 3), board('b', 2)]);
    expect(first.get()).toEqual([board('a', 3), board('b', 2)]);
  });

  it('keep the maker’s links when the board is opened again', () => {
    const storage = memory();
    recentBoards(() => storage).remember({ ...board('a', 1), links });
    recentBoards(() => storage).remember({ ...board('a', 2), title: 'New title' });
    expect(recentBoards(() => storage).get()).toEqual([{ ...board('a', 2), title: 'New title', links }]);
  });

  it('can be forgotten, and followed', () => {
    const recent = recentBoards(() => memory());
    let told = 0;
    recent.subscribe(() => {
      told += 1;
    });
    recent.remember(board('a', 1));
    recent.forget('a');
    expect(recent.get()).toEqual([]);
    expect(told).toBe(2);
  });

  it('take in what another tab remembered meanwhile', () => {
    const storage = memory();
    const [here, there] = [recentBoards(() => storage), recentBoards(() => storage)];
    there.remember(board('b', 2));
    here.remember(board('a', 3));
    expect(here.get().map((one) => one.board)).toEqual(['a', 'b']);
  });

  it(`are ${MAX_RECENT} at most: the longest unopened go`, () => {
    const recent = recentBoards(() => memory());
    for (let n = 0; n <= MAX_RECENT; n += 1) recent.remember(board(`b${n}`, n));
    expect(recent.get()).toHaveLength(MAX_RECENT);
    expect(recent.get().at(-1)?.board).toBe('b1');
  });

  it('work for as long as the page is open when storage is blocked or full', () => {
    const blocked = recentBoards(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const full = recentBoards(() => ({
      ...memory(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }));
    for (const recent of [blocked, full]) {
      recent.remember(board('a', 1));
      recent.remember(board('b', 2));
      expect(recent.get().map((one) => one.board)).toEqual(['b', 'a']);
      recent.forget('b');
      expect(recent.get().map((one) => one.board)).toEqual(['a']);
    }
  });

  it.each([
    'no json',
    '{}',
    'null',
    '[1, null, "x"]',
    JSON.stringify([{ ...board('x', 1), role: 'boss' }, { board: 'y' }]),
    JSON.stringify([{ ...board('x', 1), links: { facilitator: 'f', observer: 'o', partners: [null] } }]),
  ])('pass over what somebody else left there: %s', (left) => {
    const storage = memory();
    storage.setItem('samenbord.recent', left);
    expect(recentBoards(() => storage).get()).toEqual([]);
  });
});
