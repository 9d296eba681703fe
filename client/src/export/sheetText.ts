import { isLate } from '@samenbord/shared/board';
import type { Region, RegionId } from '@samenbord/shared/layout';
import { type Language, SOURCE_LINE } from '@samenbord/shared/template';
import type { StickerView } from '../board/types.ts';
import type { Caption } from './caption.ts';
import type { Picture } from './picture.ts';
import { inReadingOrder } from './readingOrder.ts';
import type { Say } from './words.ts';

/** A picture in words: what its caption says, then its fields with their stickers. */
export interface SheetText {
  readonly title: string;
  /** Lines under the title: instrument and moment, the mark, the partners. */
  readonly lines: readonly string[];
  /** What all share first, then one group for each partner's panel. */
  readonly groups: readonly TextGroup[];
  /** The lines between stickers; `null` when there are none. */
  readonly links: { readonly label: string; readonly items: readonly string[] } | null;
  readonly source: string;
}

export interface TextGroup {
  /** The partner whose panel this is; `null` for what all share. */
  readonly heading: string | null;
  readonly fields: readonly TextField[];
  /** Says which fields have no stickers; `null` when all have. */
  readonly empty: string | null;
}

export interface TextField {
  readonly label: string;
  readonly items: readonly TextItem[];
}

export interface TextItem {
  /** May have several lines. */
  readonly text: string;
  /** On whose behalf. */
  readonly partner: string | null;
}

/**
 * The text alternative of a picture: the fields in the order in which they are filled, the stickers of each as
 * they read on the sheet. It has what the picture has, so what was withheld there is not here either; that such
 * fields were left out is said once, and none of them is called empty or filled.
 */
export function sheetText(picture: Picture, caption: Caption, language: Language, say: Say): SheetText {
  const partners = caption.partners.map(({ name, mark }) => say('text.partner', { name, mark })).join(', ');
  const outside = itemsOf(
    picture.stickers.filter(({ region }) => region === null),
    say,
  );
  const shared = groupOf(picture, null, language, say);
  return {
    title: caption.head,
    lines: [
      caption.details.join(' · '),
      ...(caption.concept === null ? [] : [caption.concept]),
      say('text.partners', { partners }),
      ...(picture.withheld ? [say('text.withheld')] : []),
      ...(picture.stickers.length === 0 ? [say('text.noStickers')] : []),
    ],
    groups: [
      outside.length === 0
        ? shared
        : { ...shared, fields: [...shared.fields, { label: say('text.outside'), items: outside }] },
      ...picture.layout.panels.map(({ partner }) => groupOf(picture, partner, language, say)),
    ],
    links: linksOf(picture, say),
    source: SOURCE_LINE[language],
  };
}

/** Each line as a sentence with the words of both its stickers. */
function linksOf({ links, stickers }: Picture, say: Say): SheetText['links'] {
  if (links.length === 0) return null;
  const texts = new Map(stickers.map((sticker) => [sticker.id, wordsOf(sticker, say)]));
  const items = links.map(({ from, to, kind }) =>
    say('text.link', { from: texts.get(from) ?? '', kind: say(`link.${kind}`), to: texts.get(to) ?? '' }),
  );
  return { label: say('text.links'), items };
}

/** The fields of one partner's panel, or with `null` those that all share. */
function groupOf(picture: Picture, partner: string | null, language: Language, say: Say): TextGroup {
  const lying = byRegion(picture.stickers);
  const fields = picture.layout.regions
    .filter((region) => (region.partner ?? null) === partner)
    .map((region: Region) => ({
      label: region.field.label[language],
      items: itemsOf(lying.get(region.id) ?? [], say),
      withheld: picture.withheld && region.field.sensitive === true,
    }));
  const empty = fields
    .filter(({ items, withheld }) => items.length === 0 && !withheld)
    .map(({ label }) => label);
  return {
    heading: partner === null ? null : (picture.partners.find(({ id }) => id === partner)?.name ?? partner),
    fields: fields.filter(({ items }) => items.length > 0).map(({ label, items }) => ({ label, items })),
    empty: empty.length === 0 ? null : say('text.empty', { fields: empty.join(', ') }),
  };
}

function byRegion(stickers: readonly StickerView[]): ReadonlyMap<RegionId | null, StickerView[]> {
  return Map.groupBy(stickers, ({ region }) => region);
}

function itemsOf(stickers: readonly StickerView[], say: Say): readonly TextItem[] {
  return inReadingOrder(stickers).map((sticker) => ({
    text: markedWords(sticker, say),
    partner: sticker.partner?.name ?? null,
  }));
}

/** What a sticker says, that it came late where it did, and how many dots it has. */
function markedWords(sticker: StickerView, say: Say): string {
  const words = wordsOf(sticker, say);
  const marked = isLate(sticker) ? say('text.late', { text: words }) : words;
  return sticker.votes ? say('text.votes', { text: marked, count: sticker.votes.count }) : marked;
}

/** Its words, and what its picture shows. */
function wordsOf({ text, picture }: StickerView, say: Say): string {
  const alt = picture?.alt ?? picture?.name;
  const shown = picture && (alt ? say('text.picture', { alt }) : say('text.pictureBare'));
  const parts = [shown, text.trim()].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? say('text.noText') : parts.join(' ');
}
