import { clampHeld, type Point } from '@samenbord/shared/layout';
import type { Presence } from '@samenbord/shared/protocol';
import type { BoardCommands, SheetView } from '../../board/types.ts';
import { clearOfNames } from '../writing/clearOfNames.ts';

/** What the hands of this page need of it. */
export interface HandsContext {
  readonly sheet: () => SheetView;
  readonly commands: Pick<BoardCommands, 'moveStickers'>;
  readonly announce: (change: Pick<Presence, 'drag'>) => void;
  /** Where a sticker is shown now: a hand takes it from there. */
  readonly centerOf: (id: string) => Point | undefined;
  /** Whether it is locked, so that no hand takes it. */
  readonly isLocked: (id: string) => boolean;
  /** Whether somebody else holds it now. */
  readonly isHeldElsewhere: (id: string) => boolean;
  /** Something in hand moved or left the hand: another frame is due. */
  readonly changed: () => void;
  /** These were put back: they go home without waiting for news of a drop. */
  readonly putBack: (ids: readonly string[]) => void;
  /** Calls once, later: in ms. */
  readonly later: (run: () => void, ms: number) => void;
}

/**
 * All stickers this page's person holds, in however many hands. One announcement carries all of them, so
 * that one hand's drop does not end the other's drag for those who watch.
 */
export interface Hands {
  /** Where they are held: centres in sheet units, by sticker. */
  held(): ReadonlyMap<string, Point>;
  /**
   * Takes stickers that are not locked and that no other hand of this page holds.
   * @param lead the one that is pointed at. Only this may be in somebody else's hand, who then both have it; what
   * merely moves along with it is left to the hand it is in.
   * @returns where each of them stood
   */
  grab(ids: Iterable<string>, lead?: string): ReadonlyMap<string, Point>;
  /** Moves what is held; each is kept on the sheet and the strip beside it. */
  move(centers: ReadonlyMap<string, Point>): void;
  /**
   * Lays stickers down where they are held: one transaction, and only then the end of the drag.
   * @param together they were taken by the frame of their group, and stay in it
   */
  drop(ids: readonly string[], together?: boolean): void;
  /** Lets go without any change. Those who watch see them go home before the drag ends. */
  putBack(home: ReadonlyMap<string, Point>): void;
  /** Lets go of stickers somebody deleted. */
  lose(ids: readonly string[]): void;
}

/** ms a returned sticker is announced at home before the drag ends: two announcements at 30 a second. */
const RETURNING = 80;

export function createHands(context: HandsContext): Hands {
  const held = new Map<string, Point>();
  const returning = new Map<string, Point>();

  const publish = (): void => {
    const stickers = [...returning, ...held].map(([id, { x, y }]) => ({ id, x: rounded(x), y: rounded(y) }));
    context.announce({ drag: stickers.length > 0 ? { sheet: context.sheet().key, stickers } : null });
  };

  const letGo = (ids: Iterable<string>): void => {
    for (const id of ids) held.delete(id);
    publish();
    context.changed();
  };

  return {
    held: () => held,
    grab(ids, lead) {
      const taken = new Map<string, Point>();
      for (const id of ids) {
        const busy = held.has(id) || context.isLocked(id) || (id !== lead && context.isHeldElsewhere(id));
        const center = busy ? undefined : context.centerOf(id);
        if (center) taken.set(id, center);
      }
      for (const [id, center] of taken) {
        held.set(id, center);
        returning.delete(id);
      }
      context.changed();
      return taken;
    },
    move(centers) {
      const sides = sidesOf(context.sheet());
      for (const [id, center] of centers) {
        if (held.has(id)) held.set(id, clampHeld(center, sides.get(id) ?? 0));
      }
      publish();
      context.changed();
    },
    drop(ids, together = false) {
      const { layout } = context.sheet();
      const sides = sidesOf(context.sheet());
      const centers = new Map<string, Point>();
      for (const id of ids) {
        const center = held.get(id);
        if (center) centers.set(id, clearOfNames(layout, center, sides.get(id) ?? 0));
      }
      if (centers.size > 0) context.commands.moveStickers(context.sheet().key, centers, together);
      letGo(ids);
    },
    putBack(home) {
      for (const [id, center] of home) {
        held.delete(id);
        returning.set(id, center);
      }
      context.putBack([...home.keys()]);
      publish();
      context.changed();
      context.later(() => {
        for (const [id, center] of home) if (returning.get(id) === center) returning.delete(id);
        publish();
      }, RETURNING);
    },
    lose: letGo,
  };
}

const known = new WeakMap<SheetView, ReadonlyMap<string, number>>();

/** The sides of all stickers, worked out once for a sheet: a hand asks for some at every movement. */
function sidesOf(sheet: SheetView): ReadonlyMap<string, number> {
  const before = known.get(sheet);
  if (before) return before;
  const sides = new Map(sheet.stickers.map((sticker) => [sticker.id, sticker.side]));
  known.set(sheet, sides);
  return sides;
}

/** Tenths of a unit are a hundredth of a millimetre: enough, and short on the wire. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
