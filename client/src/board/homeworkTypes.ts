import type { Contribution } from '@samenbord/shared/board';
import type { Readable } from '../session/readable.ts';
import type { BoardCommands, UndoState } from './types.ts';

/** One sticker of a partner's homework: immutable, the same object until it changes. */
export interface HomeworkCard extends Contribution {
  readonly id: string;
  /** The key of the field it answers: one of `HOMEWORK_FIELDS`. */
  readonly field: string;
  readonly text: string;
  readonly authorName: string | null;
  /** Whether it goes to the table at the reveal. */
  readonly share: boolean;
  /** A personal interest, of the writer and not of the organisation. */
  readonly personal: boolean;
  /** When it came on the board, ms since the epoch; `null` while it did not. */
  readonly shared: number | null;
}

/** A partner's homework at one moment. */
export interface HomeworkView {
  /** In the order in which they were made. */
  readonly cards: readonly HomeworkCard[];
  readonly canWrite: boolean;
  /** It has arrived at least once. */
  readonly loaded: boolean;
  /** Made with a newer version of this program: to look at, not to change. */
  readonly isNewer: boolean;
  /** Records this program cannot read: kept, not shown. */
  readonly unreadable: number;
}

export interface HomeworkDraft {
  readonly field: string;
  readonly text?: string;
}

/** Every change of homework; each is one transaction, and one step of undo but for the choices. */
export interface HomeworkCommands
  extends Pick<
    BoardCommands,
    'discardNew' | 'removeStickers' | 'setContribution' | 'undo' | 'redo' | 'openText'
  > {
  /** @returns the new sticker's id, or `undefined` when there is no room or one may not write */
  addSticker(draft: HomeworkDraft): string | undefined;
  /** Moves a sticker to another field, behind what is there. */
  moveTo(id: string, field: string): void;
  /** Chooses whether stickers go to the table. */
  setShare(ids: readonly string[], share: boolean): void;
  /** Marks stickers as a personal interest; they then stay here until somebody chooses otherwise. */
  setPersonal(ids: readonly string[], personal: boolean): void;
}

/** A partner's homework that is open. */
export interface HomeworkHandle {
  readonly partner: string;
  readonly view: Readable<HomeworkView>;
  readonly commands: HomeworkCommands;
  readonly undo: Readable<UndoState>;
  /** Stops following the document. Close it before its connection. */
  close(): void;
}
