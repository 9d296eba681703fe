import type { Point } from '@samenbord/shared/layout';
import { anchored, clampScale, toSheet } from '../camera/camera.ts';
import { movingView } from './brushing.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/** Fingers closer than this, in CSS pixels, would make the scale jump about. */
const SMALLEST_SPREAD = 24;

/**
 * Two fingers on the sheet. The camera is worked out from where both fingers began, never from the step
 * before, so that the point between them does not drift however long it takes.
 */
export function startPinch(context: ToolContext, first: PointerInput, second: PointerInput): void {
  const { camera } = context;
  camera.stop();
  const begin = camera.get();
  const grabbed = toSheet(begin, middle(first.at, second.at));
  const spread = spreadOf(first.at, second.at);
  const now = new Map([
    [first.id, first],
    [second.id, second],
  ]);

  const follow = (): void => {
    const a = now.get(first.id) ?? first;
    const b = now.get(second.id) ?? second;
    const scale = clampScale((begin.scale * spreadOf(a.at, b.at)) / spread, camera.view());
    camera.set(anchored(grabbed, middle(a.at, b.at), scale));
  };

  /** One finger left: the other goes on as a pan from where it is. */
  const leave = (pointer: number): void => {
    now.delete(pointer);
    const [other] = now.values();
    if (other) context.become(other.id, movingView(context, other));
  };

  const finger = (pointer: number): ToolNode => {
    const node: ToolNode = {
      name: 'pinching',
      move(input) {
        now.set(pointer, input);
        follow();
        return node;
      },
      up: () => leave(pointer),
      cancel: () => leave(pointer),
    };
    return node;
  };
  context.become(first.id, finger(first.id));
  context.become(second.id, finger(second.id));
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function spreadOf(a: Point, b: Point): number {
  return Math.max(SMALLEST_SPREAD, Math.hypot(a.x - b.x, a.y - b.y));
}
