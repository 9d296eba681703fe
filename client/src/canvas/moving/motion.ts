import type { Point } from '@samenbord/shared/layout';
import type { SheetView, StickerView } from '../../board/types.ts';
import { type Hand, type Shown, type Situation, shownPosition } from './shownPosition.ts';

/** ms in which a smoothed point comes two thirds of the way: thirty positions a second become sixty. */
const SMOOTHING = 55;
/** ms that one step makes up for: after a rest, or a frame that came late. */
const LONGEST_FRAME = 34;
/** Sheet units from its goal at which a sticker counts as arrived. */
const ARRIVED = 0.4;
/** More stickers than this changing place at once is a new layout, not a movement to follow with the eye. */
const MOST_GLIDING = 60;

/** A sticker that is not simply where the document has it. */
export interface Moving {
  readonly sticker: StickerView;
  /** Where it is drawn now, smoothed. */
  readonly point: Point;
  readonly shown: Shown;
}

/** The stickers in hands or on their way, on one sheet. */
export interface Motion {
  moving(): ReadonlyMap<string, Moving>;
  /** Where a sticker is drawn now. */
  centerOf(sticker: StickerView): Point;
  /** The document changed: what moved without a hand glides to its new place. */
  boardChanged(before: SheetView | undefined, after: SheetView): void;
  /** My own hand put this back: no waiting for news. */
  forget(ids: Iterable<string>): void;
  /**
   * One animation frame.
   * @returns the ids that were lifted off the sheet or laid back on it, and whether any still moves
   */
  step(time: number, mine: ReadonlyMap<string, Point>, hands: ReadonlyMap<string, readonly Hand[]>): Step;
}

interface Step {
  readonly lifted: readonly string[];
  readonly landed: readonly string[];
  /** Something was drawn elsewhere than the frame before. */
  readonly changed: boolean;
  /** Another frame is needed even if nobody does anything. */
  readonly alive: boolean;
}

interface Entry {
  sticker: StickerView;
  shown: Shown;
  point: Point;
}

export function createMotion(reducedMotion: () => boolean): Motion {
  const entries = new Map<string, Entry>();
  let sheet: SheetView | undefined;
  let byId: ReadonlyMap<string, StickerView> = new Map();
  let lastStep = 0;
  /** Lifted by a change of the board, not yet reported by a step. */
  let unreported: string[] = [];

  const startGliding = (before: SheetView, after: SheetView): void => {
    const old = new Map(before.stickers.map((sticker) => [sticker.id, sticker]));
    const moved = after.stickers.filter((sticker) => {
      const was = old.get(sticker.id);
      return (
        was !== undefined && was !== sticker && was.center !== sticker.center && !entries.has(sticker.id)
      );
    });
    if (moved.length > MOST_GLIDING) return;
    for (const sticker of moved) {
      const was = old.get(sticker.id);
      if (!was || distance(was.center, sticker.center) < 1) continue;
      const shown: Shown = { point: sticker.center, holder: { kind: 'document' } };
      entries.set(sticker.id, { sticker, shown, point: was.center });
      unreported.push(sticker.id);
    }
  };

  const lift = (id: string): Entry | undefined => {
    const sticker = byId.get(id);
    if (!sticker) return undefined;
    const shown: Shown = { point: sticker.center, holder: { kind: 'document' } };
    const entry = { sticker, shown, point: sticker.center };
    entries.set(id, entry);
    return entry;
  };

  return {
    moving: () => entries,
    centerOf: (sticker) => entries.get(sticker.id)?.point ?? sticker.center,
    boardChanged(before, after) {
      sheet = after;
      byId = new Map(after.stickers.map((sticker) => [sticker.id, sticker]));
      if (before && before.key === after.key && before.layout === after.layout && !reducedMotion())
        startGliding(before, after);
      if (before && before.key !== after.key) entries.clear();
    },
    forget(ids) {
      for (const id of ids) {
        const entry = entries.get(id);
        if (entry) entry.shown = { point: entry.sticker.center, holder: { kind: 'document' } };
      }
    },
    step(time, mine, hands) {
      // After a rest the first frame is a frame, not a jump.
      const elapsed = Math.min(LONGEST_FRAME, Math.max(0, time - lastStep));
      lastStep = time;
      const part = reducedMotion() ? 1 : 1 - Math.exp(-elapsed / SMOOTHING);
      const lifted = unreported;
      unreported = [];
      for (const id of [...mine.keys(), ...hands.keys()]) {
        if (!entries.has(id) && sheet && lift(id)) lifted.push(id);
      }
      const landed: string[] = [];
      let changed = lifted.length > 0;
      let alive = false;
      for (const [id, entry] of entries) {
        const situation = { mine: mine.get(id), hands: hands.get(id) ?? [], time };
        const state = moveOn(entry, byId.get(id), situation, part);
        changed ||= state !== 'still';
        alive ||= state !== 'landed' && entry.shown.holder.kind !== 'me';
        if (state !== 'landed') continue;
        entries.delete(id);
        landed.push(id);
      }
      return { lifted, landed, changed, alive };
    },
  };
}

/** One step of one sticker; it has landed when it is where the document has it, or is gone. */
function moveOn(
  entry: Entry,
  sticker: StickerView | undefined,
  situation: Omit<Situation, 'document'>,
  part: number,
): 'moved' | 'still' | 'landed' {
  if (!sticker) return 'landed';
  const redrawn = entry.sticker !== sticker;
  entry.sticker = sticker;
  entry.shown = shownPosition(entry.shown, { ...situation, document: sticker.center });
  const before = entry.point;
  entry.point = approach(entry, part);
  if (entry.shown.holder.kind === 'document' && entry.point === entry.shown.point) return 'landed';
  return redrawn || entry.point.x !== before.x || entry.point.y !== before.y ? 'moved' : 'still';
}

/** The next point on the way to where a sticker is to be shown; exactly there when it is near. */
function approach({ shown, point }: Entry, part: number): Point {
  if (shown.holder.kind === 'me' || distance(point, shown.point) < ARRIVED) return shown.point;
  return {
    x: point.x + (shown.point.x - point.x) * part,
    y: point.y + (shown.point.y - point.y) * part,
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
