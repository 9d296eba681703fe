import { toSheet } from '../camera/camera.ts';
import { boxBetween, idsInBox } from '../selecting.ts';
import { resting } from './dragging.ts';
import { edgeScroll } from './edgeScroll.ts';
import { panning } from './panning.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/**
 * A box drawn over empty sheet: what it touches is selected, with alt only what it holds whole; with shift
 * beside what was selected.
 */
export function brushing(context: ToolContext, down: PointerInput): ToolNode {
  const from = toSheet(context.camera.get(), down.at);
  const before = context.selection.get();
  const kept = down.shift ? before : [];
  const scroll = edgeScroll(context.camera, down.at);
  let last = down;
  context.showTools(false);

  const follow = (): void => {
    const box = boxBetween(from, toSheet(context.camera.get(), last.at));
    context.brush(down.id, box);
    const found = idsInBox(context.sheet(), box, last.alt ? 'enclosed' : 'touched', context.centerOf);
    const next = [...new Set([...kept, ...found])];
    if (next.join() !== context.selection.get().join()) context.selection.set(next);
  };

  const node: ToolNode = {
    name: 'brushing',
    move(input) {
      last = input;
      follow();
      return node;
    },
    up(input) {
      last = input;
      follow();
      context.brush(down.id, null);
      context.showTools(true);
    },
    cancel() {
      context.brush(down.id, null);
      context.selection.set(before);
    },
    boardChanged() {
      follow();
      return node;
    },
    cameraChanged: follow,
    frame: (time) => scroll(last.at, time),
  };
  return node;
}

/** What dragging over empty sheet does: a mouse of who may write draws a box; all else moves the sheet. */
export function sweeping(context: ToolContext, down: PointerInput): ToolNode {
  const brushes = down.kind === 'mouse' && (down.shift || !context.dragPans()) && context.canWrite();
  return brushes ? brushing(context, down) : movingView(context, down);
}

/** Moves the sheet; not by one finger where several people work at it. */
export function movingView(context: ToolContext, down: PointerInput): ToolNode {
  return down.kind !== 'mouse' && context.touch.together() ? resting() : panning(context, down);
}
