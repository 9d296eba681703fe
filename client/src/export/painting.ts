import type { LinkKind } from '@samenbord/shared/board';
import { type Rect, type SheetLayout, squareAt } from '@samenbord/shared/layout';
import { type Language, SOURCE_LINE } from '@samenbord/shared/template';
import type { StickerView } from '../board/types.ts';
import {
  drawGroup,
  drawLines,
  drawSheet,
  drawSticker,
  intersects,
  type LinkLine,
  labelZones,
  linkLines,
  PALETTE,
  type Painter2D,
  type SheetTexts,
  STICKER_SHADOW,
  type Typesetter,
} from '../drawing/index.ts';
import type { Band } from './bands.ts';
import type { Caption } from './caption.ts';
import { drawStrip, drawWatermark } from './drawStrip.ts';
import type { Fit } from './page.ts';
import type { Picture } from './picture.ts';
import { type Pictures, preparePictures, type Shelf } from './pictures.ts';
import { layoutStrip, type StripLayout } from './strip.ts';
import { typeFor } from './type.ts';
import type { Say } from './words.ts';

/** A picture with all its words set, ready to be painted any number of times at any size. */
export interface Painting {
  readonly picture: Picture;
  readonly layout: SheetLayout;
  readonly strip: StripLayout;
  readonly texts: SheetTexts;
  readonly type: Typesetter;
  readonly concept: string | null;
  /** Lines between stickers, as they run. */
  readonly links: readonly LinkLine[];
  readonly linkLabel: (kind: LinkKind) => string;
  /** The mark of stickers that came after the reveal of their silent round. */
  readonly late: string;
  readonly pictures: Pictures;
}

/** Away from every sheet: the strip of a picture is not the one the board shows, so that one is not drawn. */
const NOWHERE: Rect = { x: 0, y: -1000, width: 0, height: 0 };

/** What fields keep free at their edges: with the same, the strip is in line with them. */
const FIELD_GAP = 8;

function inFrame(strip: Rect): Rect {
  return { ...strip, x: strip.x + FIELD_GAP, width: strip.width - 2 * FIELD_GAP };
}

/** The pictures of stickers, and in how many pixels per sheet unit they are wanted. */
export interface WantedPictures {
  readonly shelf: Shelf | undefined;
  readonly scale: number;
}

const NO_PICTURES: WantedPictures = { shelf: undefined, scale: 1 };

/** Waits for the letters and the pictures, and sets the words. */
export async function preparePainting(
  picture: Picture,
  caption: Caption,
  language: Language,
  say: Say,
  { shelf, scale }: WantedPictures = NO_PICTURES,
): Promise<Painting> {
  const source = SOURCE_LINE[language];
  const linkLabel = (kind: LinkKind): string => say(`link.${kind}`);
  const type = await typeFor(lettersOf(picture, caption, source));
  const { layout } = picture;
  const texts: SheetTexts = { title: '', subtitle: '', source, label: ({ field }) => field.label[language] };
  return {
    picture,
    layout: { ...layout, strip: NOWHERE },
    strip: layoutStrip(
      inFrame(layout.strip),
      caption,
      (text, size, weight) => type.measure(weight)(text) * size,
    ),
    texts,
    type,
    concept: caption.concept,
    links: linesOf(picture, labelZones(layout, texts, type), (kind) => type.measure(600)(linkLabel(kind))),
    linkLabel,
    late: say('late.mark'),
    pictures: await preparePictures(picture, shelf, type, scale),
  };
}

function linesOf(
  { links, stickers }: Picture,
  labels: readonly Rect[],
  widthOf: (kind: LinkKind) => number,
): readonly LinkLine[] {
  const byId = new Map(stickers.map((sticker) => [sticker.id, sticker]));
  return linkLines(
    links,
    (id) => byId.get(id),
    { stickers, labels },
    ({ kind }) => widthOf(kind),
  );
}

/** As everybody sees it: on a picture no dot is one's own. */
function forAll(sticker: StickerView): StickerView {
  return sticker.votes?.mine ? { ...sticker, votes: { ...sticker.votes, mine: false } } : sticker;
}

/** Every letter that is drawn, each once: what decides which parts of the font are needed. */
function lettersOf({ stickers, groups, partners }: Picture, caption: Caption, source: string): string {
  const texts = [caption.head, ...caption.details, caption.concept ?? '', source];
  for (const { name, mark } of partners) texts.push(name, mark);
  for (const { text, votes } of stickers) texts.push(text, votes ? String(votes.count) : '');
  for (const { title } of groups) texts.push(title);
  return [...new Set(texts.join(' '))].join('');
}

/**
 * Paints one band of a picture at the top of the context, over what was there. Bands begin at whole pixels, so
 * letters and edges come out the same however a picture is cut (save for traces of antialiasing on curves).
 * @param fit how the sheet lies on the whole raster
 * @param scale pixels per sheet unit to choose detail by; the preview says that of the page it stands for
 */
export function paintBand(
  ctx: Painter2D,
  painting: Painting,
  fit: Fit,
  band: Band,
  scale: number = fit.scale,
): void {
  const { picture, layout, strip, texts, type, concept, links, linkLabel, late } = painting;
  const { pictorial } = painting.pictures;
  const clip: Rect = {
    x: layout.sheet.x,
    y: (band.top - fit.offsetY) / fit.scale,
    width: layout.sheet.width,
    height: band.height / fit.scale,
  };
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = PALETTE.sheet;
  ctx.fillRect(0, 0, ctx.canvas.width, band.height);
  ctx.setTransform(fit.scale, 0, 0, fit.scale, fit.offsetX, fit.offsetY - band.top);
  // Not every piece of text sets this itself, and what a band begins with must not depend on the band before.
  ctx.textRendering = 'geometricPrecision';
  drawSheet(ctx, layout, {
    scale,
    texts,
    partners: picture.partners,
    type,
    clip,
    underLabels: () => drawLines(ctx, links, { scale, type, label: linkLabel }, clip),
  });
  if (concept !== null) drawWatermark(ctx, layout.sheet, concept);
  drawStrip(ctx, strip);
  for (const group of picture.groups) drawGroup(ctx, group, { scale, type: painting.type });
  for (const sticker of picture.stickers) {
    const reach = squareAt(sticker.center, sticker.side + 2 * STICKER_SHADOW);
    if (intersects(reach, clip)) drawSticker(ctx, forAll(sticker), { scale, fit: type.fit, late, pictorial });
  }
  if (picture.ink.length > 0) pictorial?.sheetInk(ctx, picture.ink, clip);
  ctx.restore();
}
