import { type RegionId, STICKER_SIDE } from '@samenbord/shared/layout';
import { toSheet } from '../camera/camera.ts';
import { movingView, sweeping } from './brushing.ts';
import { dragging } from './dragging.ts';
import { hasMoved } from './taps.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/** Nodes of a pointer that is down and has not moved: a tap, or the beginning of something. */

/** On a sticker: a tap selects it, a second writes in it, a movement takes it along. */
export function pointingSticker(context: ToolContext, down: PointerInput, id: string): ToolNode {
  const node: ToolNode = {
    name: 'pointingSticker',
    move(input) {
      if (!hasMoved(down, input)) return node;
      const sticker = context.sheet().stickers.find((one) => one.id === id);
      // What is locked is part of the sheet.
      if (!context.canWrite() || sticker?.locked) return sweeping(context, down).move(input);
      const selected = context.selection.get();
      const ids = selected.includes(id) ? selected : [id];
      if (!selected.includes(id)) context.selection.set([id]);
      // At the drop the tools would cover what was just laid down; for several at once there is no way back to them.
      if (ids.length === 1) context.showTools(false);
      return dragging(context, down, id, ids).move(input);
    },
    up(input) {
      if (!context.canWrite()) {
        context.readSticker(id);
        return;
      }
      const selected = context.selection.get();
      context.showTools(true);
      if (input.shift) {
        const others = selected.filter((other) => other !== id);
        context.selection.set(selected.includes(id) ? others : [...selected, id]);
      } else if (context.isSecondTap(input, `sticker ${id}`)) {
        context.writeIn(id);
      } else {
        context.selection.set([id]);
      }
    },
    cancel: () => undefined,
    boardChanged() {
      const present = context.sheet().stickers.some((sticker) => sticker.id === id);
      return present ? node : pointingCanvas(context, down);
    },
  };
  return node;
}

/** On nothing: a tap lets go of the selection, a second makes a sticker, a movement pans. */
export function pointingCanvas(context: ToolContext, down: PointerInput): ToolNode {
  const node: ToolNode = {
    name: 'pointingCanvas',
    move(input) {
      return hasMoved(down, input) ? sweeping(context, down).move(input) : node;
    },
    up(input) {
      context.openLabel(null);
      context.chooseLink(null);
      if (!input.shift) context.selection.set([]);
      if (!context.isSecondTap(input, 'canvas') || !context.canWrite()) return;
      context.startSticker(toSheet(context.camera.get(), input.at));
    },
    cancel: () => undefined,
  };
  return node;
}

/** Between the stickers of a selection: a movement takes all of it along, a tap is one on the canvas. */
export function pointingFrame(context: ToolContext, down: PointerInput): ToolNode {
  const canvas = pointingCanvas(context, down);
  const node: ToolNode = {
    ...canvas,
    name: 'pointingFrame',
    move(input) {
      if (!hasMoved(down, input)) return node;
      const ids = context.selection.get();
      const [lead] = ids;
      if (lead === undefined || !context.canWrite()) return sweeping(context, down).move(input);
      return dragging(context, down, lead, ids).move(input);
    },
  };
  return node;
}

/** Side of a default sticker in CSS pixels below which nothing on the sheet can be read: an overview. */
const OVERVIEW_SIDE = 32;

/**
 * On a field's label: a tap shows its questions, a second shows the field large, a movement pans. In an
 * overview, as a phone begins with, the first tap already shows it large: nobody can use questions there. So it does
 * at a wall, until the letters can be read from across the room.
 */
export function pointingLabel(context: ToolContext, down: PointerInput, region: RegionId): ToolNode {
  const node: ToolNode = {
    name: 'pointingLabel',
    move(input) {
      return hasMoved(down, input) ? movingView(context, down).move(input) : node;
    },
    up(input) {
      const overview = STICKER_SIDE.M * context.camera.get().scale < OVERVIEW_SIDE;
      const large = overview || context.isSecondTap(input, `label ${region}`);
      const together = context.touch.together();
      if (!together && large) context.flyToRegion(region);
      const nearer = together ? context.bringNear(region) : large;
      context.openLabel(nearer ? null : region);
    },
    cancel: () => undefined,
  };
  return node;
}

/** A finger beside a pen: a movement pans, anything else may be a hand that came to rest. */
export function steadying(context: ToolContext, down: PointerInput): ToolNode {
  const node: ToolNode = {
    name: 'steadying',
    move: (input) => (hasMoved(down, input) ? movingView(context, down).move(input) : node),
    up: () => undefined,
    cancel: () => undefined,
  };
  return node;
}
