import type {
  AppendResult,
  BoardRecord,
  Fence,
  LinkRecord,
  NewNote,
  Note,
  NoteAdded,
  PictureOutcome,
  PictureRecord,
} from '../types.ts';
import type { Failure } from './errors.ts';
import type { Packed } from './pack.ts';

/** What the worker is given at its start. */
export interface WorkerStart {
  readonly directory: string;
  /** Pages the database may have; 0 for no bound. */
  readonly maxPages: number;
}

/** One append of a group; `updates` says how many of the group's parts are its. */
export interface AppendItem {
  readonly document: string;
  readonly updates: number;
  readonly fence: Fence | undefined;
}

export type AppendOutcome = AppendResult | { readonly failure: Failure };

/** A document on its way out of the worker: the snapshot, when there is one, is the first part. */
export interface PackedDocument {
  readonly packed: Packed;
  readonly hasSnapshot: boolean;
  readonly position: number;
}

export interface PictureName {
  readonly board: string;
  readonly hash: string;
}
type NoteName = Pick<Note, 'board' | 'kind' | 'id'>;

/** What can be asked of the worker, each with its answer. */
export interface Operations {
  append: { ask: { items: readonly AppendItem[]; packed: Packed }; answer: readonly AppendOutcome[] };
  /** Flushes; answers the position that is on disk now. */
  sync: { ask: null; answer: number };
  load: { ask: string; answer: PackedDocument | undefined };
  compact: {
    ask: { document: string; snapshot: Packed; covers: number; fence: Fence | undefined };
    answer: null;
  };
  remove: { ask: string; answer: null };
  documentNames: { ask: string; answer: readonly string[] };
  scrub: { ask: null; answer: null };
  addBoard: { ask: { board: BoardRecord; links: readonly LinkRecord[] }; answer: null };
  board: { ask: string; answer: BoardRecord | undefined };
  addLink: { ask: LinkRecord; answer: null };
  links: { ask: string; answer: readonly LinkRecord[] };
  link: { ask: string; answer: LinkRecord | undefined };
  withdrawLink: { ask: { id: string; at: number }; answer: null };
  removeBoard: { ask: string; answer: null };
  key: { ask: string; answer: Uint8Array | undefined };
  /** Keeps a key unless there is one; answers the one that is kept. */
  keepKey: { ask: { name: string; value: Uint8Array }; answer: Uint8Array };
  putPicture: {
    ask: { board: string; type: string; made: number; most: number; packed: Packed };
    answer: { hash: string; outcome: PictureOutcome };
  };
  picture: { ask: PictureName; answer: { record: PictureRecord; packed: Packed } | undefined };
  hasPicture: { ask: PictureName; answer: boolean };
  pictures: { ask: string; answer: readonly PictureRecord[] };
  pictureBytes: { ask: string; answer: number };
  removePicture: { ask: PictureName; answer: null };
  removePictures: { ask: string; answer: null };
  pictureBoards: { ask: null; answer: readonly string[] };
  markPictures: { ask: { board: string; hashes: readonly string[]; at: number }; answer: null };
  unusedPictures: { ask: { board: string; before: number }; answer: readonly PictureRecord[] };
  removeUnusedPicture: { ask: PictureName & { before: number }; answer: boolean };
  putNote: { ask: { note: NewNote; expected: number }; answer: number | undefined };
  addNote: { ask: { note: NewNote; most: number }; answer: NoteAdded };
  note: { ask: NoteName; answer: Note | undefined };
  notes: { ask: Omit<NoteName, 'id'>; answer: readonly Note[] };
  notesWithId: { ask: Omit<NoteName, 'board'>; answer: readonly Note[] };
  notesOfKind: { ask: { kind: string; since: number }; answer: readonly Note[] };
  removeNote: { ask: NoteName; answer: null };
  health: { ask: null; answer: boolean };
  close: { ask: null; answer: null };
}

export type Operation = keyof Operations;

export type Question = {
  [K in Operation]: { readonly id: number; readonly kind: K; readonly ask: Operations[K]['ask'] };
}[Operation];

export type Answer =
  | { readonly id: number; readonly ok: true; readonly answer: Operations[Operation]['answer'] }
  | { readonly id: number; readonly ok: false; readonly failure: Failure };

/** The worker's first word: whether the store is open. */
export type Opened = { readonly opened: true } | { readonly opened: false; readonly failure: Failure };
