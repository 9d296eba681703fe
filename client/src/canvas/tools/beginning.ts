import { contains } from '@samenbord/shared/layout';
import { toSheet } from '../camera/camera.ts';
import type { Target } from '../hit.ts';
import { resting } from './dragging.ts';
import { pointingGroup } from './grouping.ts';
import { pointingEnd, pointingHandle, pointingLink } from './linking.ts';
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
  'pointingGroup',
  'pointingLink',
  'pointingHandle',
  'pointingEnd',
  'steadying',
  'panning',
]);

/** CSS pixels between two fingers of one hand: 24 cm on a screen of 75 inches with 1920 of them, 7 cm on a tablet. */
const ONE_HAND = 280;
/** ms between the two coming down. */
const AT_ONCE = 700;

/** What a pointer that goes down begins with. @param pinching whether two other fingers move the view now */
export function beginning(context: ToolContext, input: PointerInput, pinching: boolean): ToolNode {
  const other = otherButton(context, input);
  if (other) return other;
  if (input.kind === 'touch' && context.touch.fingersPan())
    return pinching ? resting() : steadying(context, input);
  if (context.linkAsked()) return pointingEnd(context, input);
  return context.ownTool(input) ?? onTarget(context, input, pinching);
}

function onTarget(context: ToolContext, input: PointerInput, pinching: boolean): ToolNode {
  const target = context.targetAt(input.at, input.kind);
  if (target.kind === 'sticker') return pointingSticker(context, input, target.id);
  // The view is in two hands: a third would pull it out of them.
  if (pinching && input.kind === 'touch' && !context.touch.together()) return resting();
  if (target.kind !== 'empty') return pointingThing(context, input, target);
  return isInFrame(context, input) ? pointingFrame(context, input) : pointingCanvas(context, input);
}

/** What a pointer does that goes down with another button than the first, or with the space bar. */
function otherButton(context: ToolContext, input: PointerInput): ToolNode | undefined {
  const button = input.kind === 'mouse' ? input.button : 0;
  if (button === 1 || (button === 0 && context.spaceHeld())) return panning(context, input);
  if (button === 2) return pointingMenu(context, input);
  return button === 0 ? undefined : resting();
}

/** What lies on the sheet and is no sticker. */
function pointingThing(
  context: ToolContext,
  input: PointerInput,
  target: Exclude<Target, { kind: 'empty' | 'sticker' }>,
): ToolNode {
  switch (target.kind) {
    case 'label':
      return pointingLabel(context, input, target.region);
    case 'handle':
      return pointingHandle(context, input, target.id);
    case 'link':
      return pointingLink(context, input, target.id);
    case 'group':
      return pointingGroup(context, input, target.id);
  }
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
