import type { PenLabel } from '@samenbord/shared/protocol';
import { texts as en } from '../i18n/en/pen.ts';
import { texts as nl } from '../i18n/nl/pen.ts';

/** The language of this page: chosen on this phone before, or the board's. */
export type Language = keyof PenLabel;

/** Looks up a text and fills it in. The page is to stay light, so it brings its own few texts and no more. */
export type Say = (key: keyof typeof nl, values?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: Language): Say {
  const texts = language === 'en' ? en : nl;
  return (key, values = {}) =>
    texts[key].replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
