import type { Point, Rect, RegionId } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type { BoardHandle } from '../board/types.ts';
import type { Readable } from '../session/readable.ts';
import type { SessionHandle } from '../session/types.ts';

/** What a frame has to draw anew. */
export interface FrameNews {
  /** Lifted off the sheet or laid back on it since the frame before. */
  readonly lifted: readonly string[];
  readonly landed: readonly string[];
  readonly overlay: boolean;
  /** Something still moves: another frame is needed. */
  readonly alive: boolean;
}

/** What is done by code that is fetched for it. */
export interface FetchedActs {
  /** This person made these stickers, or laid them somewhere: offers room where there is none. */
  laid(ids: readonly string[]): void;
  /** Parks stickers beside the sheet. */
  park(ids: readonly string[]): void;
  /** Brings parked stickers back to where they came from. */
  bringBack(ids: readonly string[]): void;
  /** Shows a field large and the rest dimmed; for `null` the one that is meant by where one looks. */
  present(region: RegionId | null): void;
}

/** What a canvas needs of the page around it. */
export interface CanvasModelOptions {
  readonly board: BoardHandle;
  readonly session: Pick<SessionHandle, 'board' | 'me' | 'others' | 'announce' | 'status' | 'ticket'>;
  readonly sheet: TemplateKey;
  /** Whether a mouse that drags over empty sheet moves the view, instead of drawing a box to select with. */
  readonly dragPans: Readable<boolean>;
  /** Whether fingers only move the view, as this person chose; `null` when a pen that is used decides. */
  readonly penMode: Readable<boolean | null>;
  /** A pen decided so: say it. */
  readonly penFound: () => void;
  readonly now: () => number;
  readonly requestFrame: () => void;
  readonly later: (run: () => void, ms: number) => void;
  readonly reducedMotion: () => boolean;
  /** Where a field's label is drawn now, in sheet units. */
  readonly labelOf: (region: RegionId) => Rect | undefined;
  /** The line between stickers within so many sheet units of a point. */
  readonly lineAt: (point: Point, reach: number) => string | undefined;
  /** There is another view to draw. */
  readonly boardChanged: () => void;
  readonly fetched: FetchedActs;
  /** Somebody deleted the sticker this person was writing in; its text. */
  readonly writingGone: (text: string) => void;
}
