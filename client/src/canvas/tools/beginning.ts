import { contains } from '@samenbord/shared/layout';
import { toSheet } from '../camera.ts';
import { resting } from './dragging.ts';
import { pointingMenu } from './menuing.ts';
import { panning } from './panning.ts';
import { pointingCanvas, pointingFrame, pointingLabel, pointingSticker, steadying } from './pointing.ts';
import type { PointerInput, ToolContext, ToolName, ToolNode } from './types.ts';

/** A finger that is down already: what it does, and where it began. */
export interface Down {
  readonly node: ToolNode;
  readonly down: PointerInput;
  readonly last: PointerInput;
}

/** Nodes that have done nothing yet which a second finger would undo. */
const OPEN_TO_PINCH: ReadonlySet<ToolName> = new Set([
  'pointingSticker',
  'pointingCanvas',
  'pointingLabel',
  'pointingFrame',
  'steadying',
  'panning',
]);

/** CSS pixels between two fingers of one hand: 24 cm on a screen of 75 inches with 1920 of them, 7 cm on a tablet. */
const ONE_HAND = 280;
/** ms between the two coming down. */
const AT_ONCE = 700;

/** What a pointer that goes down begins with. @param pinching whether two other fingers move the view now */
export function beginning(context: ToolContext, input: PointerInput, pinching: boolean): ToolNode {
  const button = input.kind === 'mouse' ? input.button : 0;
  if (button === 1 || (button === 0 && context.spaceHeld())) return panning(context, input);
  if (button === 2) return pointingMenu(context, input);
  if (button !== 0) return resting();
  if (input.kind === 'touch' && context.touch.fingersPan())
    return pinching ? resting() : steadying(context, input);
  return context.ownTool(input) ?? onTarget(context, input, pinching);
}

function onTarget(context: ToolContext, input: PointerInput, pinching: boolean): ToolNode {
  const target = context.targetAt(input.at, input.kind);
  if (target.kind === 'sticker') return pointingSticker(context, input, target.id);
  // The view is in two hands: a third would pull it out of them.
  if (pinching && input.kind === 'touch' && !context.touch.together()) return resting();
  if (target.kind === 'label') return pointingLabel(context, input, target.region);
  return isInFrame(context, input) ? pointingFrame(context, input) : pointingCanvas(context, input);
}

/** Between what several people at one screen selected is no frame of anybody. */
function isInFrame(context: ToolContext, { at, shift, kind }: PointerInput): boolean {
  if (shift || !context.canWrite() || (kind !== 'mouse' && context.touch.together())) return false;
  const frame = context.frame();
  return frame !== undefined && contains(frame, toSheet(context.camera.get(), at));
}

/**
 * The finger that this one makes a pinch with: one that has taken nothing yet. Of several people at one screen
 * only two fingers that came down at once, near each other, and both on bare sheet.
 */
export function pinchPartner(
  context: ToolContext,
  slots: Iterable<Down>,
  input: PointerInput,
): PointerInput | undefined {
  if (input.kind !== 'touch') return undefined;
  const together = context.touch.together();
  if (together && context.targetAt(input.at, input.kind).kind !== 'empty') return undefined;
  let found: PointerInput | undefined;
  for (const { node, down, last } of slots) {
    // One view is in one pair of hands.
    if (node.name === 'pinching') return undefined;
    if (last.kind !== 'touch' || last.id === input.id) continue;
    const open = together
      ? node.name === 'pointingCanvas' && isOneHand(down, input)
      : OPEN_TO_PINCH.has(node.name) || node.opensToPinch?.(input) === true;
    if (open) found ??= last;
  }
  return found;
}

function isOneHand(first: PointerInput, second: PointerInput): boolean {
  const apart = Math.hypot(first.at.x - second.at.x, first.at.y - second.at.y);
  return apart <= ONE_HAND && second.time - first.time <= AT_ONCE;
}
