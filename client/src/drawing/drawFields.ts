import type { Partner } from '@samenbord/shared/board';
import type { Panel, Rect, Region, SheetLayout } from '@samenbord/shared/layout';
import { deepened, mix, PALETTE, tint } from './colors.ts';
import { drawMark } from './drawMark.ts';
import { FIRST_BASELINE, fieldLabel } from './fieldLabel.ts';
import { fitBox, LINE_HEIGHT } from './fitText.ts';
import { font } from './font.ts';
import { inset, intersects, type Painter2D, roundedPath } from './shapes.ts';
import { labelScale, type SheetOptions } from './sheetOptions.ts';

/** Half the white between neighbours. */
const GAP = 5;
const RADIUS = 18;
/** Between a panel's card and the cells on it. */
const CARD_MARGIN = 4;

/** How light a panel's card and the band with its name are in the partner's colour. */
const CARD_SHARE = 0.1;
const HEADER_SHARE = 0.26;
/** How much white a panel's fields lay over its card. */
const PANEL_FIELD_SHARE = 0.82;

/** The cell of a field as drawn: a little smaller than its region. */
export function cellOf(layout: SheetLayout, region: Region): Rect {
  if (region.kind === 'core') return region.rect;
  if (region.kind !== 'panel') return inset(region.rect, GAP);
  const panel = layout.panels.find((candidate) => candidate.partner === region.partner);
  return panel
    ? intersection(inset(region.rect, CARD_MARGIN / 2), inset(panel.rect, GAP + CARD_MARGIN))
    : inset(region.rect, GAP);
}

function intersection(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

/** The ground of blocks, aside fields and panel fields; the core has a shape of its own. */
export function drawFieldGround(ctx: Painter2D, layout: SheetLayout, region: Region, scale: number): void {
  const cell = cellOf(layout, region);
  if (region.kind === 'panel') {
    roundedPath(ctx, cell, RADIUS * 0.6);
    ctx.fillStyle = `rgb(255 255 255 / ${PANEL_FIELD_SHARE})`;
    ctx.fill();
    return;
  }
  if (region.field.emphasis) {
    drawCard(ctx, cell, RADIUS * 1.6, HEART.ground, PALETTE.accent, Math.max(6, 1.5 / scale));
    return;
  }
  drawCard(ctx, cell, RADIUS, PALETTE.field, PALETTE.fieldEdge, Math.max(2.5, 1 / scale));
}

/** The ambition, on either sheet. */
export const HEART = { ground: mix(PALETTE.accent, '#FFFFFF', 0.07) } as const;

/** A rounded card with an edge that lies inside its box. */
export function drawCard(
  ctx: Painter2D,
  box: Rect,
  radius: number,
  ground: string,
  edge: string,
  width: number,
): void {
  roundedPath(ctx, inset(box, width / 2), radius);
  ctx.fillStyle = ground;
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = width;
  ctx.stroke();
}

/** A field's name, and where questions are offered a question mark behind it. */
export function drawFieldLabel(ctx: Painter2D, region: Region, options: SheetOptions): void {
  const text = options.texts.label(region);
  const label = fieldLabel(region, text, options.type.measure(600), labelScale(options), options.type.far);
  const { size, lines } = label.fitted;
  const color = region.field.emphasis ? PALETTE.accent : LABEL_COLOR;
  ctx.font = font(size, 600);
  ctx.fillStyle = color;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  ctx.direction = 'ltr';
  // A line that passes under the name stops short of its letters.
  ctx.strokeStyle = groundOf(region, options);
  ctx.lineWidth = size * 0.36;
  ctx.lineJoin = 'round';
  for (const paint of ['strokeText', 'fillText'] as const) {
    lines.forEach((line, i) => {
      ctx[paint](line.text, label.x, label.y + size * (i * LINE_HEIGHT + FIRST_BASELINE));
    });
  }
  if (options.questions) drawQuestionMark(ctx, label.mark, color);
}

/** The colour on which a field's name stands. */
function groundOf({ kind, field, partner }: Region, { partners }: SheetOptions): string {
  if (kind === 'core' || field.emphasis) return HEART.ground;
  if (kind !== 'panel') return PALETTE.field;
  const color = partners.find(({ id }) => id === partner)?.color ?? '#FFFFFF';
  return mix('#FFFFFF', tint(color, CARD_SHARE), PANEL_FIELD_SHARE);
}

const LABEL_COLOR = mix(PALETTE.ink, '#FFFFFF', 0.86);

function drawQuestionMark(
  ctx: Painter2D,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  color: string,
): void {
  ctx.save();
  ctx.globalAlpha = 0.55;
  ctx.beginPath();
  ctx.arc(x, y, radius * 0.92, 0, 2 * Math.PI);
  ctx.strokeStyle = color;
  ctx.lineWidth = radius * 0.14;
  ctx.stroke();
  ctx.font = font(radius * 1.3, 600);
  ctx.textAlign = 'center';
  ctx.fillText('?', x, y + radius * 0.47);
  ctx.restore();
}

/** A partner's panel: its card in the partner's lightest tint, and the band with mark and name. */
export function drawPanel(ctx: Painter2D, panel: Panel, partner: Partner, options: SheetOptions): void {
  if (options.clip && !intersects(panel.rect, options.clip)) return;
  const card = inset(panel.rect, GAP);
  const edge = Math.max(3, 1 / options.scale);
  drawCard(ctx, card, RADIUS, tint(partner.color, CARD_SHARE), tint(partner.color, 0.5), edge);
  const header = intersection(panel.header, inset(card, edge));
  const round = RADIUS - edge / 2;
  const corners = panel.side === 'bottom' ? [0, 0, round, round] : [round, round, 0, 0];
  roundedPath(ctx, header, corners);
  ctx.fillStyle = tint(partner.color, HEADER_SHARE);
  ctx.fill();
  drawPanelName(ctx, header, partner, options);
}

function drawPanelName(ctx: Painter2D, header: Rect, partner: Partner, options: SheetOptions): void {
  const radius = Math.min(header.height * 0.36, 44);
  const middle = header.y + header.height / 2;
  const left = header.x + 22;
  drawMark(ctx, { x: left + radius, y: middle }, radius, partner);
  const room = header.width - 44 - 2 * radius - 18;
  const largest = Math.min(header.height * 0.52, 54);
  const sizes = [1, 0.88, 0.78, 0.68, 0.6].map((part) => largest * part);
  const box = { width: room, height: largest * LINE_HEIGHT };
  const { size, lines } = fitBox(partner.name, box, sizes, options.type.measure(700));
  ctx.font = font(size, 700);
  ctx.fillStyle = deepened(mix(partner.color, PALETTE.ink, 0.35), tint(partner.color, HEADER_SHARE), 7);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  const first = middle - ((lines.length - 1) * size * LINE_HEIGHT) / 2 + size * 0.36;
  lines.forEach((line, i) => {
    ctx.fillText(line.text, left + 2 * radius + 18, first + i * size * LINE_HEIGHT);
  });
}
