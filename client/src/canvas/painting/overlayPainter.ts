import type { Rect, Region, RegionId } from '@samenbord/shared/layout';
import {
  BESIDE,
  groupFrame,
  PARKING,
  regionById,
  SHEET_WITH_PARKING,
  squareAt,
} from '@samenbord/shared/layout';
import type { GroupView, StickerView } from '../../board/types.ts';
import {
  CORE_ROUND,
  cellOf,
  drawGroup,
  drawLines,
  drawParking,
  inset,
  type LiveInk,
  PALETTE,
  type Painter2D,
  roundedPath,
} from '../../drawing/index.ts';
import { type Camera, type Extent, rectToView } from '../camera/camera.ts';
import type { Motion } from '../moving/motion.ts';
import type { Traces } from '../moving/traces.ts';
import type { People, Person } from '../people.ts';
import { drawChosenLines, drawDrafts, drawHandles, type Linking, linesNow } from './drawLinking.ts';
import { drawBrush } from './drawTraces.ts';
import { outline } from './outline.ts';
import type { Scene } from './scene.ts';

/** What moves, and what belongs to the moment: hands, selection, people. */
export interface OverlayFrame {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly view: Extent;
  readonly pixelRatio: number;
  readonly motion: Motion;
  readonly people: People;
  readonly selected: ReadonlySet<string>;
  /** The sticker an editor lies over: it needs no frame. */
  readonly editing: string | null;
  /** The field all others are dimmed for. */
  readonly focused: RegionId | null;
  /** What pointers that are down leave on the sheet. */
  readonly traces: Traces;
  /** The box around several selected stickers, in sheet units. */
  readonly frame: Rect | undefined;
  readonly linking: Linking;
  /** What the empty parking strip is called, while a hand could bring something there; else `null`. */
  readonly parking: string | null;
  /** "Anna schrijft…" in the reader's language. */
  readonly writing: (name: string) => string;
}

/**
 * Paints what lies still over the board for a while: fields that are dimmed or lit, outlines, a box to select
 * with; and lines that follow a hand. What moves by itself is a sprite, see `spritesOf`. The context is in device
 * pixels and empty.
 */
export function paintOverlay(ctx: Painter2D, frame: OverlayFrame): void {
  const { camera, pixelRatio, scene } = frame;
  const scale = camera.scale * pixelRatio;
  const origin = { x: Math.round(-camera.x * scale), y: Math.round(-camera.y * scale) };

  ctx.save();
  ctx.setTransform(scale, 0, 0, scale, origin.x, origin.y);
  if (frame.parking !== null) drawParking(ctx, frame.parking, { scale, type: scene.type });
  if (frame.focused !== null) dimAround(ctx, frame, frame.focused);
  for (const region of frame.traces.hovered.get()) drawHoveredField(ctx, scene, region, scale);
  drawLiftedFrames(ctx, frame, scale);
  drawChosenLines(ctx, scene, frame.motion, frame.linking.chosen, scale);
  drawLiftedLinks(ctx, frame, scale);
  for (const live of liveOf(frame)) scene.pictorial?.liveInk(ctx, live);
  drawDrafts(ctx, scene, frame.linking.drafts, scale);
  ctx.restore();

  ctx.save();
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  for (const sticker of outlined(frame)) outline(ctx, boxOf(frame, sticker), PALETTE.accent, 2.5);
  for (const sticker of reached(frame)) outline(ctx, boxOf(frame, sticker), PALETTE.accent, 4);
  drawHandles(ctx, camera, frame.linking.handles);
  for (const box of frame.traces.brushed()) drawBrush(ctx, camera, box);
  for (const [sticker, person] of written(frame)) outline(ctx, boxOf(frame, sticker), person.color, 2);
  ctx.restore();
}

/** What is being drawn by hand, here and elsewhere. */
export function liveOf({ people, traces }: Pick<OverlayFrame, 'people' | 'traces'>): readonly LiveInk[] {
  return [...people.drawn(), ...traces.inked()];
}

/**
 * All that {@link paintOverlay} depends on: while these are the same objects it need not be painted anew. What is
 * added to the one belongs in the other. `undefined` when there is nothing to paint: an empty overlay is not
 * shown, and costs nothing.
 */
export function overlayLook(frame: OverlayFrame): readonly unknown[] | undefined {
  const { scene, camera, pixelRatio, motion, focused, traces, linking, parking } = frame;
  const links = liftedLinks(frame);
  const framed = liftedFrames(frame).flatMap(({ members }) => members);
  const parts = [
    ...traces.hovered.get(),
    ...traces.brushed(),
    ...liveOf(frame),
    ...outlined(frame),
    // Their outline goes along with them.
    ...written(frame).flatMap(([sticker, person]) => [
      sticker,
      person,
      motion.moving().get(sticker.id)?.point,
    ]),
    ...chosenLook(frame),
    ...linking.drafts,
    ...linking.handles.flatMap(({ x, y }) => [x, y]),
    ...framed.map((id) => motion.moving().get(id)?.point),
    // Lines follow what they hang on.
    ...links.flatMap(({ from, to }) => [motion.moving().get(from)?.point, motion.moving().get(to)?.point]),
  ];
  if (parts.length === 0 && focused === null && parking === null) return undefined;
  return [scene, camera, pixelRatio, focused, parking, ...parts];
}

const FIELD_ROUND = 18;

/** How far what is not in focus steps back: still there to see, not there to read. */
const DIM = 'rgb(246 244 239 / 0.72)';

function dimAround(ctx: Painter2D, { scene }: OverlayFrame, id: RegionId): void {
  const { layout, parked } = scene.sheet;
  const region = regionById(layout, id);
  if (!region) return;
  const sheet = parked === undefined ? layout.sheet : SHEET_WITH_PARKING;
  roundedPath(ctx, cellOf(layout, region), cornersOf(layout, region));
  ctx.rect(sheet.x, sheet.y, sheet.width, sheet.height);
  ctx.fillStyle = DIM;
  ctx.fill('evenodd');
}

function drawHoveredField(ctx: Painter2D, { sheet }: Scene, id: RegionId, scale: number): void {
  const region = regionById(sheet.layout, id);
  const box = id === BESIDE ? PARKING : region && cellOf(sheet.layout, region);
  if (!box) return;
  const width = Math.max(6, 2.5 / scale);
  roundedPath(ctx, inset(box, width / 2), region ? cornersOf(sheet.layout, region) : [FIELD_ROUND]);
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

/** The frame of a group goes along with whatever of it is in the air. */
function liftedFrames({ scene, motion }: OverlayFrame): readonly GroupView[] {
  const moving = motion.moving();
  if (moving.size === 0) return [];
  return (scene.sheet.groups ?? []).filter(({ members }) => members.some((id) => moving.has(id)));
}

function drawLiftedFrames(ctx: Painter2D, frame: OverlayFrame, scale: number): void {
  const { scene, motion } = frame;
  for (const { members, title } of liftedFrames(frame)) {
    const there = members.map((id) => scene.byId.get(id)).filter((one) => one !== undefined);
    const box = groupFrame(there.map((one) => ({ center: motion.centerOf(one), side: one.side })));
    if (box) drawGroup(ctx, { box, title }, { scale, type: scene.type });
  }
}

/** Where the ends of the selected lines are, when they are in the air. */
function chosenLook({ scene, motion, linking }: OverlayFrame): readonly unknown[] {
  return linking.chosen.flatMap((id) => {
    const link = scene.links.find((one) => one.id === id);
    return [id, link && motion.moving().get(link.from)?.point, link && motion.moving().get(link.to)?.point];
  });
}

/** The stickers that lines in a hand have come to. */
function reached({ scene, linking }: OverlayFrame): StickerView[] {
  return linking.drafts.flatMap(({ over }) => (over === null ? [] : (scene.byId.get(over) ?? [])));
}

/** Lines of which an end is in the air follow it. */
function liftedLinks({ scene, motion }: OverlayFrame): Scene['links'] {
  const moving = motion.moving();
  if (moving.size === 0) return [];
  return scene.links.filter((link) => moving.has(link.from) || moving.has(link.to));
}

function drawLiftedLinks(ctx: Painter2D, frame: OverlayFrame, scale: number): void {
  const { scene, motion } = frame;
  const links = liftedLinks(frame);
  if (links.length === 0) return;
  drawLines(ctx, linesNow(scene, motion, links), { scale, type: scene.type, label: scene.texts.link });
}

function boxOf(frame: OverlayFrame, sticker: StickerView): Rect {
  return rectToView(frame.camera, squareAt(frame.motion.centerOf(sticker), sticker.side));
}

/** Selected stickers that lie where they are. */
function outlined({ scene, selected, editing, motion }: OverlayFrame): StickerView[] {
  return [...selected].flatMap((id) => {
    const sticker = scene.byId.get(id);
    const here = sticker?.sheet === scene.sheet.key && id !== editing && !motion.moving().has(id);
    return here && sticker ? [sticker] : [];
  });
}

/** Stickers somebody else writes in, with the first who does. */
function written({ scene, people }: OverlayFrame): (readonly [StickerView, Person])[] {
  return [...people.writers()].flatMap(([id, [first]]) => {
    const sticker = scene.byId.get(id);
    return sticker?.sheet === scene.sheet.key && first ? [[sticker, first] as const] : [];
  });
}
