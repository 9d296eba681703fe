import { isLate } from '@samenbord/shared/board';
import type { StickerView } from '../../board/types.ts';
import { text } from '../../i18n/index.ts';

/** An icon or emoji in words. */
type SignOf = (symbol: string) => string;

/** What it says and shows. */
function wordsOf({ text: said, picture, symbol }: StickerView, signOf: SignOf): string {
  const shown =
    picture &&
    text('canvas', 'mirror.picture', { alt: picture.alt ?? picture.name ?? '' })
      .trim()
      .replace(/:$/, '');
  const sign = symbol && signOf(symbol);
  const parts = [shown, sign, said.trim()].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? text('canvas', 'mirror.empty') : parts.join(', ');
}

/** What a sticker says and shows, and that it came late where it did. */
export function saidOf(sticker: StickerView, signOf: SignOf): string {
  const words = wordsOf(sticker, signOf);
  return isLate(sticker) ? text('canvas', 'mirror.late', { text: words }) : words;
}

/** A sticker as it is read aloud. @param field what its field is called */
export function nameInField(sticker: StickerView, field: string, signOf: SignOf): string {
  const { group } = sticker;
  const plain = nameUnlocked(sticker, field, signOf);
  const drawn = sticker.ink ? text('canvas', 'mirror.ink', { sticker: plain }) : plain;
  const name = group?.title
    ? text('canvas', 'mirror.grouped', { sticker: drawn, group: group.title })
    : drawn;
  return sticker.locked ? text('canvas', 'mirror.locked', { sticker: name }) : name;
}

function nameUnlocked(sticker: StickerView, field: string, signOf: SignOf): string {
  const { partner } = sticker;
  const said = saidOf(sticker, signOf);
  return partner
    ? text('canvas', 'mirror.withPartner', { text: said, partner: partner.name, field })
    : text('canvas', 'mirror.noPartner', { text: said, field });
}
