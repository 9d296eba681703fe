import { anchored, toSheet } from '../camera/camera.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/** ms over which the speed of a released pan is taken; a finger that stood still before lets go at rest. */
const SPEED_OVER = 90;

/** The sheet in a hand: the point of it that was taken stays under the pointer. */
export function panning(context: ToolContext, down: PointerInput): ToolNode {
  const { camera } = context;
  camera.stop();
  const grabbed = toSheet(camera.get(), down.at);
  let track: PointerInput[] = [down];

  const node: ToolNode = {
    name: 'panning',
    move(input) {
      track = [...track.filter((past) => input.time - past.time <= SPEED_OVER), input];
      camera.set(anchored(grabbed, input.at, camera.get().scale));
      return node;
    },
    up(input) {
      if (input.kind !== 'touch') return;
      const first = track.find((past) => input.time - past.time <= SPEED_OVER);
      const elapsed = first ? input.time - first.time : 0;
      if (!first || elapsed <= 0) return;
      camera.glide((input.at.x - first.at.x) / elapsed, (input.at.y - first.at.y) / elapsed);
    },
    // Looking around changes nothing on the board: the view stays where the hand brought it.
    cancel: () => undefined,
  };
  return node;
}
