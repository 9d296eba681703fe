import type { Point } from '@samenbord/shared/layout';
import type { StickerView } from '../../board/types.ts';
import { drawLines, type LinkLine, linkLines, PALETTE, type Painter2D } from '../../drawing/index.ts';
import { type Camera, toView } from '../camera/camera.ts';
import { HANDLE_RADIUS } from '../lines/linkHandles.ts';
import type { Motion } from '../moving/motion.ts';
import type { LinkDraft } from '../moving/traces.ts';
import { linesOf, type Scene, surroundingsOf, tagWidth } from './scene.ts';

/** What a person does with lines, as far as it is drawn. */
export interface Linking {
  /** The lines that are selected. */
  readonly chosen: readonly string[];
  /** Lines on their way to their other end. */
  readonly drafts: readonly LinkDraft[];
  /** Where one can begin a line, in sheet units. */
  readonly handles: readonly Point[];
}

/** Lines with these ends as they run now, whatever is in the air. Among themselves: what lies still keeps its tags. */
export function linesNow(scene: Scene, motion: Motion, links: Scene['links']): readonly LinkLine[] {
  const endOf = (id: string) => {
    const sticker = scene.byId.get(id);
    return sticker && { center: motion.centerOf(sticker), side: sticker.side };
  };
  return linkLines(links, endOf, { stickers: [], labels: surroundingsOf(scene).labels }, tagWidth(scene));
}

/** Under the lines that are selected, as wide as a finger sees. The context's unit is a sheet unit. */
export function drawChosenLines(
  ctx: Painter2D,
  scene: Scene,
  motion: Motion,
  chosen: readonly string[],
  scale: number,
): void {
  for (const id of chosen) drawChosen(ctx, scene, motion, id, scale);
}

function drawChosen(ctx: Painter2D, scene: Scene, motion: Motion, chosen: string, scale: number): void {
  const link = scene.links.find(({ id }) => id === chosen);
  if (!link) return;
  const moving = motion.moving().has(link.from) || motion.moving().has(link.to);
  const lines = moving ? linesNow(scene, motion, [link]) : linesOf(scene);
  const line = lines.find((one) => one.link.id === link.id);
  if (!line) return;
  const { from, control1, control2, to } = line.curve;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.bezierCurveTo(control1.x, control1.y, control2.x, control2.y, to.x, to.y);
  ctx.lineCap = 'round';
  ctx.strokeStyle = 'rgb(11 92 102 / 0.28)';
  ctx.lineWidth = Math.max(16, 9 / scale);
  ctx.stroke();
}

/** Lines that are being drawn: to the sticker they are over, or to the pointer. */
export function drawDrafts(ctx: Painter2D, scene: Scene, drafts: readonly LinkDraft[], scale: number): void {
  for (const { from, at, over } of drafts) {
    const start = scene.byId.get(from);
    const end: Pick<StickerView, 'center' | 'side'> = (over !== null && scene.byId.get(over)) || {
      center: at,
      side: 0,
    };
    const ends = new Map([
      ['from', start],
      ['to', end],
    ]);
    const link = { id: '', from: 'from', to: 'to', kind: 'match' as const };
    const lines = linkLines(
      [link],
      (id) => ends.get(id) ?? undefined,
      { stickers: [], labels: [] },
      () => 0,
    );
    drawLines(
      ctx,
      lines.map((line) => ({ ...line, tag: undefined })),
      { scale, type: scene.type, label: () => '' },
    );
  }
}

/** Dots beside the selected sticker. The context's unit is a CSS pixel. */
export function drawHandles(ctx: Painter2D, camera: Camera, handles: readonly Point[]): void {
  for (const handle of handles) {
    const { x, y } = toView(camera, handle);
    ctx.beginPath();
    ctx.arc(x, y, HANDLE_RADIUS, 0, 2 * Math.PI);
    ctx.fillStyle = '#FFFFFF';
    ctx.fill();
    ctx.strokeStyle = PALETTE.accent;
    ctx.lineWidth = 2.5;
    ctx.stroke();
  }
}
