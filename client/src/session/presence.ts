import { LIMITS, type Presence, readPresence } from '@samenbord/shared/protocol';
import type { Awareness } from 'y-protocols/awareness';
import { type Readable, writable } from './readable.ts';
import type { Me, Other } from './types.ts';

/** What a client says of itself, beside who it is. */
export type Announcement = Partial<Omit<Presence, 'user'>>;

/**
 * Stickers in one drag of which others are told the way; with more the rest move at the drop. Keeps a
 * presence well under `LIMITS.presence`.
 */
export const SHOWN_IN_DRAG = 150;

/** Least time between two announcements, in ms. */
const PAUSE = Math.ceil(1_000 / LIMITS.presencePerSecond);

export interface PresenceRoom {
  readonly others: Readable<readonly Other[]>;
  announce(change: Announcement): void;
  /** Leaves everybody's sight, until {@link PresenceRoom.appear}. */
  vanish(): void;
  appear(): void;
  close(): void;
}

/** Keeps this client's presence said and everybody else's read. */
export function openPresence(awareness: Awareness, me: Me): PresenceRoom {
  const others = writable<readonly Other[]>([]);
  let said: Presence = { user: userOf(me) };
  let visible = true;
  let lastSaid = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (): void => {
    timer = undefined;
    lastSaid = Date.now();
    awareness.setLocalState(visible ? said : null);
  };
  const read = inFrames(() => others.set(readOthers(awareness, others.get())));
  awareness.on('change', read.ask);
  say();

  return {
    others,
    announce(change) {
      said = bounded({ ...said, ...change });
      if (timer !== undefined || !visible) return;
      const pause = lastSaid + PAUSE - Date.now();
      if (pause <= 0) say();
      else timer = setTimeout(say, pause);
    },
    vanish() {
      visible = false;
      clearTimeout(timer);
      say();
    },
    appear() {
      visible = true;
      say();
    },
    close() {
      clearTimeout(timer);
      awareness.off('change', read.ask);
      read.cancel();
      awareness.setLocalState(null);
      others.set([]);
    },
  };
}

function userOf({ id, name, role, partner, duty }: Me): Presence['user'] {
  return {
    id,
    name,
    role,
    ...(partner === undefined ? {} : { partner }),
    ...(duty === undefined ? {} : { duty }),
  };
}

/** Tenths of a unit are finer than anybody sees, and short. */
const point = <P extends { x: number; y: number }>(at: P): P => ({
  ...at,
  x: Math.round(at.x * 10) / 10,
  y: Math.round(at.y * 10) / 10,
});

function bounded(presence: Presence): Presence {
  const { cursor, drag } = presence;
  return {
    ...presence,
    ...(cursor ? { cursor: point(cursor) } : {}),
    ...(drag ? { drag: { ...drag, stickers: drag.stickers.slice(0, SHOWN_IN_DRAG).map(point) } } : {}),
  };
}

/** What does not fit is passed over; who did not change keeps the same object. */
function readOthers(awareness: Awareness, before: readonly Other[]): readonly Other[] {
  const known = new Map(before.map((other) => [other.client, other]));
  const found: Other[] = [];
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const old = known.get(client);
    if (old !== undefined && readFrom.get(old) === state) {
      found.push(old);
      continue;
    }
    const presence = readPresence(state);
    if (presence === undefined) continue;
    const other = { client, presence };
    readFrom.set(other, state);
    found.push(other);
  }
  return found.sort((a, b) => a.client - b.client);
}

/** The awareness state each `Other` was read from: awareness makes a new object at every change. */
const readFrom = new WeakMap<Other, object>();

/** Runs at most once per animation frame; where no frames are drawn (hidden page, Node), once per task. */
function inFrames(run: () => void): { ask: () => void; cancel: () => void } {
  let cancel: (() => void) | undefined;
  const now = (): void => {
    cancel = undefined;
    run();
  };
  return {
    ask() {
      if (cancel !== undefined) return;
      if (typeof requestAnimationFrame === 'function' && !document.hidden) {
        const frame = requestAnimationFrame(now);
        cancel = () => cancelAnimationFrame(frame);
      } else {
        const timeout = setTimeout(now);
        cancel = () => clearTimeout(timeout);
      }
    },
    cancel() {
      cancel?.();
      cancel = undefined;
    },
  };
}
