import type { CanvasModel } from '../model.ts';
import type { PointerInput, ToolNode } from '../tools/types.ts';
import { erasing } from './erasing.ts';
import { inking } from './inking.ts';
import { createLiveDesk, type LiveDesk } from './live.ts';
import type { Pen } from './penState.ts';

const desks = new WeakMap<CanvasModel, LiveDesk>();

/**
 * Takes up the pen, or lays it down: while it is taken up, pointers that go down draw or rub out, each its own
 * stroke.
 */
export function togglePen(model: CanvasModel, later: (run: () => void, ms: number) => void = inTime): void {
  readyPens(model, later);
  if (model.pen.get()) {
    model.pen.set(null);
    return;
  }
  model.writer.finish(false);
  model.selection.set([]);
  model.pen.set(FIRST_PEN);
}

/** The pen as one takes it up. */
export const FIRST_PEN: Pen = { act: 'draw', width: 'medium' };

/** From here on pointers that have a pen draw with it: by `penFor` of the canvas, which may be one for each person. */
export function readyPens(model: CanvasModel, later: (run: () => void, ms: number) => void = inTime): void {
  if (!desks.has(model)) desks.set(model, createLiveDesk(model, later));
  model.ownTool = (input) => toolFor(model, input);
}

/** What a pointer does that goes down while the pen is taken up. */
function toolFor(model: CanvasModel, input: PointerInput): ToolNode | undefined {
  const pen = model.penFor(input);
  const desk = desks.get(model);
  if (!pen || !desk || !model.canWrite()) return undefined;
  // The other end of many pens is a rubber.
  const rubs = pen.act === 'erase' || input.button === RUBBER;
  return rubs ? erasing(model, input, desk) : inking(model, input, pen, desk);
}

/** The button a pen turned upside down says it presses. */
const RUBBER = 5;

const inTime = (run: () => void, ms: number): unknown => setTimeout(run, ms);
