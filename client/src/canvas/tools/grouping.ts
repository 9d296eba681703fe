import { sweeping } from './brushing.ts';
import { dragging } from './dragging.ts';
import { pointingCanvas } from './pointing.ts';
import { hasMoved } from './taps.ts';
import type { PointerInput, ToolContext, ToolNode } from './types.ts';

/**
 * On the title of a group's frame: a tap selects its stickers, a second names it, a movement takes all of it along.
 * One in which a sticker is locked is part of the sheet.
 */
export function pointingGroup(context: ToolContext, down: PointerInput, id: string): ToolNode {
  const find = () => context.sheet().groups?.find((group) => group.id === id);
  const node: ToolNode = {
    name: 'pointingGroup',
    move(input) {
      if (!hasMoved(down, input)) return node;
      const group = find();
      const [lead] = group?.members ?? [];
      if (!group || lead === undefined || group.locked || !context.canWrite())
        return sweeping(context, down).move(input);
      context.selection.set(group.members);
      context.showTools(false);
      // No sticker of it is pointed at: what is in somebody else's hand stays there.
      return dragging(context, down, lead, group.members, 'together').move(input);
    },
    up(input) {
      const group = find();
      if (!group) return;
      context.openLabel(null);
      if (context.isSecondTap(input, `group ${id}`) && context.canWrite()) context.renameGroup(id);
      else {
        context.showTools(true);
        context.selection.set(group.members);
      }
    },
    cancel: () => undefined,
    boardChanged: () => (find() ? node : pointingCanvas(context, down)),
  };
  return node;
}
