import type { Point, Rect, Region, RegionId } from '@samenbord/shared/layout';
import { regionById, squareAt } from '@samenbord/shared/layout';
import type { StickerView } from '../../board/types.ts';
import {
  CORE_ROUND,
  cellOf,
  drawLinks,
  drawSticker,
  inset,
  PALETTE,
  type Painter2D,
  roundedPath,
} from '../../drawing/index.ts';
import { type Camera, rectToView, toView } from '../camera.ts';
import type { Motion, Moving } from '../motion.ts';
import type { People, Person } from '../people.ts';
import type { Traces } from '../traces.ts';
import { shortNames } from '../words.ts';
import { drawLock } from './drawLock.ts';
import { drawCursor, drawTag, LONGEST } from './drawPeople.ts';
import { drawBrush, drawFrame, drawGuides } from './drawTraces.ts';
import { type Scene, surroundingsOf } from './scene.ts';

/** What moves, and what belongs to the moment: hands, selection, people. Drawn anew in each frame it changes. */
export interface OverlayFrame {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly pixelRatio: number;
  readonly motion: Motion;
  readonly people: People;
  readonly selection: readonly string[];
  /** The sticker an editor lies over: it needs no frame. */
  readonly editing: string | null;
  /** The field all others are dimmed for. */
  readonly focused: RegionId | null;
  /** What pointers that are down leave on the sheet. */
  readonly traces: Traces;
  /** The box around several selected stickers, in sheet units. */
  readonly frame: Rect | undefined;
  /** "Anna schrijft…" in the reader's language. */
  readonly writing: (name: string) => string;
}

/** Paints the overlay; the context is in device pixels and empty. */
export function paintOverlay(ctx: Painter2D, frame: OverlayFrame): void {
  const { camera, pixelRatio, scene, motion } = frame;
  const scale = camera.scale * pixelRatio;
  const origin = { x: Math.round(-camera.x * scale), y: Math.round(-camera.y * scale) };
  const moving = inOrder(motion);

  ctx.save();
  ctx.setTransform(scale, 0, 0, scale, origin.x, origin.y);
  if (frame.focused !== null) dimAround(ctx, frame, frame.focused);
  for (const region of frame.traces.hovered.get()) drawHoveredField(ctx, scene, region, scale);
  drawLiftedLinks(ctx, frame, scale);
  for (const { sticker, point, shown } of moving) {
    const lifted = shown.holder.kind === 'me' || shown.holder.kind === 'other';
    const { type, texts, pictorial } = scene;
    drawSticker(ctx, sticker, { scale, fit: type.fit, late: texts.late, center: point, lifted, pictorial });
    if (sticker.locked) drawLock(ctx, point, sticker.side);
  }
  ctx.restore();

  ctx.save();
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  drawSelection(ctx, frame);
  if (frame.frame) drawFrame(ctx, camera, frame.frame);
  for (const box of frame.traces.brushed()) drawBrush(ctx, camera, box);
  drawGuides(ctx, camera, frame.traces.guides());
  for (const one of moving) drawHolder(ctx, frame, one);
  drawWriters(ctx, frame);
  const holding = new Set([...frame.people.hands().values()].flat().map(({ client }) => client));
  for (const { person, point } of frame.people.cursors())
    drawCursor(ctx, toView(camera, point), person, scene.type, !holding.has(person.client));
  ctx.restore();
}

/** Whether there is anything to paint: an empty overlay is not shown, and costs nothing. */
export function isOverlayEmpty({ motion, people, selection, traces, focused }: OverlayFrame): boolean {
  const someone = [...people.cursors()].length > 0 || people.writers().size > 0;
  const traced = traces.hovered.get().length + traces.brushed().length > 0;
  const something = selection.length > 0 || traced || focused !== null;
  return !someone && !something && motion.moving().size === 0;
}

/** From bottom to top: what others hold, what is on its way, and on top what I hold. */
function inOrder(motion: Motion): Moving[] {
  const rank = ({ shown, sticker }: Moving) => (shown.holder.kind === 'me' ? 1e9 : 0) + sticker.place.z;
  return [...motion.moving().values()].sort((a, b) => rank(a) - rank(b));
}

const FIELD_ROUND = 18;

/** How far what is not in focus steps back: still there to see, not there to read. */
const DIM = 'rgb(246 244 239 / 0.72)';

function dimAround(ctx: Painter2D, { scene }: OverlayFrame, id: RegionId): void {
  const { layout } = scene.sheet;
  const region = regionById(layout, id);
  if (!region) return;
  const { sheet } = layout;
  roundedPath(ctx, cellOf(layout, region), cornersOf(layout, region));
  ctx.rect(sheet.x, sheet.y, sheet.width, sheet.height);
  ctx.fillStyle = DIM;
  ctx.fill('evenodd');
}

function drawHoveredField(ctx: Painter2D, { sheet }: Scene, id: RegionId, scale: number): void {
  const region = regionById(sheet.layout, id);
  if (!region) return;
  const width = Math.max(6, 2.5 / scale);
  roundedPath(ctx, inset(cellOf(sheet.layout, region), width / 2), cornersOf(sheet.layout, region));
  ctx.fillStyle = 'rgb(11 92 102 / 0.06)';
  ctx.fill();
  ctx.strokeStyle = PALETTE.accent;
  ctx.lineWidth = width;
  ctx.stroke();
}

/** Round where the field is: the core's first field at its top, the last at its bottom. */
function cornersOf({ regions }: Scene['sheet']['layout'], region: Region): number[] {
  if (region.kind !== 'core') return [FIELD_ROUND];
  const core = regions.filter(({ kind }) => kind === 'core');
  const top = core[0] === region ? CORE_ROUND : 0;
  const bottom = core.at(-1) === region ? CORE_ROUND : 0;
  return [top, top, bottom, bottom];
}

/** Lines of which an end is in the air follow it. */
function drawLiftedLinks(ctx: Painter2D, { scene, motion }: OverlayFrame, scale: number): void {
  const moving = motion.moving();
  if (moving.size === 0) return;
  const links = scene.links.filter((link) => moving.has(link.from) || moving.has(link.to));
  const endOf = (id: string) => {
    const sticker = scene.byId.get(id);
    return sticker && { center: motion.centerOf(sticker), side: sticker.side };
  };
  const { labels } = surroundingsOf(scene);
  drawLinks(ctx, links, endOf, { scale, type: scene.type, label: scene.texts.link }, { labels });
}

function boxOf(frame: OverlayFrame, sticker: StickerView): Rect {
  return rectToView(frame.camera, squareAt(frame.motion.centerOf(sticker), sticker.side));
}

function outline(ctx: Painter2D, box: Rect, color: string, width: number): void {
  roundedPath(ctx, inset(box, -2 - width / 2), box.width * 0.045 + 3);
  ctx.strokeStyle = '#FFFFFF';
  ctx.lineWidth = width + 2;
  ctx.stroke();
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.stroke();
}

function drawSelection(ctx: Painter2D, frame: OverlayFrame): void {
  for (const id of frame.selection) {
    const sticker = frame.scene.byId.get(id);
    if (sticker?.sheet === frame.scene.sheet.key && id !== frame.editing)
      outline(ctx, boxOf(frame, sticker), PALETTE.accent, 2.5);
  }
}

/** Somebody else's hand: an outline in their colour and their name. */
function drawHolder(ctx: Painter2D, frame: OverlayFrame, { sticker, shown }: Moving): void {
  if (shown.holder.kind !== 'other') return;
  const person = frame.people.person(shown.holder.client);
  if (!person) return;
  const box = boxOf(frame, sticker);
  outline(ctx, box, person.color, 3);
  drawTag(ctx, above(box), person, person.name, frame.scene.type);
}

function drawWriters(ctx: Painter2D, frame: OverlayFrame): void {
  for (const [id, writers] of frame.people.writers()) {
    const sticker = frame.scene.byId.get(id);
    const [first] = writers;
    if (sticker?.sheet !== frame.scene.sheet.key || !first) continue;
    const box = boxOf(frame, sticker);
    outline(ctx, box, first.color, 2);
    drawTag(ctx, above(box), first, writingText(writers, frame), frame.scene.type);
  }
}

function writingText(writers: readonly Person[], frame: OverlayFrame): string {
  const names = writers.map((person) => person.name);
  // A name gives way to what is said of it.
  return frame.writing(shortNames(names, LONGEST - frame.writing('').length));
}

/** Where a tag stands that belongs to a box. */
function above(box: Rect): Point {
  return { x: box.x, y: box.y - 27 };
}
