import type { Language } from '@samenbord/shared/template';
import { EMOJI_WORDS } from './emojiWords.ts';
import { ICON_WORDS } from './iconWords.ts';

/** A symbol one can put on a sticker. */
export interface Choice {
  /** What is kept: the name of an icon, or an emoji. */
  readonly symbol: string;
  readonly name: Readonly<Record<Language, string>>;
  /** All it can be found by, in both languages, as {@link plain} writes it. */
  readonly words: string;
}

export const ICONS: readonly Choice[] = choicesOf(ICON_WORDS);
export const EMOJI: readonly Choice[] = choicesOf(EMOJI_WORDS);

function choicesOf(list: string): Choice[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [front = '', more = ''] = line.split('|');
      const [symbol = '', nl = '', en = ''] = front.split(';').map((part) => part.trim());
      return { symbol, name: { nl, en }, words: plain(`${symbol} ${nl} ${en} ${more}`) };
    });
}

/** The choices of which every word that is looked for begins one of theirs. */
export function found(choices: readonly Choice[], query: string): readonly Choice[] {
  const wanted = plain(query).split(' ').filter(Boolean);
  return choices.filter(({ words }) => wanted.every((word) => ` ${words}`.includes(` ${word}`)));
}

/** Small letters without accents, words with one space between them. */
function plain(text: string): string {
  const bare = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.replaceAll(/[\s-]+/g, ' ').trim();
}
