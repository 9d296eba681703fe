import { type Point, regionAt } from '@samenbord/shared/layout';
import { toSheet } from '../camera.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/**
 * Stickers in a hand. What moves is only shown and announced; the document hears of it at the drop.
 * @param down where the pointer went down
 * @param lead the sticker under the pointer: its centre decides which field lights up
 * @param ids all that move along, `lead` included
 */
export function dragging(
  context: ToolContext,
  down: PointerInput,
  lead: string,
  ids: readonly string[],
): ToolNode {
  const from = toSheet(context.camera.get(), down.at);
  let home = context.hands.grab(ids);
  let last = down;

  const follow = (): void => {
    const now = toSheet(context.camera.get(), last.at);
    const by: Point = { x: now.x - from.x, y: now.y - from.y };
    const centers = new Map<string, Point>();
    for (const [id, center] of home) centers.set(id, { x: center.x + by.x, y: center.y + by.y });
    context.hands.move(centers);
    const center = context.hands.held().get(lead);
    const region = center && regionAt(context.sheet().layout, center);
    context.hover(down.id, region?.id ?? null);
  };

  const end = (): void => context.hover(down.id, null);

  const node: ToolNode = {
    name: 'dragging',
    move(input) {
      last = input;
      follow();
      return node;
    },
    up(input) {
      last = input;
      follow();
      context.hands.drop([...home.keys()]);
      end();
    },
    cancel() {
      context.hands.putBack(home);
      end();
    },
    boardChanged() {
      const present = new Set(context.sheet().stickers.map((sticker) => sticker.id));
      const gone = [...home.keys()].filter((id) => !present.has(id));
      if (gone.length > 0) {
        context.hands.lose(gone);
        home = new Map([...home].filter(([id]) => present.has(id)));
      }
      if (!context.canWrite()) context.hands.putBack(home);
      if (home.size > 0 && context.canWrite()) return node;
      end();
      return resting();
    },
    cameraChanged: follow,
  };
  return node;
}

/** A pointer that is down and does nothing more: what it did was done, or taken from it. */
export function resting(): ToolNode {
  const node: ToolNode = {
    name: 'resting',
    move: () => node,
    up: () => undefined,
    cancel: () => undefined,
  };
  return node;
}
