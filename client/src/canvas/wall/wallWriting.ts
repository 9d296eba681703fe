import type { Point } from '@samenbord/shared/layout';
import type { Presence } from '@samenbord/shared/protocol';
import type { TemplateKey } from '@samenbord/shared/template';
import type { BoardHandle } from '../../board/types.ts';
import { createWritingDesk, type WritingDesk } from '../../board/writingDesk.ts';
import { type Readable, writable } from '../../session/readable.ts';
import type { WallDesks } from '../touchWays.ts';
import type { Draft } from '../writing/newSticker.ts';
import { freeLane } from './lanes.ts';

/** One person writing at the wall. */
export interface WallPlace {
  readonly key: number;
  readonly desk: WritingDesk<Draft>;
  /** Which of the places beside each other, from the left. */
  readonly lane: number;
  /** Where that person stands, CSS pixels of the view. */
  readonly at: Point;
}

/** Everybody who writes at this wall now: each with a desk, a caret and a place of their own. */
export interface WallWriting extends WallDesks {
  readonly places: Readable<readonly WallPlace[]>;
  finish(place: WallPlace): void;
  finishAll(): void;
  /** Ends writing in what somebody locked. */
  finishLocked(isLocked: (sticker: string) => boolean): void;
}

interface WallOptions {
  readonly commands: BoardHandle['commands'];
  readonly announce: (change: Pick<Presence, 'typing'>) => void;
  readonly sheet: () => TemplateKey;
  /** CSS pixels of the view. */
  readonly width: () => number;
  /** Somebody deleted a sticker that was being written in; its text. */
  readonly gone: (text: string) => void;
  /** Nobody more can write: everywhere somebody does. */
  readonly crowded: () => void;
}

export function createWallWriting(options: WallOptions): WallWriting {
  const { commands, announce, sheet, width, gone, crowded } = options;
  const places = writable<readonly WallPlace[]>([]);
  const typing = tellLast(announce);
  let made = 0;

  const open = (at: Point, begin: (desk: WritingDesk<Draft>) => void): void => {
    const taken = new Set(places.get().map((place) => place.lane));
    const lane = freeLane(at.x, width(), taken);
    if (lane === undefined) {
      crowded();
      return;
    }
    made += 1;
    const key = made;
    const desk = createWritingDesk<Draft>({ commands, announce: typing(key), gone });
    begin(desk);
    if (desk.current.get() === null) return;
    places.set([...places.get(), { key, desk, lane, at }]);
    const stop = desk.current.subscribe(() => {
      if (desk.current.get() !== null) return;
      stop();
      places.set(places.get().filter((place) => place.key !== key));
    });
  };

  return {
    places,
    write(sticker, at) {
      // Two who touch one sticker write in it together: it is open already.
      if (places.get().some(({ desk }) => desk.current.get()?.sticker === sticker)) return;
      open(at, (desk) => desk.writeIn(sticker));
    },
    start({ center, partner, letters = '' }, at) {
      open(at, (desk) => {
        desk.startNew({ sheet: sheet(), center, size: 'M', partner });
        if (letters !== '') desk.edit(letters, letters.length);
      });
    },
    finish: ({ desk }) => void desk.finish(),
    finishAll() {
      for (const { desk } of places.get()) desk.finish();
    },
    finishLocked(isLocked) {
      for (const { desk } of places.get()) {
        const sticker = desk.current.get()?.sticker;
        if (sticker && isLocked(sticker)) desk.finish();
      }
    },
  };
}

/** One page has one presence: it says in which sticker somebody began to write last, of those still being written. */
function tellLast(announce: WallOptions['announce']) {
  const now = new Map<number, NonNullable<Presence['typing']>>();
  return (key: number): WallOptions['announce'] =>
    ({ typing }) => {
      now.delete(key);
      if (typing) now.set(key, typing);
      announce({ typing: [...now.values()].at(-1) ?? null });
    };
}
