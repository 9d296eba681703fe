import type { Partner } from '@samenbord/shared/board';
import { rietwijk } from '@samenbord/shared/demo';
import {
  layInRows,
  layoutSheet,
  type Point,
  placeAt,
  type Region,
  STICKER_SIDE,
} from '@samenbord/shared/layout';
import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import type { BoardView, SheetView, StickerView } from '../../board/types.ts';

/** The demo's partners as a board holds them. */
export const PARTNERS: readonly Partner[] = rietwijk.partners.map(({ id, name, mark, color }) => ({
  id: id ?? name,
  name,
  mark: mark ?? name.slice(0, 1),
  color: color ?? '#0072B2',
}));

type FileSticker = NonNullable<typeof rietwijk.stickers>[number];

/** A board to make pictures of, without a document: *Rietwijk Wekt Op* laid out in rows. */
export function demoView(partners: readonly Partner[] = PARTNERS): BoardView {
  const sheets = Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, demoSheet(key, partners)])) as Record<
    TemplateKey,
    SheetView
  >;
  return viewOf(sheets, partners);
}

/** A board with these sheets. */
export function viewOf(sheets: Record<TemplateKey, SheetView>, partners: readonly Partner[]): BoardView {
  const all = TEMPLATE_KEYS.flatMap((key) => sheets[key].stickers);
  return {
    title: rietwijk.name ?? rietwijk.title ?? '',
    language: 'nl',
    partners,
    sheets,
    byId: new Map(all.map((sticker) => [sticker.id, sticker])),
    links: (rietwijk.links ?? []).map((link, i) => ({ ...link, id: link.id ?? `link-${i}` })),
    ink: 0,
    unreadable: 0,
    access: 'write',
    loaded: true,
  };
}

/** The same board with other stickers on one sheet. */
export function withStickers(
  view: BoardView,
  sheet: TemplateKey,
  stickers: readonly StickerView[],
): BoardView {
  return viewOf({ ...view.sheets, [sheet]: { ...view.sheets[sheet], stickers } }, view.partners);
}

/** A sticker with its centre somewhere on a sheet; what is not given is plain. */
export function stickerAt(
  view: Pick<BoardView, 'sheets'>,
  sheet: TemplateKey,
  center: Point,
  rest: Partial<StickerView> = {},
): StickerView {
  const place = placeAt(view.sheets[sheet].layout, center, 1);
  const size = rest.size ?? 'M';
  return {
    id: `at-${center.x}-${center.y}`,
    sheet,
    region: place.region,
    place,
    center,
    size,
    side: STICKER_SIDE[size],
    text: 'tekst',
    partner: null,
    authorName: null,
    made: 0,
    ...rest,
  };
}

function demoSheet(key: TemplateKey, partners: readonly Partner[]): SheetView {
  const layout = layoutSheet(
    key,
    partners.map(({ id }) => id),
  );
  const own = (rietwijk.stickers ?? []).filter(({ template }) => template === key);
  const empty: SheetView = { key, layout, stickers: [] };
  const view = { sheets: { 'brengen-halen': empty, 'partnermodel-canvas': empty, [key]: empty } };
  const stickers = layout.regions.flatMap((region) => {
    const lying = own.filter((sticker) => liesIn(sticker, region));
    const { size, points } = layInRows(region.inner, lying.length);
    return lying.map((sticker, i) => {
      const partner = partners.find(({ id }) => id === sticker.partner) ?? null;
      const center = points[i] ?? region.rect;
      return stickerAt(view, key, center, {
        id: sticker.id ?? `${region.id}-${i}`,
        text: sticker.text,
        partner,
        size,
      });
    });
  });
  return { key, layout, stickers };
}

/** In a panel the region of the file is the field, and the partner says whose panel. */
function liesIn(sticker: FileSticker, region: Region): boolean {
  if (sticker.region !== region.field.key) return false;
  return region.partner === undefined || region.partner === sticker.partner;
}
