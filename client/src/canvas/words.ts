import type { LinkKind } from '@samenbord/shared/board';
import type { Region } from '@samenbord/shared/layout';
import { type Language, SOURCE_LINE, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';

/** What a field is called on its sheet, without its partner. */
export function fieldLabelOf(region: Pick<Region, 'field'>, language: Language): string {
  return region.field.label[language];
}

/** The words the canvas writes on the sheet and says about it, in one language. */
export interface CanvasWords {
  readonly language: Language;
  readonly link: (kind: LinkKind) => string;
  /** That these people are writing. */
  readonly writing: (names: string) => string;
  /** The mark of a sticker that came after the reveal of its silent round. */
  readonly late: string;
  /** What the parking strip is called, with stickers only of these partners on it; of whomever for none. */
  readonly parked: (names: readonly string[]) => string;
}

/** What is written on the sheet itself. */
export function sheetTexts(sheet: TemplateKey, title: string, words: CanvasWords) {
  const { language, link, parked, late } = words;
  return {
    title,
    subtitle: TEMPLATES[sheet].title[language],
    source: SOURCE_LINE[language],
    label: (region: Region) => fieldLabelOf(region, language),
    link,
    parked,
    late,
  };
}

/** Names in a row, each cut as far as is needed for all of them to take so many characters. */
export function shortNames(names: readonly string[], room: number): string {
  const all = names.join(', ');
  if (all.length <= room) return all;
  const each = Math.max(2, Math.floor((room + 2) / names.length) - 2);
  return names.map((name) => (name.length > each ? `${name.slice(0, each - 1)}…` : name)).join(', ');
}
