import { decodeInk, type InkStroke, inkToNumbers } from '@samenbord/shared/board';
import type { StickerView } from '../board/types.ts';
import { harmless } from '../ui/harmless.ts';
import { amongOf, detailsOf } from './copies/copies.ts';
import type { CanvasModel } from './model.ts';

/** The type under which stickers lie on the clipboard, beside their texts for everything else. */
export const CLIPBOARD_TYPE = 'application/x-samenbord-stickers+json';

/** Selected stickers of the sheet that is shown, from bottom to top. */
export function selectedOf(model: CanvasModel): readonly StickerView[] {
  const ids = new Set(model.selection.get());
  return model.sheet().stickers.filter(({ id }) => ids.has(id));
}

/** What goes on the clipboard for these stickers: their texts as lines, and all that makes them what they are. */
export function clipOf(model: CanvasModel, stickers: readonly StickerView[]) {
  const partners = model.view().partners.map(({ id, mark }) => ({ id, mark }));
  const json = {
    board: model.boardId,
    sheet: model.sheet().key,
    partners,
    stickers: stickers.map(({ text, size, partner, place: { region, x, y }, center, ...rest }) => ({
      text,
      size,
      partner: partner?.id ?? null,
      region,
      x,
      y,
      center,
      details: detailsOf(rest),
      ...(rest.ink === undefined ? {} : { ink: rest.ink.map(strokeOfClip) }),
    })),
    ...amongOf(model.view(), stickers),
  };
  return { text: stickers.map(({ text }) => quoted(text)).join('\n'), json: JSON.stringify(json) };
}

/** A stroke on a sticker, as text can carry it. */
function strokeOfClip({ partner, width, points }: InkStroke) {
  return { partner, width, points: inkToNumbers(decodeInk(points) ?? []) };
}

/** As spreadsheets do: a text of several lines stays one cell, and no cell is a formula. */
function quoted(text: string): string {
  const safe = harmless(text);
  return /["\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
