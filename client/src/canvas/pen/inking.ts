import { encodeInk, INK_GRAIN, INK_SIDE, INK_WIDTHS } from '@samenbord/shared/board';
import type { Point } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import type { InkDraft, StickerView } from '../../board/types.ts';
import { text } from '../../i18n/index.ts';
import { notify } from '../../ui/index.ts';
import { toSheet } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { resting } from '../tools/dragging.ts';
import type { PointerInput, ToolNode } from '../tools/types.ts';
import { partnerAt } from '../writing/partnerChoice.ts';
import type { LiveDesk } from './live.ts';
import type { Pen } from './penState.ts';
import { type InkStep, thinned } from './thinning.ts';

/** CSS pixels between two points that are kept while drawing, and that a kept point may lie beside the line. */
const STEP = 1;
const TOLERANCE = 0.45;
/** ms and CSS pixels within which a second finger makes a pinch of what looked like drawing. */
const PINCH_TIME = 250;
const PINCH_WAY = 24;
/** How far a stroke may reach beyond a sticker it began on and still be on it, as a part of the side. */
const BEYOND = 0.05;

/** A stroke under a pointer: shown and announced as it grows, on the board when it is finished. */
export function inking(model: CanvasModel, down: PointerInput, pen: Pen, desk: LiveDesk): ToolNode {
  const steps: InkStep[] = [];
  const partner = partnerAt(
    pen.partner === undefined ? model.partnerForNew.get() : pen.partner,
    model.sheet().layout,
    toSheet(model.camera.get(), down.at),
  );
  const width = INK_WIDTHS[pen.width];
  let last: Point | undefined;

  const add = ({ at, pressure }: Pick<PointerInput, 'at' | 'pressure'>): void => {
    if (last && Math.hypot(at.x - last.x, at.y - last.y) < STEP) return;
    last = at;
    const point = toSheet(model.camera.get(), at);
    steps.push(pressure === undefined ? point : { ...point, pressure });
  };
  const follow = (input: PointerInput): void => {
    for (const between of input.between ?? []) add(between);
    add(input);
    desk.show(down.id, { points: steps, width, partner });
  };

  follow(down);
  const node: ToolNode = {
    name: 'inking',
    move(input) {
      follow(input);
      return node;
    },
    up(input) {
      follow(input);
      const scale = model.camera.get().scale;
      const made = model.board.commands.addInk([draftOf(model, { steps, width, partner, scale })]);
      desk.end(down.id, made !== undefined);
      if (!made && model.canWrite())
        notify({ text: text('pictorial', 'ink.full', { limit: LIMITS.inkStrokes }), tone: 'trouble' });
    },
    cancel: () => desk.end(down.id, false),
    boardChanged() {
      if (model.canWrite()) return node;
      desk.end(down.id, false);
      return resting();
    },
    opensToPinch: (second) =>
      down.kind === 'touch' &&
      second.time - down.time < PINCH_TIME &&
      (last === undefined || Math.hypot(last.x - down.at.x, last.y - down.at.y) < PINCH_WAY),
  };
  return node;
}

interface Drawn {
  readonly steps: readonly InkStep[];
  readonly width: number;
  readonly partner: string | null;
  /** CSS pixels per sheet unit. */
  readonly scale: number;
}

/** On the sticker it lies on whole; else on the sheet. */
function draftOf(model: CanvasModel, { steps, width, partner, scale }: Drawn): InkDraft {
  const points = thinned(steps, TOLERANCE / scale, LIMITS.inkPoints);
  const sticker = stickerUnder(model, points);
  if (!sticker) {
    const grains = points.map((point) => ({ ...point, x: point.x * INK_GRAIN, y: point.y * INK_GRAIN }));
    return { ground: { sheet: model.sheet().key }, partner, width, points: encodeInk(grains) };
  }
  const center = model.motion.centerOf(sticker);
  const by = INK_SIDE / sticker.side;
  const grains = points.map((point) => ({
    ...point,
    x: (point.x - center.x) * by,
    y: (point.y - center.y) * by,
  }));
  return { ground: { sticker: sticker.id }, partner, width: width * by, points: encodeInk(grains) };
}

function stickerUnder(model: CanvasModel, points: readonly Point[]): StickerView | undefined {
  const [first] = points;
  if (!first) return undefined;
  const lies = (sticker: StickerView, { x, y }: Point, beyond: number): boolean => {
    const center = model.motion.centerOf(sticker);
    const reach = sticker.side * (0.5 + beyond);
    return Math.abs(x - center.x) <= reach && Math.abs(y - center.y) <= reach;
  };
  const under = model.sheet().stickers.findLast((sticker) => lies(sticker, first, 0));
  if (!under || under.locked) return undefined;
  return points.every((point) => lies(under, point, BEYOND)) ? under : undefined;
}
