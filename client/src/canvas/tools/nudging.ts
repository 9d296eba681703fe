import { landingAt, type Point } from '@samenbord/shared/layout';
import type { SheetView } from '../../board/types.ts';
import type { ToolContext } from './types.ts';

/** Sheet units an arrow key moves a sticker, and with shift: 2 mm and a whole default sticker on A3. */
export const STEP = 20;
export const LARGE_STEP = 220;

/**
 * Stickers moved by arrow keys: held while keys go down, laid down in one transaction when they have come
 * up again, so that a long walk is one step of undo.
 */
export interface Nudging {
  /** Moves these by a direction of -1, 0 or 1. */
  press(ids: readonly string[], dx: number, dy: number, large: boolean): void;
  /** The keys are up. */
  release(): void;
  /** @returns whether anything was held */
  cancel(): boolean;
  boardChanged(): void;
}

/** The keyboard's place among pointers; real pointers have ids of 0 and up. */
const KEYBOARD = -1;

export function createNudging(context: Pick<ToolContext, 'sheet' | 'canWrite' | 'hands' | 'hover'>): Nudging {
  let home: ReadonlyMap<string, Point> = new Map();

  const end = (): void => {
    home = new Map();
    context.hover(KEYBOARD, null);
  };

  const nudging: Nudging = {
    press(ids, dx, dy, large) {
      if (!context.canWrite()) return;
      if (home.size === 0) home = context.hands.grab(ids, ids.length === 1 ? ids[0] : undefined);
      const step = large ? LARGE_STEP : STEP;
      const centers = shifted(context.hands.held(), home.keys(), { x: dx * step, y: dy * step });
      context.hands.move(centers);
      const [lead] = home.keys();
      const at = lead === undefined ? undefined : context.hands.held().get(lead);
      context.hover(KEYBOARD, at ? landingAt(context.sheet().layout, at) : null);
    },
    release() {
      if (home.size === 0) return;
      context.hands.drop([...home.keys()]);
      end();
    },
    cancel() {
      if (home.size === 0) return false;
      context.hands.putBack(home);
      end();
      return true;
    },
    boardChanged() {
      if (!context.canWrite()) {
        nudging.cancel();
        return;
      }
      const present = new Set(context.sheet().stickers.map((sticker) => sticker.id));
      const gone = [...home.keys()].filter((id) => !present.has(id));
      const locked = new Map([...home].filter(([id]) => lockedIds(context.sheet()).has(id)));
      if (locked.size > 0) context.hands.putBack(locked);
      if (gone.length + locked.size === 0) return;
      context.hands.lose(gone);
      home = new Map([...home].filter(([id]) => present.has(id) && !locked.has(id)));
      if (home.size === 0) end();
    },
  };
  return nudging;
}

function lockedIds({ stickers }: SheetView): ReadonlySet<string> {
  return new Set(stickers.filter(({ locked }) => locked).map(({ id }) => id));
}

/** Where these are after a step from where they are held. */
function shifted(
  held: ReadonlyMap<string, Point>,
  ids: Iterable<string>,
  by: Point,
): ReadonlyMap<string, Point> {
  const centers = new Map<string, Point>();
  for (const id of ids) {
    const at = held.get(id);
    if (at) centers.set(id, { x: at.x + by.x, y: at.y + by.y });
  }
  return centers;
}
