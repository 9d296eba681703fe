import { beginning, type Down, pinchPartner } from './beginning.ts';
import { resting } from './dragging.ts';
import { LONG_PRESS } from './menuing.ts';
import { createPalms, isNear } from './palm.ts';
import { startPinch } from './pinching.ts';
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

interface Slot extends Down {
  node: ToolNode;
  last: PointerInput;
}

/** What a finger or pen that stays down asks for the menu of. */
const ASKS_MENU: ReadonlySet<ToolName> = new Set([
  'pointingSticker',
  'pointingCanvas',
  'pointingLabel',
  'pointingFrame',
  'pointingGroup',
  'pointingLink',
]);

/** A pen came down: what the hand that holds it did on its way here is void. @param together only what is near it */
function voidPalms(slots: Map<number, Slot>, pen: PointerInput, together: boolean): void {
  const hands = [...slots].filter(
    ([, { last }]) => last.kind === 'touch' && (!together || isNear(last.at, pen.at)),
  );
  for (const [pointer, { down, last, node }] of hands) {
    slots.set(pointer, { down, last, node: resting() });
    node.cancel();
    // The other finger of a pinch goes on as a pan: not when it is of the same hand.
    slots.set(pointer, { down, last, node: resting() });
  }
}

/** Two fingers from here on; what the first began to draw is as if it had not. */
function pinchInstead(
  context: ToolContext,
  slots: ReadonlyMap<number, Slot>,
  first: PointerInput,
  second: PointerInput,
): void {
  const node = slots.get(first.id)?.node;
  if (node?.name === 'inking') node.cancel();
  startPinch(context, first, second);
}

/** Gives tools their context: that of the person whose pointer it is, or what is the same for all. */
type ContextOf = (input?: PointerInput) => ToolContext;

/** @param makeContexts gives the tools their contexts; `become` is the box's own */
export function createToolBox(makeContexts: (become: ToolContext['become']) => ContextOf): ToolBox {
  const slots = new Map<number, Slot>();
  const contextOf = makeContexts((pointer, node) => {
    const slot = slots.get(pointer);
    if (slot) slot.node = node;
  });

  const palms = createPalms();
  const { touch, camera } = contextOf();

  const watchPen = (input: PointerInput, isDown: boolean): void => {
    if (input.kind === 'pen') palms.saw(input, isDown);
  };

  /** A finger that stays where it went down asks for the menu, and does nothing more. */
  const waitForLongPress = (context: ToolContext, input: PointerInput): void => {
    if (input.kind === 'mouse') return;
    const waiting = slots.get(input.id);
    const { node } = waiting ?? {};
    if (!waiting || !node || !ASKS_MENU.has(node.name)) return;
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
      // A pointer that goes down twice lost its up event somewhere: the first is void.
      end(input.id)?.cancel();
      if (palms.isPalm(input, touch.together(), touch.fingersPan())) {
        slots.set(input.id, { node: resting(), down: input, last: input });
        return;
      }
      watchPen(input, true);
      if (input.kind === 'pen') {
        touch.penUsed();
        voidPalms(slots, input, touch.together());
      }
      const context = contextOf(input);
      context.finishWriting();
      if (!touch.together()) camera.stop();
      const partner = pinchPartner(context, slots.values(), input);
      const pinching = [...slots.values()].some(({ node }) => node.name === 'pinching');
      slots.set(input.id, { node: resting(), down: input, last: input });
      if (partner) pinchInstead(context, slots, partner, input);
      else {
        context.become(input.id, beginning(context, input, pinching));
        waitForLongPress(context, input);
      }
    },
    move(input) {
      watchPen(input, slots.has(input.id));
      const slot = slots.get(input.id);
      if (!slot) return false;
      slot.last = input;
      const next = slot.node.move(input);
      slot.node = next;
      return true;
    },
    up(input) {
      watchPen(input, false);
      palms.lifted(input.id);
      end(input.id)?.up(input);
    },
    cancel(pointer) {
      palms.lifted(pointer);
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
