import { LIMITS, SPOKEN_LETTERS } from '@samenbord/shared/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { memoryStore, type RecordStore } from '../store/index.ts';
import { CODE_LASTS, CODE_LEASE, type Codes, createCodes, MOST_CODES } from './codes.ts';

const BOARD = 'board-of-ours';
const KEY = Buffer.alloc(32, 5);
let time: number;
let store: RecordStore;
let codes: Codes;

beforeEach(async () => {
  time = 1_000_000;
  store = memoryStore();
  codes = createCodes(store, KEY, () => time);
  await store.addBoard({ id: BOARD, made: time }, []);
});

async function show(link = 'l1'): Promise<string> {
  const shown = await codes.show(BOARD, link);
  if (shown === 'full') throw new Error(shown);
  return shown.code;
}

describe('a spoken code', () => {
  test('finds its link, however it is typed, on whatever node, and no other does', async () => {
    const code = await show();
    expect(code).toMatch(new RegExp(`^[${SPOKEN_LETTERS}]{${LIMITS.spokenCode}}$`));
    const typed = ` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`;
    const other = createCodes(store, KEY, () => time);
    expect(await other.find(typed)).toEqual({ board: BOARD, link: 'l1' });
    const [first = ''] = code;
    const wrong = `${first === 'C' ? 'D' : 'C'}${code.slice(1)}`;
    for (const no of [wrong, '', 'x', code.slice(1)]) expect(await codes.find(no)).toBeUndefined();
  });

  test('is not in the store, nor what it could be found from without the key', async () => {
    const code = await show();
    const kept = JSON.stringify(await store.notes(BOARD, 'code'));
    expect(kept).not.toContain(code);
    expect(await createCodes(store, Buffer.alloc(32, 6), () => time).find(code)).toBeUndefined();
  });

  test('ends when it is not renewed, and at the latest after an hour', async () => {
    const code = await show();
    time += CODE_LEASE;
    expect(await codes.find(code)).toBeUndefined();
    expect(await codes.renew(BOARD, 'l1', code)).toBeUndefined();

    const renewed = await show();
    const began = time;
    while (time < began + CODE_LASTS) {
      expect(await codes.find(renewed)).toBeDefined();
      expect(await codes.renew(BOARD, 'l1', renewed)).toEqual({ code: renewed, expires: began + CODE_LASTS });
      time += CODE_LEASE / 2;
    }
    expect(await codes.find(renewed)).toBeUndefined();
    expect(await codes.renew(BOARD, 'l1', renewed)).toBeUndefined();
  });

  test('ends at once when it is taken away, by the link it is for only', async () => {
    const code = await show();
    await codes.end(BOARD, 'l2', code);
    await codes.end('another-board', 'l1', code);
    expect(await codes.renew(BOARD, 'l2', code)).toBeUndefined();
    expect(await codes.find(code)).toBeDefined();
    await codes.end(BOARD, 'l1', code);
    expect(await codes.find(code)).toBeUndefined();
  });

  test('is one of so many that a board shows at once; those that ended make room', async () => {
    for (let n = 0; n < MOST_CODES; n += 1) await show(`l${n}`);
    expect(await codes.show(BOARD, 'l1')).toBe('full');
    time += CODE_LEASE;
    await show();
    expect(await store.notes(BOARD, 'code')).toHaveLength(1);
  });
});

/** What SECURITY.md says about guessing, from the constants that are in force. */
describe('guessing spoken codes', () => {
  const possible = SPOKEN_LETTERS.length ** LIMITS.spokenCode;
  /** Tries that one node lets through in so many minutes: what a full bucket holds, and what flows in. */
  const { codeFirst, codeWrong } = readConfig({}).rates;
  const tries = (minutes: number) => (codeFirst + codeWrong) * (minutes + 1);
  const minutes = CODE_LASTS / 60_000;

  test('is hopeless for one code in all of its hour, from however many addresses', () => {
    expect(possible).toBe(429_981_696);
    expect(tries(minutes)).toBe(10_980);
    expect(tries(minutes) / possible).toBeLessThan(1 / 39_000);
  });

  test('is hopeless as well while a hundred codes are shown at once', () => {
    expect((100 * tries(minutes)) / possible).toBeLessThan(1 / 390);
  });

  test('is hopeless from one address for a whole day', () => {
    const { code } = readConfig({}).rates;
    expect((code * (24 * 60 + 1)) / possible).toBeLessThan(1 / 10_000);
  });
});
