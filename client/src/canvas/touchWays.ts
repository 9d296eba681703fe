import type { Point } from '@samenbord/shared/layout';
import { type Readable, type Writable, writable } from '../session/readable.ts';

/** A sticker that is to be written at a screen of several people. */
export interface WallStart {
  /** Its centre, in sheet units. */
  readonly center: Point;
  readonly partner: string | null;
  /** What is written already. */
  readonly letters?: string;
}

/**
 * Where several people write at one screen, each in an editor of their own: near `at`, CSS pixels of the view,
 * which is where they stand.
 */
export interface WallDesks {
  write(sticker: string, at: Point): void;
  start(what: WallStart, at: Point): void;
}

/** How fingers and pens work on a canvas: by themselves, beside a pen, or those of several people at one screen. */
export interface TouchWays {
  /** Whether several people work at this screen: nobody's finger moves another's view or ends another's writing. */
  together(): boolean;
  /** Whether fingers only move the view, because a pen does the work. */
  fingersPan(): boolean;
  /** A pen touched the sheet. */
  penUsed(): void;
  /** Whether a pen was used since the page was opened. */
  readonly penSeen: Readable<boolean>;
  /** Set while several people work at this screen. */
  readonly desks: Writable<WallDesks | null>;
}

interface TouchOptions {
  /** What this person chose for fingers beside a pen; `null` as long as they chose nothing. */
  readonly penMode: Readable<boolean | null>;
  /** From now on fingers only move the view, without having been asked: say so. */
  readonly penFound: () => void;
}

export function createTouchWays({ penMode, penFound }: TouchOptions): TouchWays {
  const penSeen = writable(false);
  const desks = writable<WallDesks | null>(null);
  const together = (): boolean => desks.get() !== null;
  return {
    penSeen,
    desks,
    together,
    // Together at one screen a pen is one person's, and the fingers are the others'.
    fingersPan: () => !together() && (penMode.get() ?? penSeen.get()),
    penUsed() {
      if (penSeen.get()) return;
      penSeen.set(true);
      if (penMode.get() === null && !together()) penFound();
    },
  };
}
