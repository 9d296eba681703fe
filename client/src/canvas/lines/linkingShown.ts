import type { CanvasModel } from '../model.ts';
import type { Linking } from '../painting/drawLinking.ts';
import { handlesOf, stickerWithHandles } from '../toolContext.ts';

/** What of the lines in the hands of who works here is drawn over the sheet now. */
export function linkingShown(model: CanvasModel): Linking {
  const minds = model.minds();
  const writing = model.desk.current.get() !== null;
  const handles = minds.flatMap((mind) => {
    const sticker = stickerWithHandles(model, mind);
    const busy = writing || mind.lines.from.get() !== null || (sticker && model.inHand.get().has(sticker.id));
    return busy || (minds.length === 1 && model.holding.get()) ? [] : handlesOf(model, sticker);
  });
  return {
    chosen: minds.flatMap(({ lines }) => lines.chosen.get() ?? []),
    drafts: model.traces.drafts(),
    handles,
  };
}
