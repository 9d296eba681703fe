import { inkFromNumbers, type Partner } from '@samenbord/shared/board';
import type { Point } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import { type LiveInk, PALETTE } from '../drawing/index.ts';
import type { Other } from '../session/types.ts';
import type { Hand } from './moving/shownPosition.ts';

/** How somebody else is shown on the sheet. */
export interface Person {
  readonly client: number;
  readonly name: string;
  /** The partner's letter and colour; the accent and no letter for who speaks for nobody. */
  readonly color: string;
  readonly mark: string | null;
}

/** Somebody's cursor on this sheet, smoothed. */
export interface Cursor {
  readonly person: Person;
  readonly point: Point;
}

/** What the others do on one sheet, as far as it is drawn. */
export interface People {
  cursors(): Iterable<Cursor>;
  /** Others' hands by sticker. */
  hands(): ReadonlyMap<string, readonly Hand[]>;
  /** What others draw by hand at this moment. */
  drawn(): readonly LiveInk[];
  /** Who writes in which sticker. */
  writers(): ReadonlyMap<string, readonly Person[]>;
  person(client: number): Person | undefined;
  update(others: readonly Other[], sheet: TemplateKey, partners: readonly Partner[]): void;
  /** One animation frame. @returns whether a cursor moved, and whether one has further to go */
  step(time: number): { readonly changed: boolean; readonly alive: boolean };
}

/** ms in which a smoothed cursor comes two thirds of the way. */
const SMOOTHING = 50;
const ARRIVED = 0.5;
/** ms that one step makes up for: after a rest, or a frame that came late. */
const LONGEST_FRAME = 34;

interface Entry {
  person: Person;
  goal: Point;
  point: Point;
}

export function createPeople(reducedMotion: () => boolean): People {
  const cursors = new Map<number, Entry>();
  let hands = new Map<string, Hand[]>();
  let writers = new Map<string, Person[]>();
  let drawn: LiveInk[] = [];
  let people = new Map<number, Person>();
  let lastStep = 0;

  const updateCursor = (other: Other, person: Person, sheet: TemplateKey): void => {
    const { cursor } = other.presence;
    if (cursor?.sheet !== sheet) {
      cursors.delete(other.client);
      return;
    }
    const goal = { x: cursor.x, y: cursor.y };
    const known = cursors.get(other.client);
    if (known) Object.assign(known, { person, goal });
    else cursors.set(other.client, { person, goal, point: goal });
  };

  return {
    cursors: () => cursors.values(),
    hands: () => hands,
    writers: () => writers,
    drawn: () => drawn,
    person: (client) => people.get(client),
    update(others, sheet, partners) {
      people = new Map(others.map((other) => [other.client, personOf(other, partners)]));
      hands = new Map();
      writers = new Map();
      drawn = [];
      for (const client of cursors.keys()) if (!people.has(client)) cursors.delete(client);
      for (const other of others) {
        const person = people.get(other.client);
        if (!person) continue;
        updateCursor(other, person, sheet);
        readHands(other, sheet, hands);
        drawn.push(...inkOf(other, sheet));
        const { typing } = other.presence;
        if (typing) add(writers, typing.sticker, person);
      }
    },
    step(time) {
      // After a rest the first frame is a frame, not a jump.
      const elapsed = Math.min(LONGEST_FRAME, Math.max(0, time - lastStep));
      lastStep = time;
      const part = reducedMotion() ? 1 : 1 - Math.exp(-elapsed / SMOOTHING);
      let changed = false;
      let alive = false;
      for (const entry of cursors.values()) {
        const dx = entry.goal.x - entry.point.x;
        const dy = entry.goal.y - entry.point.y;
        if (dx === 0 && dy === 0) continue;
        changed = true;
        const near = Math.hypot(dx, dy) < ARRIVED;
        entry.point = near ? entry.goal : { x: entry.point.x + dx * part, y: entry.point.y + dy * part };
        alive ||= !near;
      }
      return { changed, alive };
    },
  };
}

/** Whether the same people write in the same stickers. */
export function sameWriters(
  a: ReadonlyMap<string, readonly Person[]>,
  b: ReadonlyMap<string, readonly Person[]>,
): boolean {
  const key = (all: typeof a) =>
    JSON.stringify(
      [...all].map(([id, people]) => [id, people.map(({ client, name, color }) => [client, name, color])]),
    );
  return key(a) === key(b);
}

function readHands({ client, presence }: Other, sheet: TemplateKey, hands: Map<string, Hand[]>): void {
  if (presence.drag?.sheet !== sheet) return;
  for (const { id, x, y } of presence.drag.stickers) add(hands, id, { client, point: { x, y } });
}

function inkOf({ presence: { ink } }: Other, sheet: TemplateKey): LiveInk[] {
  if (ink?.sheet !== sheet) return [];
  return ink.strokes.map(({ points, ...stroke }) => ({ ...stroke, points: inkFromNumbers(points) }));
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function personOf(other: Other, partners: readonly Partner[]): Person {
  const { name, partner: id } = other.presence.user;
  const partner = partners.find((candidate) => candidate.id === id);
  const { client } = other;
  return { client, name, color: partner?.color ?? PALETTE.accent, mark: partner?.mark ?? null };
}
