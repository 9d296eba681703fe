import type { NewStickerRequest } from '@samenbord/shared/protocol';
import type { Memory } from './memory.ts';

/** How a sticker fares. `held`: the board takes nothing now. `ended`: the pass does not work any more. `refused`: it does not fit. */
export type Fate = 'waiting' | 'sent' | 'held' | 'ended' | 'refused';

export interface Thrown {
  readonly sticker: NewStickerRequest;
  readonly fate: Fate;
}

/** What came of sending. `wait`: seconds the server asks for. Throws when there is no connection. */
export type Send = (
  sticker: NewStickerRequest,
) => Promise<{ readonly status: number; readonly wait?: number }>;

/** Stickers on their way to the board: kept until they are there, in the order they were thrown. */
export interface Outbox {
  items(): readonly Thrown[];
  throw(sticker: NewStickerRequest): void;
  /** Tries again what is not there yet, now: there is a connection again. */
  flush(): void;
  /** Takes one out, to be changed. */
  takeBack(id: string): void;
}

interface OutboxOptions {
  readonly send: Send;
  readonly memory: Memory;
  /** Under which name they are remembered. */
  readonly name: string;
  readonly later: (run: () => void, ms: number) => void;
  readonly changed: () => void;
}

/** ms before the first, and at most before any further try. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;
/** Of those that arrived, as many as are still shown. */
const SHOWN = 5;

export function createOutbox({ send, memory, name, later, changed }: OutboxOptions): Outbox {
  let items: readonly Thrown[] = remembered(memory, name);
  let busy = false;
  let pause = FIRST_PAUSE;
  /** Which of the timers counts: a flush makes the others void. */
  let turn = 0;

  const set = (next: readonly Thrown[]): void => {
    const sent = next.filter(({ fate }) => fate === 'sent').slice(-SHOWN);
    items = next.filter((item) => item.fate !== 'sent' || sent.includes(item));
    const open = items.filter(({ fate }) => fate !== 'sent').map(({ sticker }) => sticker);
    memory.set(name, JSON.stringify(open));
    changed();
  };
  const mark = (id: string, fate: Fate): void =>
    set(items.map((item) => (item.sticker.id === id ? { ...item, fate } : item)));

  const again = (ms: number): void => {
    turn += 1;
    const mine = turn;
    later(() => {
      if (mine === turn) void go();
    }, ms);
  };

  async function go(): Promise<void> {
    if (busy) return;
    const next = items.find(({ fate }) => fate === 'waiting' || fate === 'held');
    if (next === undefined) return;
    busy = true;
    const { fate, wait } = await attempt(send, next.sticker);
    busy = false;
    // It may have been taken back meanwhile; where it arrived all the same, the same id does nothing twice.
    if (items.some(({ sticker }) => sticker.id === next.sticker.id)) mark(next.sticker.id, fate);
    if (fate === 'sent' || fate === 'refused') {
      pause = FIRST_PAUSE;
      void go();
    } else if (fate !== 'ended') {
      again(Math.max(pause, (wait ?? 0) * 1_000));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
  }

  return {
    items: () => items,
    throw(sticker) {
      set([...items, { sticker, fate: 'waiting' }]);
      void go();
    },
    flush() {
      pause = FIRST_PAUSE;
      if (items.some(({ fate }) => fate === 'ended'))
        set(items.map((item) => (item.fate === 'ended' ? { ...item, fate: 'waiting' } : item)));
      void go();
    },
    takeBack: (id) => set(items.filter(({ sticker }) => sticker.id !== id)),
  };
}

async function attempt(send: Send, sticker: NewStickerRequest): Promise<{ fate: Fate; wait?: number }> {
  try {
    const { status, wait } = await send(sticker);
    return { fate: fateOf(status), ...(wait === undefined ? {} : { wait }) };
  } catch {
    return { fate: 'waiting' };
  }
}

function fateOf(status: number): Fate {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 409) return 'held';
  if (status === 401 || status === 403 || status === 404) return 'ended';
  return status === 429 || status >= 500 ? 'waiting' : 'refused';
}

function remembered(memory: Memory, name: string): readonly Thrown[] {
  try {
    const stored: unknown = JSON.parse(memory.get(name) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter(isSticker).map((sticker) => ({ sticker, fate: 'waiting' }));
  } catch {
    return [];
  }
}

function isSticker(value: unknown): value is NewStickerRequest {
  return typeof value === 'object' && value !== null && 'id' in value && 'text' in value && 'region' in value;
}
