import { BESIDE, readingOrder } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import { isParkedView } from '../../board/parked.ts';
import type { BoardView, StickerView } from '../../board/types.ts';

/** Letters without their accents, small: what somebody types in a hurry. */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * The stickers in which all words of a query stand: in the text, the partner's name or the field's: sheet by
 * sheet in the order given, each in the order in which one reads it.
 * @param fieldName what a field is called; `null` is the bare sheet, `BESIDE` what is parked
 */
export function found(
  { sheets }: BoardView,
  order: readonly TemplateKey[],
  query: string,
  fieldName: (sheet: TemplateKey, region: string | null) => string,
): readonly StickerView[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return order.flatMap((key) =>
    readingOrder(sheets[key].stickers).filter((sticker) => {
      const { text, partner } = sticker;
      const region = isParkedView(sticker) ? BESIDE : sticker.region;
      const said = plain(`${text} ${partner?.name ?? ''} ${fieldName(key, region)}`);
      return words.every((word) => said.includes(word));
    }),
  );
}
