import type { Partner } from '@samenbord/shared/board';
import type { Rect } from '@samenbord/shared/layout';
import { PALETTE } from './colors.ts';
import { drawMark } from './drawMark.ts';
import { fitBox } from './fitText.ts';
import { font, type Weight } from './font.ts';
import type { Painter2D } from './shapes.ts';
import type { SheetOptions } from './sheetOptions.ts';
import type { Typesetter } from './typesetter.ts';

const TITLE = 62;
const SUBTITLE = 34;
/** Share of the strip the title may take; the rest is for the legend. */
const TITLE_SHARE = 0.44;
const LEGEND_SIZES = [34, 30, 27, 24, 21] as const;

/** The strip at the top: what this is, and which letter and colour is whose. */
export function drawStrip(ctx: Painter2D, strip: Rect, options: SheetOptions): void {
  const { texts, type, partners } = options;
  const width = strip.width * TITLE_SHARE;
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  ctx.direction = 'ltr';
  const left = strip.x + 10;
  drawLine(ctx, type, texts.title, { x: left, y: strip.y + 66, width }, TITLE, 700, PALETTE.ink);
  drawLine(ctx, type, texts.subtitle, { x: left, y: strip.y + 114, width }, SUBTITLE, 500, PALETTE.muted);
  const used = Math.max(
    textWidth(type, texts.title, TITLE, 700),
    textWidth(type, texts.subtitle, SUBTITLE, 500),
  );
  const from = left + Math.min(width, used) + 80;
  drawLegend(ctx, { ...strip, x: from, width: strip.x + strip.width - from }, partners, type);
}

function textWidth(type: Typesetter, text: string, size: number, weight: Weight): number {
  return type.measure(weight)(text) * size;
}

/** One line of text that gets smaller, and at last an ellipsis, to stay within its width. */
function drawLine(
  ctx: Painter2D,
  type: Typesetter,
  text: string,
  at: { readonly x: number; readonly y: number; readonly width: number },
  largest: number,
  weight: Weight,
  color: string,
): void {
  const sizes = [1, 0.86, 0.74, 0.64].map((part) => largest * part);
  const box = { width: at.width, height: largest };
  const { size, lines } = fitBox(text, box, sizes, type.measure(weight));
  ctx.font = font(size, weight);
  ctx.fillStyle = color;
  ctx.textAlign = 'left';
  ctx.fillText(lines[0]?.text ?? '', at.x, at.y);
}

interface LegendItem {
  readonly partner: Partner;
  readonly width: number;
}

/** Partners with mark and name, from the right: in one row, else two, else smaller, at last cut short. */
function drawLegend(ctx: Painter2D, box: Rect, partners: readonly Partner[], type: Typesetter): void {
  for (const size of LEGEND_SIZES) {
    const items = partners.map((partner) => legendItem(partner, size, type));
    const rows = inRows(items, box.width, size);
    if (rows.length <= 2 || size === LEGEND_SIZES.at(-1)) {
      drawLegendRows(ctx, box, rows, size);
      return;
    }
  }
}

function legendItem(partner: Partner, size: number, type: Typesetter): LegendItem {
  return { partner, width: size * 1.9 + textWidth(type, partner.name, size, 500) };
}

const BETWEEN = 1.1;

function inRows(items: readonly LegendItem[], width: number, size: number): LegendItem[][] {
  const rows: LegendItem[][] = [[]];
  let used = 0;
  for (const item of items) {
    const row = rows.at(-1) ?? [];
    const needed = (row.length > 0 ? BETWEEN * size : 0) + item.width;
    if (row.length > 0 && used + needed > width) {
      rows.push([item]);
      used = item.width;
    } else {
      row.push(item);
      used += needed;
    }
  }
  return rows;
}

function drawLegendRows(
  ctx: Painter2D,
  box: Rect,
  rows: readonly (readonly LegendItem[])[],
  size: number,
): void {
  const step = Math.min(size * 1.9, box.height / rows.length);
  const top = box.y + box.height / 2 - ((rows.length - 1) * step) / 2;
  rows.forEach((row, i) => {
    const width = row.reduce((sum, item) => sum + item.width, 0) + (row.length - 1) * BETWEEN * size;
    let x = box.x + Math.max(0, box.width - width);
    for (const item of row) {
      drawLegendItem(ctx, item, { x, y: top + i * step }, size, box.x + box.width - x);
      x += item.width + BETWEEN * size;
    }
  });
}

function drawLegendItem(
  ctx: Painter2D,
  { partner }: LegendItem,
  at: { readonly x: number; readonly y: number },
  size: number,
  room: number,
): void {
  const radius = size * 0.68;
  drawMark(ctx, { x: at.x + radius, y: at.y }, radius, partner);
  ctx.font = font(size, 500);
  ctx.fillStyle = PALETTE.ink;
  ctx.textAlign = 'left';
  ctx.fillText(partner.name, at.x + size * 1.8, at.y + size * 0.36, Math.max(1, room - size * 1.8));
}
