import { linkHandles } from './linkHandles.ts';
import type { CanvasModel } from './model.ts';
import type { Linking } from './painting/drawLinking.ts';
import { stickerWithHandles } from './toolContext.ts';

/** What of the lines in a person's hands is drawn over the sheet now. */
export function linkingShown(model: CanvasModel): Linking {
  const { lines, traces, motion, selection, toolsShown, camera } = model;
  const sheet = model.sheet();
  const busy = model.holding.get() || model.desk.current.get() !== null || lines.from.get() !== null;
  const sticker = busy
    ? undefined
    : stickerWithHandles({ sheet: () => sheet, selection, toolsShown, canWrite: () => model.canWrite() });
  return {
    chosen: lines.chosen.get(),
    drafts: traces.drafts(),
    handles: sticker ? linkHandles(sticker, sheet, camera.get().scale, motion.centerOf) : [],
  };
}
