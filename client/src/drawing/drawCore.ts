import type { Partner } from '@samenbord/shared/board';
import type { Rect, SheetLayout } from '@samenbord/shared/layout';
import { mix, PALETTE } from './colors.ts';
import { drawCard, HEART } from './drawFields.ts';
import { type Flow, flowsOf } from './flow.ts';
import { inset, type Painter2D } from './shapes.ts';

/** Radius of the core's corners, in sheet units. */
export const CORE_ROUND = 84;
const EDGE = 6;
const GAP = 4;

/** The shared core as one rounded shape, with a line where one of its fields ends. */
export function drawCore(ctx: Painter2D, layout: SheetLayout, core: Rect, scale: number): void {
  const shape = inset(core, GAP);
  drawCard(ctx, shape, CORE_ROUND, HEART.ground, PALETTE.accent, Math.max(EDGE, 1.5 / scale));
  const inside = layout.regions.filter((region) => region.kind === 'core').slice(1);
  ctx.strokeStyle = mix(PALETTE.accent, '#FFFFFF', 0.3);
  ctx.lineWidth = Math.max(2.5, 1 / scale);
  ctx.beginPath();
  for (const { rect } of inside) {
    ctx.moveTo(shape.x + CORE_ROUND * 0.55, rect.y);
    ctx.lineTo(shape.x + shape.width - CORE_ROUND * 0.55, rect.y);
  }
  ctx.stroke();
}

/** Arrows between the panels and the core, each in its partner's colour on a white line. */
export function drawFlows(ctx: Painter2D, layout: SheetLayout, partners: readonly Partner[]): void {
  const colors = new Map(partners.map((partner) => [partner.id, partner.color]));
  for (const flow of flowsOf(layout)) drawFlow(ctx, flow, colors.get(flow.partner) ?? PALETTE.neutralEdge);
}

const SHAFT = 13;
const HEAD = 30;
const HALO = 7;

function drawFlow(ctx: Painter2D, flow: Flow, color: string): void {
  const shade = mix(color, PALETTE.ink, 0.88);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  traceArrow(ctx, flow.points);
  ctx.strokeStyle = '#FFFFFF';
  ctx.lineWidth = SHAFT + 2 * HALO;
  ctx.stroke();
  ctx.strokeStyle = shade;
  ctx.lineWidth = SHAFT;
  ctx.stroke();
}

/** The shaft, then the two strokes of an open head. */
function traceArrow(ctx: Painter2D, [before, tip]: Flow['points']): void {
  ctx.beginPath();
  ctx.moveTo(before.x, before.y);
  ctx.lineTo(tip.x, tip.y);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  for (const side of [-1, 1]) {
    const back = angle + Math.PI + side * 0.75;
    ctx.moveTo(tip.x, tip.y);
    ctx.lineTo(tip.x + HEAD * Math.cos(back), tip.y + HEAD * Math.sin(back));
  }
}
