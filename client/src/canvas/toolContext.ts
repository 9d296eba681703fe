import { contains, type Point, type Rect, type RegionId } from '@samenbord/shared/layout';
import type { SheetView } from '../board/types.ts';
import type { Readable, Writable } from '../session/readable.ts';
import { toSheet } from './camera.ts';
import type { CameraControl } from './cameraControl.ts';
import type { Hands } from './hands.ts';
import { type Target, targetAt } from './hit.ts';
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
  readonly later: (run: () => void, ms: number) => void;
}

/** CSS pixels beside a thing that still count as on it. */
const REACH = { mouse: 0, pen: 4, touch: 18 } as const;

/** All that tools may do on a canvas. */
export function toolContextOf(of: ToolSurroundings, become: ToolContext['become']): ToolContext {
  const { camera, motion, traces, touch, writer, selection, toolsShown, reading, openLabel } = of;
  const target = (at: Point, kind: PointerInput['kind']): Target =>
    targetAt(of.sheet(), toSheet(camera.get(), at), {
      centerOf: motion.centerOf,
      lifted: new Set(motion.moving().keys()),
      labelOf: of.labelOf,
      reach: REACH[kind] / camera.get().scale,
    });
  return {
    sheet: of.sheet,
    canWrite: of.canWrite,
    ownTool: of.ownTool,
    camera,
    hands: of.hands,
    targetAt: target,
    selection,
    centerOf: motion.centerOf,
    frame: of.frame,
    brush: traces.brush,
    guide: traces.guide,
    hover: traces.hover,
    openMenu({ at, kind }) {
      const point = toSheet(camera.get(), at);
      const pressed = target(at, kind);
      const frame = of.frame();
      const onSticker = pressed.kind === 'sticker';
      if (onSticker && !selection.get().includes(pressed.id)) selection.set([pressed.id]);
      toolsShown.set(false);
      of.menu.set({
        kind: 'all',
        at,
        point,
        region: onSticker ? null : pressed.region,
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
