import { contains } from '@samenbord/shared/layout';
import { toSheet } from '../camera.ts';
import { resting } from './dragging.ts';
import { LONG_PRESS, pointingMenu } from './menuing.ts';
import { panning } from './panning.ts';
import { startPinch } from './pinching.ts';
import { pointingCanvas, pointingFrame, pointingLabel, pointingSticker } from './pointing.ts';
import type { PointerInput, ToolContext, ToolName, ToolNode } from './types.ts';

/** One node for each pointer that is down. */
export interface ToolBox {
  down(input: PointerInput): void;
  /** @returns false when no node has this pointer: it only hovers */
  move(input: PointerInput): boolean;
  up(input: PointerInput): void;
  /** The pointer was taken away by the system or the page. */
  cancel(pointer: number): void;
  /** Escape. @returns whether anything was under way */
  cancelAll(): boolean;
  boardChanged(): void;
  cameraChanged(): void;
  /** An animation frame. @returns whether a tool wants another */
  frame(time: number): boolean;
  /** What each pointer is doing, by pointer. */
  active(): ReadonlyMap<number, ToolName>;
}

/** Nodes that have done nothing yet which a second finger would undo. */
const OPEN_TO_PINCH: ReadonlySet<ToolName> = new Set([
  'pointingSticker',
  'pointingCanvas',
  'pointingLabel',
  'pointingFrame',
  'panning',
]);

interface Slot {
  node: ToolNode;
  last: PointerInput;
}

/** @param makeContext gives the tools their context; `become` is the box's own */
export function createToolBox(makeContext: (become: ToolContext['become']) => ToolContext): ToolBox {
  const slots = new Map<number, Slot>();
  const context = makeContext((pointer, node) => {
    const slot = slots.get(pointer);
    if (slot) slot.node = node;
  });

  /** The finger a second one makes a pinch with: one that has taken nothing yet. */
  const partnerFor = (input: PointerInput): PointerInput | undefined => {
    if (input.kind !== 'touch') return undefined;
    for (const { node, last } of slots.values()) {
      if (last.kind === 'touch' && last.id !== input.id && OPEN_TO_PINCH.has(node.name)) return last;
    }
    return undefined;
  };

  const begin = (input: PointerInput): ToolNode => {
    const button = input.kind === 'mouse' ? input.button : 0;
    if (button === 1 || (button === 0 && context.spaceHeld())) return panning(context, input);
    if (button === 2) return pointingMenu(context, input);
    if (button !== 0) return resting();
    const target = context.targetAt(input.at, input.kind);
    switch (target.kind) {
      case 'sticker':
        return pointingSticker(context, input, target.id);
      case 'label':
        return pointingLabel(context, input, target.region);
      case 'empty':
        return isInFrame(input) ? pointingFrame(context, input) : pointingCanvas(context, input);
    }
  };

  const isInFrame = ({ at, shift }: PointerInput): boolean => {
    const frame = context.canWrite() && !shift ? context.frame() : undefined;
    return frame !== undefined && contains(frame, toSheet(context.camera.get(), at));
  };

  /** A finger that stays where it went down asks for the menu, and does nothing more. */
  const waitForLongPress = (input: PointerInput): void => {
    if (input.kind === 'mouse') return;
    const waiting = slots.get(input.id);
    const { node } = waiting ?? {};
    if (!waiting || !node?.name.startsWith('pointing')) return;
    context.later(() => {
      if (slots.get(input.id) !== waiting || waiting.node !== node) return;
      waiting.node = resting();
      context.openMenu(input);
    }, LONG_PRESS);
  };

  const end = (pointer: number): ToolNode | undefined => {
    const slot = slots.get(pointer);
    slots.delete(pointer);
    return slot?.node;
  };

  return {
    down(input) {
      context.finishWriting();
      context.camera.stop();
      // A pointer that goes down twice lost its up event somewhere: the first is void.
      end(input.id)?.cancel();
      const partner = partnerFor(input);
      slots.set(input.id, { node: resting(), last: input });
      if (partner) startPinch(context, partner, input);
      else {
        context.become(input.id, begin(input));
        waitForLongPress(input);
      }
    },
    move(input) {
      const slot = slots.get(input.id);
      if (!slot) return false;
      slot.last = input;
      const next = slot.node.move(input);
      slot.node = next;
      return true;
    },
    up(input) {
      end(input.id)?.up(input);
    },
    cancel(pointer) {
      end(pointer)?.cancel();
    },
    cancelAll() {
      const busy = [...slots.values()].some(({ node }) => node.name !== 'resting');
      for (const [pointer, slot] of [...slots]) {
        const { node } = slot;
        // The pointer is still down: it must not begin anything new before it went up.
        slot.node = resting();
        node.cancel();
        slots.set(pointer, { ...slot, node: resting() });
      }
      return busy;
    },
    boardChanged() {
      for (const slot of slots.values()) slot.node = slot.node.boardChanged?.() ?? slot.node;
    },
    cameraChanged() {
      for (const { node } of slots.values()) node.cameraChanged?.();
    },
    frame(time) {
      let alive = false;
      for (const { node } of slots.values()) alive = (node.frame?.(time) ?? false) || alive;
      return alive;
    },
    active: () => new Map([...slots].map(([pointer, { node }]) => [pointer, node.name])),
  };
}
