import { contains, type Point, type Rect, type RegionId } from '@samenbord/shared/layout';
import type { BoardView, SheetView, StickerView } from '../board/types.ts';
import type { Readable, Writable } from '../session/readable.ts';
import { toSheet } from './camera/camera.ts';
import type { CameraControl } from './camera/cameraControl.ts';
import { type Target, targetAt } from './hit.ts';
import { linkHandles } from './lines/linkHandles.ts';
import type { Mind } from './mind/mind.ts';
import type { CanvasModelOptions } from './modelOptions.ts';
import type { Hands } from './moving/hands.ts';
import type { Motion } from './moving/motion.ts';
import type { Traces } from './moving/traces.ts';
import type { OpenPart } from './openPart.ts';
import { boxAroundIds } from './selecting.ts';
import type { PointerInput, ToolContext } from './tools/types.ts';
import type { TouchWays } from './touchWays.ts';

/** What of a canvas its tools work on. */
interface Surroundings {
  view(): BoardView;
  sheet(): SheetView;
  canWrite(): boolean;
  zoomToRegion(region: RegionId): void;
  readonly bringNear: ToolContext['bringNear'];
  readonly spaceHeld: () => boolean;
  readonly ownTool: ToolContext['ownTool'] | undefined;
  readonly camera: CameraControl;
  readonly hands: Hands;
  readonly copyTo: (centers: ReadonlyMap<string, Point>) => readonly string[] | undefined;
  readonly motion: Motion;
  readonly traces: Traces;
  readonly touch: TouchWays;
  readonly part: Writable<OpenPart | null>;
  readonly dragPans: Readable<boolean>;
}

/** What tools need beside the canvas and the person whose pointer it is. */
interface ToolOptions extends Pick<CanvasModelOptions, 'labelOf' | 'lineAt' | 'later'> {
  readonly become: ToolContext['become'];
  readonly isSecondTap: ToolContext['isSecondTap'];
}

/** CSS pixels beside a thing that still count as on it. */
const REACH = { mouse: 0, pen: 4, touch: 18 } as const;
/** Half the width of the band along a line, and the radius of a handle, that take a pointer. CSS pixels. */
const LINE_REACH = { mouse: 9, pen: 16, touch: 22 } as const;
const HANDLE_REACH = { mouse: 12, pen: 16, touch: 22 } as const;

/** All that tools may do on a canvas. */
export function toolContextOf(model: Surroundings, mind: Mind, options: ToolOptions): ToolContext {
  const { camera, motion, traces, touch } = model;
  const { writer, lines, selection, toolsShown, reading, openLabel } = mind;
  const frame = (): Rect | undefined => frameOf(model, mind);
  const target = (at: Point, kind: PointerInput['kind']): Target => {
    const { scale } = camera.get();
    const point = toSheet(camera.get(), at);
    const handle = handleAt(model, mind, point, HANDLE_REACH[kind] / scale);
    if (handle !== undefined) return { kind: 'handle', id: handle };
    return targetAt(model.sheet(), point, {
      centerOf: motion.centerOf,
      lifted: new Set(motion.moving().keys()),
      labelOf: options.labelOf,
      lineAt: options.lineAt,
      lineReach: LINE_REACH[kind] / scale,
      reach: REACH[kind] / scale,
    });
  };
  return {
    sheet: () => model.sheet(),
    canWrite: () => model.canWrite(),
    ownTool: (input) => model.ownTool?.(input),
    camera,
    hands: model.hands,
    copy(centers) {
      const made = model.copyTo(centers);
      if (made) selection.set(made);
    },
    targetAt: target,
    selection,
    centerOf: motion.centerOf,
    frame,
    brush: traces.brush,
    guide: traces.guide,
    hover: traces.hover,
    renameGroup: (group) => model.part.set({ kind: 'group', ids: [], group }),
    draftLink: traces.draft,
    link: lines.connect,
    // Somebody may have taken it away while a finger was on it.
    chooseLink: (id) => lines.choose(model.view().links.some((link) => link.id === id) ? id : null),
    askLink: lines.begin,
    linkAsked: () => lines.from.get() !== null,
    finishLink: (to) => void lines.finish(to),
    openMenu({ at, kind }) {
      const point = toSheet(camera.get(), at);
      const pressed = target(at, kind);
      // A line has its menu beside it.
      if (pressed.kind === 'link') {
        lines.choose(pressed.id);
        return;
      }
      const box = frame();
      const group =
        pressed.kind === 'group' ? model.sheet().groups?.find(({ id }) => id === pressed.id) : undefined;
      if (group) selection.set(group.members);
      const onSticker = pressed.kind === 'sticker' || group !== undefined;
      if (pressed.kind === 'sticker' && !selection.get().includes(pressed.id)) selection.set([pressed.id]);
      toolsShown.set(false);
      mind.menu.set({
        kind: 'all',
        at,
        point,
        region: 'region' in pressed ? pressed.region : null,
        onSelection: onSticker || (box !== undefined && contains(box, point)),
      });
    },
    later: options.later,
    spaceHeld: model.spaceHeld,
    dragPans: () => model.dragPans.get(),
    showTools: (shown) => toolsShown.set(shown),
    readSticker: (sticker) => reading.set(sticker),
    touch,
    finishWriting() {
      if (touch.together()) return;
      reading.set(null);
      writer.finish(false);
    },
    writeIn: (sticker) => writer.open(sticker),
    startSticker: (center) => writer.startAt(center),
    openLabel: (region) => openLabel.set(region),
    flyToRegion: (region) => model.zoomToRegion(region),
    bringNear: (region) => model.bringNear(region),
    become: options.become,
    isSecondTap: options.isSecondTap,
  };
}

/** The box around what somebody selected on this sheet, when that is several. */
export function frameOf(model: Surroundings, { selection }: Pick<Mind, 'selection'>): Rect | undefined {
  const ids = selection.get();
  return ids.length < 2 ? undefined : boxAroundIds(model.view().byId, ids, model.motion.centerOf);
}

/** The selected sticker of which a handle is here. */
function handleAt(model: Surroundings, mind: Mind, point: Point, reach: number): string | undefined {
  const sticker = stickerWithHandles(model, mind);
  const near = handlesOf(model, sticker).some(({ x, y }) => Math.hypot(x - point.x, y - point.y) <= reach);
  return near ? sticker?.id : undefined;
}

/** Where lines are drawn from, of the sticker that has handles. In sheet units. */
export function handlesOf(model: Surroundings, sticker: StickerView | undefined): readonly Point[] {
  return sticker ? linkHandles(sticker, model.sheet(), model.camera.get().scale, model.motion.centerOf) : [];
}

/** The one sticker that somebody selected, while what can be done with it is shown. */
export function stickerWithHandles(
  model: Surroundings,
  { selection, toolsShown }: Pick<Mind, 'selection' | 'toolsShown'>,
): StickerView | undefined {
  const [only, ...more] = selection.get();
  if (only === undefined || more.length > 0 || !toolsShown.get() || !model.canWrite()) return undefined;
  return model.sheet().stickers.find(({ id }) => id === only);
}
