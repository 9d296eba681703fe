import type { InkStroke, Partner } from '@samenbord/shared/board';
import { parseRegionId, type SheetLayout } from '@samenbord/shared/layout';
import { fieldOf, type TemplateKey } from '@samenbord/shared/template';
import { framesOf } from '../board/frames.ts';
import { isParkedView } from '../board/parked.ts';
import type { BoardView, GroupView, LinkView, StickerView } from '../board/types.ts';
import { intersects } from '../drawing/index.ts';
import { shapeOf } from '../drawing/rich/index.ts';

/** Everything of a board that one picture shows: what it holds back is not in here any more. */
export interface Picture {
  /** Name of the collaboration. */
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly sheet: TemplateKey;
  readonly layout: SheetLayout;
  /** From bottom to top. What is parked lies beside the sheet, and is in no picture of it. */
  readonly stickers: readonly StickerView[];
  /** Drawn on the sheet. What touches a field that was left out is left out with it. */
  readonly ink: readonly InkStroke[];
  /** Groups of which stickers are in the picture, each framed around those. */
  readonly groups: readonly GroupView[];
  /** Lines with both ends in the picture. */
  readonly links: readonly LinkView[];
  /** Fields marked sensitive were left out. The same whether there was anything in them. */
  readonly withheld: boolean;
}

/** What a person chooses about the contents. */
export interface Contents {
  readonly sheet: TemplateKey;
  /** Leave out stickers in fields that are marked sensitive (core values). */
  readonly withhold: boolean;
}

/** The part of the board that a picture with these contents shows. */
export function pictureOf(view: BoardView, { sheet, withhold }: Contents): Picture {
  const { layout, ink = [] } = view.sheets[sheet];
  const all = onSheet(view, sheet);
  const stickers = withhold ? all.filter((sticker) => !isSensitive(sticker)) : all;
  const withheld = withhold && hasSensitiveFields(view, sheet);
  const ids = new Set(stickers.map(({ id }) => id));
  const links = view.links.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return {
    title: view.title,
    partners: view.partners,
    sheet,
    layout,
    stickers,
    ink: withhold ? ink.filter((stroke) => !isOverSensitive(stroke, layout)) : ink,
    groups: framesOf(stickers),
    links,
    withheld,
  };
}

function onSheet(view: BoardView, sheet: TemplateKey): readonly StickerView[] {
  return view.sheets[sheet].stickers.filter((sticker) => !isParkedView(sticker));
}

/** How many stickers of a sheet are parked, and so in no picture. */
export function countParked(view: BoardView, sheet: TemplateKey): number {
  return view.sheets[sheet].stickers.length - onSheet(view, sheet).length;
}

function isOverSensitive(stroke: InkStroke, { regions }: SheetLayout): boolean {
  const { bounds } = shapeOf(stroke);
  return regions.some(({ field, rect }) => field.sensitive === true && intersects(rect, bounds));
}

/** How many stickers of a sheet lie in sensitive fields. */
export function countSensitive(view: BoardView, sheet: TemplateKey): number {
  return onSheet(view, sheet).filter(isSensitive).length;
}

/** Whether the sheet has fields that are marked sensitive at all. */
export function hasSensitiveFields(view: BoardView, sheet: TemplateKey): boolean {
  return view.sheets[sheet].layout.regions.some(({ field }) => field.sensitive);
}

function isSensitive({ sheet, place }: StickerView): boolean {
  return place.region !== null && fieldOf(sheet, parseRegionId(place.region).field)?.sensitive === true;
}
