import { isCrowding, type RegionId, regionById, squareAt } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import { fieldName } from '../../board/fieldName.ts';
import type { StickerView } from '../../board/types.ts';
import { language, text } from '../../i18n/index.ts';
import { announce, notify } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { canShrink, shrinkField } from './shrinking.ts';

/** A field for which room was offered. */
interface Offer {
  readonly sheet: TemplateKey;
  readonly region: RegionId;
  /** The sticker there was no room for. */
  readonly sticker: string;
  /** Takes the offer off the page. */
  readonly dismiss: () => void;
}

/** What was offered and is still so, by canvas. */
const offered = new WeakMap<CanvasModel, Map<string, Offer>>();

/**
 * Somebody made these stickers or laid them somewhere: where one covers others because its field is full, offers to
 * make the stickers there smaller or to look closer. Once for a field, until there is room for that sticker.
 */
export function offerRoom(model: CanvasModel, ids: readonly string[]): void {
  afterWriting(model, () => {
    if (!model.canWrite()) return;
    const offers = offersOf(model);
    for (const id of ids) {
      const sticker = model.view().byId.get(id);
      const region = sticker && crowdedField(model, sticker);
      if (!sticker || region === undefined || sticker.sheet !== model.sheet().key) continue;
      const key = `${sticker.sheet}/${region}`;
      if (!offers.has(key)) offers.set(key, offer(model, sticker, region));
    }
  });
}

/** Nobody is asked anything while they write. */
function afterWriting({ desk }: CanvasModel, run: () => void): void {
  if (desk.current.get() === null) {
    run();
    return;
  }
  const stop = desk.current.subscribe(() => {
    if (desk.current.get() !== null) return;
    stop();
    run();
  });
}

/** The field that is full, when a sticker covers others for want of room. */
function crowdedField(model: CanvasModel, { id, sheet, region, center, side }: StickerView) {
  const { layout, stickers } = model.view().sheets[sheet];
  const field = region === null ? undefined : regionById(layout, region);
  if (!field) return undefined;
  const others = stickers.filter((one) => one.id !== id).map((one) => squareAt(one.center, one.side));
  return isCrowding(field.inner, { center, side }, others) ? field.id : undefined;
}

function offer(model: CanvasModel, sticker: StickerView, region: RegionId): Offer {
  const { sheet, id } = sticker;
  const { layout } = model.sheet();
  const field = fieldName(layout, region, model.view().partners, language());
  const zoom = { label: text('tools', 'full.zoom'), run: () => model.zoomToRegion(region) };
  const shrink = {
    label: text('tools', 'full.shrink'),
    run: () => shrinkAndSay(model, region, field),
  };
  const dismiss = notify({
    text: text('tools', 'full.text', { field }),
    about: `full ${sheet}/${region}`,
    stays: true,
    ...(canShrink(model, region) ? { action: shrink, other: zoom } : { action: zoom }),
  });
  return { sheet, region, sticker: id, dismiss };
}

/** Makes the stickers of a field smaller, and says so to who cannot see it. */
export function shrinkAndSay(model: CanvasModel, region: RegionId, field: string): void {
  const done = shrinkField(model, region);
  if (done) announce(text('tools', 'full.shrunk', { field }));
  else notify({ text: text('tools', 'full.noRoom', { field }) });
}

/** The offers of a canvas; each goes with what it was made for. */
function offersOf(model: CanvasModel): Map<string, Offer> {
  const known = offered.get(model);
  if (known) return known;
  const offers = new Map<string, Offer>();
  offered.set(model, offers);
  const review = (): void => {
    for (const [key, one] of offers) {
      const sticker = model.view().byId.get(one.sticker);
      const still =
        model.canWrite() &&
        sticker?.sheet === model.sheet().key &&
        sticker.region === one.region &&
        crowdedField(model, sticker) === one.region;
      if (still) continue;
      one.dismiss();
      offers.delete(key);
    }
  };
  model.closing.push(model.board.view.subscribe(review), model.shownSheet.subscribe(review), () => {
    for (const { dismiss } of offers.values()) dismiss();
  });
  return offers;
}
