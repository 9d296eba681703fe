import { toSheet } from '../camera/camera.ts';
import { sweeping } from './brushing.ts';
import { resting } from './dragging.ts';
import { panning } from './panning.ts';
import { hasMoved } from './taps.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/** On a line: a tap selects it, a movement is one over the sheet. */
export function pointingLink(context: ToolContext, down: PointerInput, id: string): ToolNode {
  const node: ToolNode = {
    name: 'pointingLink',
    move: (input) => (hasMoved(down, input) ? sweeping(context, down).move(input) : node),
    up() {
      context.openLabel(null);
      context.chooseLink(id);
    },
    cancel: () => undefined,
  };
  return node;
}

/** On the handle of a selected sticker: a movement draws a line from it, a tap asks for its other end. */
export function pointingHandle(context: ToolContext, down: PointerInput, id: string): ToolNode {
  const node: ToolNode = {
    name: 'pointingHandle',
    move: (input) => (hasMoved(down, input) ? drawingLink(context, down, id).move(input) : node),
    up: () => context.askLink(id),
    cancel: () => undefined,
    boardChanged: () => (isHere(context, id) ? node : resting()),
  };
  return node;
}

/** A line in a hand: it is made where it is let go over another sticker, and nowhere else. */
function drawingLink(context: ToolContext, down: PointerInput, id: string): ToolNode {
  const over = (input: PointerInput): string | null => {
    const target = context.targetAt(input.at, input.kind);
    return target.kind === 'sticker' && target.id !== id ? target.id : null;
  };
  const end = (): void => context.draftLink(down.id, null);
  const node: ToolNode = {
    name: 'drawingLink',
    move(input) {
      context.draftLink(down.id, {
        from: id,
        at: toSheet(context.camera.get(), input.at),
        over: over(input),
      });
      return node;
    },
    up(input) {
      end();
      const to = over(input);
      if (to !== null) context.link(id, to);
    },
    cancel: end,
    boardChanged() {
      if (isHere(context, id)) return node;
      end();
      return resting();
    },
  };
  return node;
}

/** While a line is asked for: a tap on a sticker is its other end, one elsewhere gives it up; a movement pans. */
export function pointingEnd(context: ToolContext, down: PointerInput): ToolNode {
  const node: ToolNode = {
    name: 'pointingEnd',
    move: (input) => (hasMoved(down, input) ? panning(context, down).move(input) : node),
    up(input) {
      const target = context.targetAt(input.at, input.kind);
      context.finishLink(target.kind === 'sticker' ? target.id : null);
    },
    cancel: () => undefined,
  };
  return node;
}

function isHere(context: ToolContext, id: string): boolean {
  return context.canWrite() && context.sheet().stickers.some((sticker) => sticker.id === id);
}
