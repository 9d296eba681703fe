import type { LinkKind, Partner } from '@samenbord/shared/board';
import { type Rect, SHEET, SHEET_WITH_PARKING, squareAt } from '@samenbord/shared/layout';
import { isParkedView } from '../../board/parked.ts';
import type { GroupView, LinkView, SheetView, StickerView } from '../../board/types.ts';
import {
  drawGroup,
  drawLines,
  drawParking,
  drawSheet,
  drawSticker,
  GROUP_EDGE,
  inset,
  intersects,
  type LinkLine,
  labelZones,
  linkLines,
  type Painter2D,
  type Pictorial,
  type SheetTexts,
  STICKER_SHADOW,
  type TagObstacles,
  type Typesetter,
} from '../../drawing/index.ts';
import { drawLock } from './drawLock.ts';

/** What there is to paint, and in which words. A new object whenever any of it changes. */
export interface Scene {
  readonly sheet: SheetView;
  readonly partners: readonly Partner[];
  /** Only those with both ends on this sheet. */
  readonly links: readonly LinkView[];
  readonly byId: ReadonlyMap<string, StickerView>;
  readonly texts: SheetTexts & {
    readonly late: string;
    readonly link: (kind: LinkKind) => string;
    /** What the parking strip is called, with stickers only of these partners on it; of whomever for none. */
    readonly parked: (names: readonly string[]) => string;
  };
  readonly type: Typesetter;
  /** Draws pictures and icons; fetched when a board first has any. */
  readonly pictorial?: Pictorial | undefined;
}

/** What lines and their tags stay clear of. A lifted sticker counts where it lay: no tag moves before it lands. */
export function surroundingsOf({ sheet, texts, type }: Scene): TagObstacles {
  return { stickers: sheet.stickers, labels: labelZones(sheet.layout, texts, type) };
}

const known = new WeakMap<Scene, readonly LinkLine[]>();

/** The lines of a scene as they run when nothing is lifted; worked out once. */
export function linesOf(scene: Scene): readonly LinkLine[] {
  const before = known.get(scene);
  if (before) return before;
  const { links, byId } = scene;
  const lines = linkLines(links, (id) => byId.get(id), surroundingsOf(scene), tagWidth(scene));
  known.set(scene, lines);
  return lines;
}

/** The width of a line's tag in em. */
export function tagWidth({ type, texts }: Pick<Scene, 'type' | 'texts'>): (link: LinkView) => number {
  return ({ kind }) => type.measure(600)(texts.link(kind));
}

/** The box in which a sticker can leave a trace, shadow included. Sheet units. */
export function traceOf(sticker: Pick<StickerView, 'center' | 'side'>): Rect {
  return squareAt(sticker.center, sticker.side + 2 * STICKER_SHADOW);
}

/** The box in which a group's frame can leave a trace. */
export function groupTrace({ box }: Pick<GroupView, 'box'>): Rect {
  return inset(box, -GROUP_EDGE);
}

/**
 * Paints the still board beside its sheet: the parking strip and what lies on it, with its lines as far as the sheet.
 * Nothing when nothing is parked. Options as for {@link paintScene}.
 */
export function paintBeside(ctx: Painter2D, scene: Scene, options: PaintOptions): void {
  const { sheet, texts, type } = scene;
  if (sheet.parked === undefined) return;
  const { scale, lifted } = options;
  ctx.save();
  ctx.beginPath();
  ctx.rect(SHEET.width, 0, SHEET_WITH_PARKING.width - SHEET.width, SHEET.height);
  ctx.clip();
  drawParking(ctx, texts.parked(sheet.parked), { scale, type });
  const lines = linesOf(scene).filter(({ link }) => !lifted.has(link.from) && !lifted.has(link.to));
  drawLines(ctx, lines, { scale, type, label: texts.link }, SHEET_WITH_PARKING);
  drawStickers(ctx, scene, SHEET_WITH_PARKING, options, isParkedView);
  ctx.restore();
}

interface PaintOptions {
  readonly scale: number;
  readonly pixelRatio: number;
  readonly lifted: ReadonlySet<string>;
}

function drawStickers(
  ctx: Painter2D,
  scene: Scene,
  part: Rect,
  { scale, lifted }: PaintOptions,
  which: (sticker: StickerView) => boolean = () => true,
): void {
  const { sheet, texts, type } = scene;
  const drawn = { scale, fit: type.fit, late: texts.late, pictorial: scene.pictorial };
  for (const sticker of sheet.stickers) {
    if (lifted.has(sticker.id) || !which(sticker) || !intersects(traceOf(sticker), part)) continue;
    drawSticker(ctx, sticker, drawn);
    if (sticker.locked) drawLock(ctx, sticker.center, sticker.side);
  }
}

/**
 * Paints a part of the still board: sheet, lines and stickers from bottom to top.
 * @param scale device pixels per sheet unit
 * @param pixelRatio device pixels per CSS pixel
 * @param lifted stickers that are drawn elsewhere, with their lines
 */
export function paintScene(ctx: Painter2D, scene: Scene, part: Rect, options: PaintOptions): void {
  const { sheet, partners, texts, type } = scene;
  const { scale, pixelRatio, lifted } = options;
  const lines = linesOf(scene).filter(({ link }) => !lifted.has(link.from) && !lifted.has(link.to));
  drawSheet(ctx, sheet.layout, {
    scale,
    viewScale: scale / pixelRatio,
    texts,
    partners,
    type,
    clip: part,
    questions: true,
    underLabels: () => drawLines(ctx, lines, { scale, type, label: texts.link }, part),
  });
  for (const group of sheet.groups ?? []) {
    if (intersects(groupTrace(group), part) && !group.members.some((id) => lifted.has(id)))
      drawGroup(ctx, group, { scale, type });
  }
  drawStickers(ctx, scene, part, options);
  if (sheet.ink) scene.pictorial?.sheetInk(ctx, sheet.ink, part);
}
