import type {
  Certainty,
  Contribution,
  InkGround,
  InkStroke,
  LinkKind,
  Partner,
  Place,
  Quantity,
  Size,
  StickerPicture,
  StickerVotes,
} from '@samenbord/shared/board';
import type { Point, Rect, RegionId, SheetLayout } from '@samenbord/shared/layout';
import type { Language, TemplateKey } from '@samenbord/shared/template';
import type { Readable } from '../session/readable.ts';

/**
 * What there is to draw, and the only ways to change it. Canvas, list, export and the page's dialogs
 * know these types and nothing of Yjs.
 */

/** A sticker as it is drawn: everything resolved, immutable, the same object until it changes. */
export interface StickerView {
  readonly id: string;
  readonly sheet: TemplateKey;
  /** Region it lies in now, by layout; `null` on the bare sheet. */
  readonly region: RegionId | null;
  readonly place: Place;
  /** Centre in sheet units, under the present partners. */
  readonly center: Point;
  readonly size: Size;
  /** Side of the square in sheet units. */
  readonly side: number;
  readonly text: string;
  /** On whose behalf; `null` for nobody in particular, or for a partner no longer at the table. */
  readonly partner: Partner | null;
  readonly authorName: string | null;
  /** ms since the epoch. */
  readonly made: number;
  readonly category?: string;
  readonly quantity?: Quantity;
  readonly certainty?: Certainty;
  readonly tags?: readonly string[];
  /** Stays where and as it is until somebody unlocks it. */
  readonly locked?: true;
  readonly picture?: StickerPicture;
  /** The name of an icon, or an emoji. */
  readonly symbol?: string;
  /** Drawn on it, from bottom to top; absent for none. */
  readonly ink?: readonly InkStroke[];
  /** The group it belongs to. */
  readonly group?: { readonly id: string; readonly title: string };
  /** Dots on it; absent for none. */
  readonly votes?: StickerVotes;
}

/** Stickers with a frame around them. */
export interface GroupView {
  readonly id: string;
  /** May be empty. */
  readonly title: string;
  /** The frame as it lies around its stickers, in sheet units. */
  readonly box: Rect;
  readonly members: readonly string[];
  /** One of its stickers is locked: the frame stays where it is. */
  readonly locked: boolean;
}

export interface LinkView {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
}

/** One sheet: its geometry under the present partners, and its stickers from bottom to top. */
export interface SheetView {
  readonly key: TemplateKey;
  readonly layout: SheetLayout;
  readonly stickers: readonly StickerView[];
  /**
   * Whose stickers lie on the parking strip because they left, by name as far as that is known; nobody as soon as
   * anything on it was parked by hand. Absent when nothing is parked.
   */
  readonly parked?: readonly string[];
  /** Drawn on the sheet, over the stickers, from bottom to top; absent for none. */
  readonly ink?: readonly InkStroke[];
  /** Absent when there are none. */
  readonly groups?: readonly GroupView[];
}

/** The whole board at one moment. A new object at every change; unchanged parts keep their identity. */
export interface BoardView {
  readonly title: string;
  readonly language: Language;
  readonly partners: readonly Partner[];
  readonly sheets: Readonly<Record<TemplateKey, SheetView>>;
  readonly byId: ReadonlyMap<string, StickerView>;
  readonly links: readonly LinkView[];
  /** Strokes of ink on the board. */
  readonly ink: number;
  /** Records this program cannot read: kept in the document, not shown. */
  readonly unreadable: number;
  /** Whether this person may write now, and if not why. */
  readonly access: 'write' | 'observer' | 'frozen' | 'newer-schema';
  /** Both documents have arrived at least once. Before that nothing is drawn. */
  readonly loaded: boolean;
}

/** What is given to make a sticker. */
export interface StickerDraft {
  readonly sheet: TemplateKey;
  /** Centre in sheet units; the field under it is taken. */
  readonly center: Point;
  readonly size?: Size;
  readonly partner: string | null;
  readonly text?: string;
  readonly tags?: readonly string[];
  /** What else a copy keeps of what it was made of. */
  readonly details?: Pick<StickerView, 'category' | 'quantity' | 'certainty' | 'picture' | 'symbol'>;
  /** Drawn on what it is a copy of. */
  readonly ink?: readonly Pick<InkDraft, 'partner' | 'width' | 'points'>[];
}

/** What is made with stickers, among them; stickers go by their number in the list. */
export interface Among {
  readonly links: readonly { readonly from: number; readonly to: number; readonly kind: LinkKind }[];
  /** Frames; a sticker is in one at most. */
  readonly groups: readonly { readonly title: string; readonly members: readonly number[] }[];
}

/** What is given to draw a stroke. */
export interface InkDraft {
  readonly ground: InkGround;
  readonly partner: string | null;
  /** In sheet units on a sheet, in grains of the side on a sticker. */
  readonly width: number;
  /** As `encodeInk` makes it. */
  readonly points: Uint8Array;
}

/** Where and how large a sticker is to lie. */
export interface Spot {
  /** Centre in sheet units; the field under it is taken. */
  readonly center: Point;
  /** As it was when absent. */
  readonly size?: Size;
}

/**
 * Every change a person can make: each is one transaction with a named origin and one step of undo.
 * While `access` is not `write`, they do nothing and return as documented. Locked stickers are passed over
 * by all but `setLocked` and `restack`.
 */
export interface BoardCommands {
  /** @returns the new sticker's id, or `undefined` when the board is read-only or full, or the text too long */
  addSticker(draft: StickerDraft): string | undefined;
  /**
   * Makes several, on top, the later above the earlier: a paste. One that is laid in a group's frame joins it.
   * @param among lines and frames to make with them
   * @returns their ids in order; `undefined`, with nothing made, when not all of it can be
   */
  addStickers(drafts: readonly StickerDraft[], among?: Among): readonly string[] | undefined;
  /**
   * Takes off again what was just made and holds no text, as if it had never been: no step of undo is left.
   * @returns whether it did: not when somebody wrote in it
   */
  discardNew(id: string): boolean;
  /**
   * A drop: each sticker to a centre in sheet units on a sheet; it takes the field under it and comes on top. It
   * leaves the group whose frame it is taken out of, and joins the one whose frame it is laid in.
   * @param together they were taken by their frame: each stays in its group
   */
  moveStickers(sheet: TemplateKey, centers: ReadonlyMap<string, Point>, together?: boolean): void;
  /**
   * Puts a frame around stickers of one sheet, and takes them out of the groups they were in.
   * @param title at most `LIMITS.groupTitle` characters; may be empty
   * @returns the group's id; `undefined`, with nothing done, when there can be none
   */
  group(ids: readonly string[], title: string): string | undefined;
  /** Takes frames away; their stickers stay. */
  ungroup(groups: readonly string[]): void;
  renameGroup(group: string, title: string): void;
  /** Lays stickers of a sheet out, without a change of what lies above what. */
  layStickers(sheet: TemplateKey, spots: ReadonlyMap<string, Spot>): void;
  /** Brings stickers above or below all others of their sheet, among each other as they were. */
  restack(ids: readonly string[], to: 'front' | 'back'): void;
  /** Locks them, or unlocks them. */
  setLocked(ids: readonly string[], locked: boolean): void;
  setSize(ids: readonly string[], size: Size): void;
  setPartner(ids: readonly string[], partner: string | null): void;
  /** Sets all that a sticker carries as a contribution; what is not given is taken away. */
  setContribution(id: string, contribution: Contribution): void;
  /** Puts an icon or emoji on stickers; `undefined` takes it off. */
  setSymbol(ids: readonly string[], symbol: string | undefined): void;
  /** Says what is to be seen on a sticker's picture, for who cannot; an empty text takes that away. */
  describePicture(id: string, alt: string): void;
  /**
   * Draws strokes on a sheet or on stickers: one step of undo.
   * @returns their ids; `undefined` when the board is read-only, takes no more ink, or there is nothing to draw on
   */
  addInk(drafts: readonly InkDraft[]): readonly string[] | undefined;
  eraseInk(ids: readonly string[]): void;
  /**
   * Takes stickers off the board.
   * @returns puts these back, whatever was done since, and leaves all else; then there is nothing of it to undo
   */
  removeStickers(ids: readonly string[]): () => void;
  /**
   * Draws a line from one sticker to another, also to or from a locked one: it changes neither.
   * @returns its id, that of the line which says the same already, or `undefined` when there can be none: the board
   * is read-only or full, an end is not there, or both are one sticker
   */
  addLink(from: string, to: string, kind: LinkKind): string | undefined;
  /** Makes a line say something else, or point the other way. */
  changeLink(id: string, change: { readonly kind?: LinkKind; readonly turned?: boolean }): void;
  removeLinks(ids: readonly string[]): void;
  /**
   * Puts this person's dot on stickers of one sheet, or takes it off; on locked ones too. When they have too few left
   * for all of them, nothing is done.
   * @returns whether it was done, and how many dots they have left on that sheet then
   */
  vote(ids: readonly string[], on: boolean): VoteOutcome;
  undo(): void;
  redo(): void;
  /** Follows and edits one text while somebody writes in it; `undefined` for what is locked or not there. */
  openText(id: string): TextSession | undefined;
}

export interface VoteOutcome {
  readonly done: boolean;
  readonly left: number;
}

/** A text being written in, merged letter by letter with what others type. */
export interface TextSession {
  /** The text now. */
  get(): string;
  /**
   * The text field now reads `next` with the caret at `caret`.
   * @returns `'too-long'` when that is over the limit (`LIMITS.stickerText`): nothing was changed.
   */
  edit(next: string, caret: number): 'ok' | 'too-long';
  /**
   * Calls back when somebody else changed the text or the sticker went, with a function that says where
   * a position of the old text is in the new one.
   */
  subscribe(
    listener: (change: { text: string; move: (position: number) => number } | 'gone') => void,
  ): () => void;
  /** Ends the session: one step of undo for all that was typed in it. */
  close(): void;
}

/** Undo and redo as buttons show them. */
export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** An open board: what to draw, how to change it, what can be undone. */
export interface BoardHandle {
  readonly view: Readable<BoardView>;
  readonly commands: BoardCommands;
  readonly undo: Readable<UndoState>;
  /** Stops following the documents. Close it before the session. */
  close(): void;
}
