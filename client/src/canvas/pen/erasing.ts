import type { InkStroke } from '@samenbord/shared/board';
import type { Point } from '@samenbord/shared/layout';
import { intersects } from '../../drawing/index.ts';
import { boundsOf, distanceTo, shapeOf } from '../../drawing/rich/index.ts';
import { toSheet } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { resting } from '../tools/dragging.ts';
import type { PointerInput, ToolNode } from '../tools/types.ts';
import type { LiveDesk } from './live.ts';

/** CSS pixels around the pointer in which strokes are rubbed out. */
const REACH = { mouse: 8, pen: 8, touch: 16 } as const;

/** Rubs out whole strokes: they fade under the pointer, and go together when it is lifted. */
export function erasing(model: CanvasModel, down: PointerInput, desk: LiveDesk): ToolNode {
  const found = new Map<string, InkStroke>();
  let last = toSheet(model.camera.get(), down.at);

  const rub = (input: PointerInput): void => {
    const reach = REACH[input.kind] / model.camera.get().scale;
    for (const step of [...(input.between ?? []), input]) {
      const at = toSheet(model.camera.get(), step.at);
      // A quick hand goes far between two events: what lies between is rubbed too.
      const way = Math.max(1, Math.ceil(Math.hypot(at.x - last.x, at.y - last.y) / reach));
      for (let part = 1; part <= way; part += 1)
        note(
          { x: last.x + ((at.x - last.x) * part) / way, y: last.y + ((at.y - last.y) * part) / way },
          reach,
        );
      last = at;
    }
  };
  const note = (at: Point, reach: number): void => {
    for (const stroke of touchedAt(model, at, reach)) {
      if (found.has(stroke.id)) continue;
      found.set(stroke.id, stroke);
      desk.rub(stroke.id, faded(model, stroke));
    }
  };
  const end = (): void => {
    for (const id of found.keys()) desk.rub(id, null);
  };

  rub(down);
  const node: ToolNode = {
    name: 'erasing',
    move(input) {
      rub(input);
      return node;
    },
    up(input) {
      rub(input);
      end();
      if (found.size > 0) model.board.commands.eraseInk([...found.keys()]);
    },
    cancel: end,
    boardChanged() {
      if (model.canWrite()) {
        const there = strokesOf(model);
        for (const id of found.keys())
          if (!there.has(id)) {
            found.delete(id);
            desk.rub(id, null);
          }
        return node;
      }
      end();
      return resting();
    },
  };
  return node;
}

/** The strokes there are on this sheet. */
function strokesOf(model: CanvasModel): ReadonlySet<string> {
  const { ink = [], stickers } = model.sheet();
  return new Set([...ink, ...stickers.flatMap((sticker) => sticker.ink ?? [])].map(({ id }) => id));
}

/** Strokes of the sheet and of its stickers that a round rubber here touches. */
function touchedAt(model: CanvasModel, at: Point, reach: number): InkStroke[] {
  const { ink = [], stickers } = model.sheet();
  const rubber = { x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach };
  const onSheet = ink.filter((stroke) => {
    const shape = shapeOf(stroke);
    return intersects(shape.bounds, rubber) && distanceTo(shape, at) <= reach;
  });
  const onStickers = stickers.flatMap((sticker) => {
    if (!sticker.ink || sticker.locked) return [];
    const center = model.motion.centerOf(sticker);
    const own = { x: (at.x - center.x) / sticker.side, y: (at.y - center.y) / sticker.side };
    return sticker.ink.filter((stroke) => distanceTo(shapeOf(stroke), own) <= reach / sticker.side);
  });
  return [...onSheet, ...onStickers];
}

/** What covers a stroke until it is gone, in sheet units. */
function faded(model: CanvasModel, stroke: InkStroke) {
  const { points, width } = shapeOf(stroke);
  const sticker =
    stroke.ground.sticker === undefined ? undefined : model.view().byId.get(stroke.ground.sticker);
  if (!sticker) return { points: points.map(bare), width: width * COVER, partner: null, erased: true };
  const center = model.motion.centerOf(sticker);
  const placed = points.map(({ x, y }) => ({
    x: center.x + x * sticker.side,
    y: center.y + y * sticker.side,
  }));
  return { points: placed, width: width * sticker.side * COVER, partner: null, erased: true };
}

const bare = ({ x, y }: Point): Point => ({ x, y });

/** How much wider the cover is: as wide as the hardest pressed part. */
const COVER = boundsOf([{ x: 0, y: 0 }], 1).width + 0.1;
