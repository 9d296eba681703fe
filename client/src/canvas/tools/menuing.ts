import { panning } from './panning.ts';
import { hasMoved } from './taps.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/** ms a finger or pen stays down for the menu. */
export const LONG_PRESS = 500;

/** The right button: where it is let go the menu opens; a movement moves the sheet. */
export function pointingMenu(context: ToolContext, down: PointerInput): ToolNode {
  const node: ToolNode = {
    name: 'pointingMenu',
    move: (input) => (hasMoved(down, input) ? panning(context, down).move(input) : node),
    up: (input) => context.openMenu(input),
    cancel: () => undefined,
  };
  return node;
}
