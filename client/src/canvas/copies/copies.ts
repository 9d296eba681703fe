import type { Point } from '@samenbord/shared/layout';
import type { Among, BoardCommands, BoardView, StickerDraft, StickerView } from '../../board/types.ts';

/** A copy of a sticker with its centre elsewhere; unlocked, and without its dots. */
export function copyOf(sticker: StickerView, center: Point): StickerDraft {
  const { sheet, size, partner, text, ink } = sticker;
  const kept = { sheet, center, size, partner: partner?.id ?? null, text, details: detailsOf(sticker) };
  return ink === undefined ? kept : { ...kept, ink };
}

/** What a copy keeps beside its words. */
export function detailsOf({
  category,
  quantity,
  certainty,
  tags,
  picture,
  symbol,
}: Pick<StickerView, 'category' | 'quantity' | 'certainty' | 'tags' | 'picture' | 'symbol'>): NonNullable<
  StickerDraft['details']
> {
  return {
    ...(category === undefined ? {} : { category }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(tags === undefined ? {} : { tags }),
    ...(picture === undefined ? {} : { picture }),
    ...(symbol === undefined ? {} : { symbol }),
  };
}

/** The lines among these stickers, and the frames of which all are among them. */
export function amongOf(
  { links, sheets }: Pick<BoardView, 'links' | 'sheets'>,
  stickers: readonly Pick<StickerView, 'id'>[],
): Among {
  const numbers = new Map(stickers.map(({ id }, number) => [id, number]));
  return {
    links: links.flatMap(({ from, to, kind }) => {
      const [one, other] = [numbers.get(from), numbers.get(to)];
      return one === undefined || other === undefined ? [] : [{ from: one, to: other, kind }];
    }),
    groups: Object.values(sheets).flatMap(({ groups = [] }) =>
      groups.flatMap(({ title, members }) => {
        const copied = members.map((id) => numbers.get(id)).filter((number) => number !== undefined);
        return copied.length === members.length ? [{ title, members: copied }] : [];
      }),
    ),
  };
}

/**
 * Makes copies of stickers, with the lines among them and the frames around all of theirs: one step of undo.
 * @param centers where each is to lie, in sheet units, by sticker
 * @returns the copies, from bottom to top; `undefined`, with nothing made, when there is no room for all
 */
export function makeCopies(
  view: BoardView,
  commands: Pick<BoardCommands, 'addStickers'>,
  centers: ReadonlyMap<string, Point>,
): readonly string[] | undefined {
  const stickers = Object.values(view.sheets)
    .flatMap((sheet) => sheet.stickers)
    .filter(({ id }) => centers.has(id));
  const drafts = stickers.map((sticker) => copyOf(sticker, centers.get(sticker.id) ?? sticker.center));
  return commands.addStickers(drafts, amongOf(view, stickers));
}
