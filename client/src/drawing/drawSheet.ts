import { SHEET, type SheetLayout } from '@samenbord/shared/layout';
import { PALETTE } from './colors.ts';
import { drawCore, drawFlows } from './drawCore.ts';
import { drawFieldGround, drawFieldLabel, drawPanel } from './drawFields.ts';
import { drawStrip } from './drawStrip.ts';
import { fitBox, LINE_HEIGHT } from './fitText.ts';
import { font } from './font.ts';
import { intersects, type Painter2D } from './shapes.ts';
import type { SheetOptions } from './sheetOptions.ts';

/**
 * Draws a sheet without its stickers: paper, strip, panels, fields with their labels, the core with its
 * arrows, and the credit in the bottom margin. The context's unit is a sheet unit.
 */
export function drawSheet(ctx: Painter2D, layout: SheetLayout, options: SheetOptions): void {
  const { clip, scale, partners } = options;
  const seen = layout.regions.filter((region) => !clip || intersects(region.rect, clip));
  ctx.fillStyle = PALETTE.sheet;
  ctx.fillRect(layout.sheet.x, layout.sheet.y, layout.sheet.width, layout.sheet.height);
  for (const panel of layout.panels) {
    const partner = partners.find((candidate) => candidate.id === panel.partner);
    if (partner) drawPanel(ctx, panel, partner, options);
  }
  for (const region of seen) {
    if (region.kind !== 'core') drawFieldGround(ctx, layout, region, scale);
  }
  if (layout.core) {
    drawCore(ctx, layout, layout.core, scale);
    drawFlows(ctx, layout, partners);
  }
  options.underLabels?.();
  for (const region of seen) drawFieldLabel(ctx, region, options);
  if (!clip || intersects(layout.strip, clip)) drawStrip(ctx, layout.strip, options);
  drawSource(ctx, options);
}

/** Eight points on A3, as small as a credit may be. */
const SOURCE_SIZES = [28] as const;

/** The credit in the bottom margin: on one line, or on two when it is longer. */
function drawSource(ctx: Painter2D, { texts, type }: SheetOptions): void {
  const box = { width: SHEET.width - 2 * SHEET.margin - 20, height: 2 * 28 * LINE_HEIGHT };
  const { size, lines } = fitBox(texts.source, box, SOURCE_SIZES, type.measure(500));
  ctx.font = font(size, 500);
  ctx.fillStyle = PALETTE.muted;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.direction = 'ltr';
  ctx.textRendering = 'geometricPrecision';
  const step = size * LINE_HEIGHT;
  const first = SHEET.height - SHEET.margin / 2 - ((lines.length - 1) * step) / 2 + size * 0.36;
  lines.forEach(({ text }, i) => {
    ctx.fillText(text, SHEET.margin + 10, first + i * step);
  });
}
