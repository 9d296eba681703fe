import { contains, type Point, type Rect, type RegionId } from '@samenbord/shared/layout';
import type { SheetView, StickerView } from '../board/types.ts';
import type { Readable, Writable } from '../session/readable.ts';
import { toSheet } from './camera.ts';
import type { CameraControl } from './cameraControl.ts';
import type { Hands } from './hands.ts';
import { type Target, targetAt } from './hit.ts';
import type { Lines } from './lines.ts';
import { linkHandles } from './linkHandles.ts';
import type { Motion } from './motion.ts';
import type { OpenMenu } from './openPart.ts';
import { tapMemory } from './tools/taps.ts';
import type { PointerInput, ToolContext } from './tools/types.ts';
import type { TouchWays } from './touchWays.ts';
import type { Traces } from './traces.ts';
import type { Writer } from './writer.ts';

/** What of a canvas its tools work on. */
export interface ToolSurroundings {
  readonly sheet: () => SheetView;
  readonly canWrite: () => boolean;
  readonly ownTool: ToolContext['ownTool'];
  readonly camera: CameraControl;
  readonly hands: Hands;
  readonly makeCopies: (centers: ReadonlyMap<string, Point>) => readonly string[] | undefined;
  readonly motion: Motion;
  readonly traces: Traces;
  readonly writer: Writer;
  readonly touch: TouchWays;
  readonly selection: Writable<readonly string[]>;
  readonly toolsShown: Writable<boolean>;
  readonly reading: Writable<string | null>;
  readonly openLabel: Writable<RegionId | null>;
  readonly menu: Writable<OpenMenu | null>;
  readonly dragPans: Readable<boolean>;
  readonly spaceHeld: () => boolean;
  readonly frame: () => Rect | undefined;
  readonly zoomToRegion: (region: RegionId) => void;
  readonly labelOf: (region: RegionId) => Rect | undefined;
  readonly lines: Lines;
  readonly renameGroup: (group: string) => void;
  readonly lineAt: (point: Point, reach: number) => string | undefined;
  readonly later: (run: () => void, ms: number) => void;
}

/** CSS pixels beside a thing that still count as on it. */
const REACH = { mouse: 0, pen: 4, touch: 18 } as const;
/** Half the width of the band along a line, and the radius of a handle, that take a pointer. CSS pixels. */
const LINE_REACH = { mouse: 9, pen: 16, touch: 22 } as const;
const HANDLE_REACH = { mouse: 12, pen: 16, touch: 22 } as const;

/** All that tools may do on a canvas. */
export function toolContextOf(of: ToolSurroundings, become: ToolContext['become']): ToolContext {
  const { camera, motion, traces, touch, writer, selection, toolsShown, reading, openLabel } = of;
  const target = (at: Point, kind: PointerInput['kind']): Target => {
    const { scale } = camera.get();
    const point = toSheet(camera.get(), at);
    const handle = handleAt(of, point, HANDLE_REACH[kind] / scale);
    if (handle !== undefined) return { kind: 'handle', id: handle };
    return targetAt(of.sheet(), point, {
      centerOf: motion.centerOf,
      lifted: new Set(motion.moving().keys()),
      labelOf: of.labelOf,
      lineAt: of.lineAt,
      lineReach: LINE_REACH[kind] / scale,
      reach: REACH[kind] / scale,
    });
  };
  return {
    sheet: of.sheet,
    canWrite: of.canWrite,
    ownTool: of.ownTool,
    camera,
    hands: of.hands,
    copy(centers) {
      const made = of.makeCopies(centers);
      if (made) selection.set(made);
    },
    targetAt: target,
    selection,
    centerOf: motion.centerOf,
    frame: of.frame,
    brush: traces.brush,
    guide: traces.guide,
    hover: traces.hover,
    renameGroup: of.renameGroup,
    draftLink: traces.draft,
    link: of.lines.connect,
    chooseLink: of.lines.choose,
    askLink: of.lines.begin,
    linkAsked: () => of.lines.from.get() !== null,
    finishLink: (to) => void of.lines.finish(to),
    openMenu({ at, kind }) {
      const point = toSheet(camera.get(), at);
      const pressed = target(at, kind);
      // A line has its menu beside it.
      if (pressed.kind === 'link') {
        of.lines.choose(pressed.id);
        return;
      }
      const frame = of.frame();
      const group =
        pressed.kind === 'group' ? of.sheet().groups?.find(({ id }) => id === pressed.id) : undefined;
      if (group) selection.set(group.members);
      const onSticker = pressed.kind === 'sticker' || group !== undefined;
      if (pressed.kind === 'sticker' && !selection.get().includes(pressed.id)) selection.set([pressed.id]);
      toolsShown.set(false);
      of.menu.set({
        kind: 'all',
        at,
        point,
        region: 'region' in pressed ? pressed.region : null,
        onSelection: onSticker || (frame !== undefined && contains(frame, point)),
      });
    },
    later: of.later,
    spaceHeld: of.spaceHeld,
    dragPans: () => of.dragPans.get(),
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
    flyToRegion: of.zoomToRegion,
    become,
    isSecondTap: tapMemory(),
  };
}

/** The selected sticker of which a handle is here. */
function handleAt(of: ToolSurroundings, point: Point, reach: number): string | undefined {
  const sticker = stickerWithHandles(of);
  const handles = sticker && linkHandles(sticker, of.sheet(), of.camera.get().scale, of.motion.centerOf);
  const near = handles?.some(({ x, y }) => Math.hypot(x - point.x, y - point.y) <= reach);
  return near ? sticker?.id : undefined;
}

/** The one sticker that is selected, while what can be done with it is shown. */
export function stickerWithHandles(
  of: Pick<ToolSurroundings, 'sheet' | 'selection' | 'toolsShown' | 'canWrite'>,
): StickerView | undefined {
  const [only, ...more] = of.selection.get();
  if (only === undefined || more.length > 0 || !of.toolsShown.get() || !of.canWrite()) return undefined;
  return of.sheet().stickers.find(({ id }) => id === only);
}
