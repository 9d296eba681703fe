import { boxAround, landingAt, type Point, type Rect, squareAt } from '@samenbord/shared/layout';
import { intersects } from '../../drawing/index.ts';
import { type Camera, toSheet, viewRect } from '../camera/camera.ts';
import { NO_SNAP, type Snap, snapped } from '../moving/snapping.ts';
import { edgeScroll } from './edgeScroll.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/** CSS pixels within which what is held snaps to its neighbours. */
const SNAP_REACH = 6;

/**
 * Stickers in a hand. What moves is only shown and announced; the document hears of it at the drop.
 * @param down where the pointer went down
 * @param lead the sticker under the pointer: its centre decides which field lights up
 * @param ids all that move along, `lead` included
 * @param how taken one by one, or by the frame of their group, in which they stay
 */
export function dragging(
  context: ToolContext,
  down: PointerInput,
  lead: string,
  ids: readonly string[],
  how: 'each' | 'together' = 'each',
): ToolNode {
  const from = toSheet(context.camera.get(), down.at);
  const scroll = edgeScroll(context.camera, down.at);
  let home = context.hands.grab(ids, how === 'each' ? lead : undefined);
  let snap = snapper(context, home);
  let last = down;

  const follow = (): void => {
    const now = toSheet(context.camera.get(), last.at);
    const by: Point = { x: now.x - from.x, y: now.y - from.y };
    // Control turns it off; and a hand elsewhere on the sheet has no neighbours to go by.
    const { dx, dy, guides } = last.ctrl ? NO_SNAP : snap(by);
    const centers = new Map<string, Point>();
    for (const [id, center] of home) centers.set(id, { x: center.x + by.x + dx, y: center.y + by.y + dy });
    context.hands.move(centers);
    context.guide(down.id, guides);
    const center = context.hands.held().get(lead) ?? centers.values().next().value;
    context.hover(down.id, center ? landingAt(context.sheet().layout, center) : null);
  };

  /** Copies are laid down where they are held; what was taken goes back. */
  const copyHere = (): void => {
    const held = context.hands.held();
    const centers = new Map([...held].filter(([id]) => home.has(id)));
    context.hands.putBack(home);
    if (centers.size > 0) context.copy(centers);
  };

  const end = (): void => {
    context.hover(down.id, null);
    context.guide(down.id, []);
  };

  const node: ToolNode = {
    name: 'dragging',
    move(input) {
      last = input;
      follow();
      return node;
    },
    up(input) {
      last = input;
      follow();
      if (input.alt) copyHere();
      else context.hands.drop([...home.keys()], how === 'together');
      end();
    },
    cancel() {
      context.hands.putBack(home);
      end();
    },
    boardChanged() {
      const { stickers } = context.sheet();
      const present = new Map(stickers.map((sticker) => [sticker.id, sticker]));
      const gone = [...home.keys()].filter((id) => !present.has(id));
      const locked = new Map([...home].filter(([id]) => present.get(id)?.locked));
      if (gone.length > 0) context.hands.lose(gone);
      if (locked.size > 0) context.hands.putBack(locked);
      home = new Map([...home].filter(([id]) => present.has(id) && !locked.has(id)));
      snap = snapper(context, home);
      if (!context.canWrite()) context.hands.putBack(home);
      if (home.size > 0 && context.canWrite()) return node;
      end();
      return resting();
    },
    cameraChanged: follow,
    // The edge of a shared screen is where people stand, and the view is not one person's.
    frame: (time) => !context.touch.together() && scroll(last.at, time),
  };
  return node;
}

/** What is held, as a whole, snaps to the stickers in view that are not held. Their boxes are read once. */
function snapper(context: ToolContext, home: ReadonlyMap<string, Point>): (by: Point) => Snap {
  const { stickers } = context.sheet();
  const held = boxAround(
    stickers.flatMap(({ id, side }) => {
      const center = home.get(id);
      return center ? [{ center, side }] : [];
    }),
  );
  let boxes: readonly Rect[] = [];
  let seenBy: Camera | undefined;
  return (by) => {
    if (!held) return NO_SNAP;
    const camera = context.camera.get();
    if (camera !== seenBy) {
      seenBy = camera;
      const seen = viewRect(camera, context.camera.view());
      boxes = stickers
        .filter(({ id }) => !home.has(id))
        .map((sticker) => squareAt(context.centerOf(sticker), sticker.side))
        .filter((box) => intersects(box, seen));
    }
    return snapped({ ...held, x: held.x + by.x, y: held.y + by.y }, boxes, SNAP_REACH / camera.scale);
  };
}

/** A pointer that is down and does nothing more: what it did was done, or taken from it. */
export function resting(): ToolNode {
  const node: ToolNode = {
    name: 'resting',
    move: () => node,
    up: () => undefined,
    cancel: () => undefined,
  };
  return node;
}
