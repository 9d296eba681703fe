import type { Point, Rect, RegionId } from '@samenbord/shared/layout';
import type { SheetView, StickerView } from '../../board/types.ts';
import type { CameraControl } from '../camera/cameraControl.ts';
import type { Target } from '../hit.ts';
import type { Hands } from '../moving/hands.ts';
import type { Guide } from '../moving/snapping.ts';
import type { LinkDraft } from '../moving/traces.ts';
import type { TouchWays } from '../touchWays.ts';

/** One event of one pointer, as tools see it: nothing of the page. */
export interface PointerInput {
  readonly id: number;
  readonly kind: 'mouse' | 'touch' | 'pen';
  /** 0 primary, 1 middle, 2 secondary. */
  readonly button: number;
  /** CSS pixels from the view's top left. */
  readonly at: Point;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Control, or the command key. */
  readonly ctrl: boolean;
  /** ms on the clock that the context's `now` reads. */
  readonly time: number;
  /** How wide a touch is, in CSS pixels, where the screen says so. */
  readonly contact?: number;
  /** How hard a pen presses, 0 to 1; absent for what knows no pressure. */
  readonly pressure?: number;
  /** Where it came by since the event before, while a pen is taken up. */
  readonly between?: readonly { readonly at: Point; readonly pressure?: number }[];
}

/**
 * What one pointer is doing. Each active pointer has its own node, so that several hands never share
 * state. `move` gives the node that comes next, itself when nothing changes.
 */
export interface ToolNode {
  readonly name: ToolName;
  move(input: PointerInput): ToolNode;
  /** The pointer went up as usual: what was being done is done. */
  up(input: PointerInput): void;
  /** It was lost, or somebody pressed Escape: as if it had not begun. */
  cancel(): void;
  /** The board changed under it. @returns the node that comes next */
  boardChanged?(): ToolNode;
  /** The camera moved under it, by another pointer. */
  cameraChanged?(): void;
  /** Whether a second finger makes a pinch of what this one began; it is cancelled then. */
  opensToPinch?(second: PointerInput): boolean;
  /** An animation frame, at `time` ms. @returns whether it wants another */
  frame?(time: number): boolean;
}

export type ToolName =
  | 'resting'
  | 'pointingSticker'
  | 'dragging'
  | 'brushing'
  | 'pointingFrame'
  | 'pointingMenu'
  | 'pointingCanvas'
  | 'pointingLabel'
  | 'steadying'
  | 'pointingGroup'
  | 'pointingLink'
  | 'pointingHandle'
  | 'pointingEnd'
  | 'drawingLink'
  | 'panning'
  | 'pinching'
  | 'inking'
  | 'erasing';

/** All a tool may do. Small, so that tests can be it. */
export interface ToolContext {
  readonly sheet: () => SheetView;
  readonly canWrite: () => boolean;
  /** What a pointer does that goes down while a tool is taken up; `undefined` for what it always does. */
  readonly ownTool: (input: PointerInput) => ToolNode | undefined;
  readonly camera: Pick<CameraControl, 'get' | 'set' | 'stop' | 'view' | 'glide' | 'panBy'>;
  readonly hands: Hands;
  /** Makes copies of stickers, in these centres, and selects them. */
  readonly copy: (centers: ReadonlyMap<string, Point>) => void;
  /** Where a sticker is shown now. */
  readonly centerOf: (sticker: StickerView) => Point;
  /** The box around what is selected, when that is several. */
  readonly frame: () => Rect | undefined;
  /** What is being drawn to select with, by pointer. */
  readonly brush: (pointer: number, box: Rect | null) => void;
  /** What a held thing snapped to, by pointer. */
  readonly guide: (pointer: number, guides: readonly Guide[]) => void;
  /** Asks for another title of a group. */
  readonly renameGroup: (group: string) => void;
  /** The line a pointer draws. */
  readonly draftLink: (pointer: number, draft: LinkDraft | null) => void;
  readonly link: (from: string, to: string) => void;
  readonly chooseLink: (id: string | null) => void;
  /** Asks for the other end of a line from this sticker. */
  readonly askLink: (from: string) => void;
  /** Whether one is asked for. */
  readonly linkAsked: () => boolean;
  readonly finishLink: (to: string | null) => void;
  /** Opens the menu of what is here. */
  readonly openMenu: (input: PointerInput) => void;
  /** Calls once, after ms. */
  readonly later: (run: () => void, ms: number) => void;
  readonly targetAt: (at: Point, kind: PointerInput['kind']) => Target;
  readonly selection: { get(): readonly string[]; set(ids: readonly string[]): void };
  /** Whether what can be done with the selection is shown beside it. */
  readonly showTools: (shown: boolean) => void;
  /** Shows a sticker large, for who may not write. */
  readonly readSticker: (sticker: string) => void;
  /** The fields under held stickers light up. */
  readonly hover: (pointer: number, region: RegionId | null) => void;
  /** Whether the space bar is down: every drag then moves the view. */
  readonly spaceHeld: () => boolean;
  /** Whether a mouse that drags over empty sheet moves the view, instead of drawing a box to select with. */
  readonly dragPans: () => boolean;
  /** Somebody put a finger down: what is being written elsewhere is finished. */
  readonly finishWriting: () => void;
  readonly writeIn: (sticker: string) => void;
  /** Starts a new sticker at a point of the sheet. */
  readonly startSticker: (center: Point) => void;
  /** How fingers and pens work here. */
  readonly touch: Pick<TouchWays, 'together' | 'fingersPan' | 'penUsed'>;
  readonly openLabel: (region: RegionId | null) => void;
  readonly flyToRegion: (region: RegionId) => void;
  /** As that, where several people work at one screen. @returns whether it did */
  readonly bringNear: (region: RegionId) => boolean;
  /** Puts another node in a pointer's hand: two fingers become one pinch, and one again. */
  readonly become: (pointer: number, node: ToolNode) => void;
  /** Whether this tap is the second of two on the same thing. */
  readonly isSecondTap: (input: PointerInput, what: string) => boolean;
}
