/**
 * A store looked at row by row, so that one row that cannot be read hides no other: what a check needs. Not for
 * serving boards.
 */
export interface Inspection {
  /** What is wrong with the store as such, beside single rows; empty when nothing is. */
  integrity(): Promise<readonly string[]>;
  boards(): Promise<readonly string[]>;
  links(): Promise<readonly InspectedLink[]>;
  /** Names of all documents of which there is anything. */
  documents(): Promise<readonly string[]>;
  document(name: string): Promise<InspectedDocument>;
  pictures(): Promise<readonly PictureName[]>;
  /** Why a picture cannot be given; `undefined` when it can. */
  pictureProblem(name: PictureName): Promise<string | undefined>;
  /** The value of a note; `undefined` when there is none. */
  note(board: string, kind: string, id: string): Promise<string | undefined>;
  notes(): Promise<readonly InspectedNote[]>;
  /** How many things earlier checks have set aside. */
  asideCount(): Promise<number>;
  close(): Promise<void>;
}

/** The means to set a store right again. Nothing that is kept is ever lost by them. */
export interface Repair {
  /**
   * Moves something to the table `set_aside`, with the reason and, where they can be read, its bytes.
   * @returns the number of its row there.
   */
  setAside(what: Aside, reason: string): Promise<number>;
  /** Puts one snapshot in the place of a document's rows; the caller has all of them in it. */
  replace(document: string, snapshot: Uint8Array, covers: number): Promise<void>;
  /** Keeps a document from being opened as an empty one, by a snapshot that cannot be read. */
  refuse(document: string): Promise<void>;
  close(): Promise<void>;
}

/** What a database lacks that was made anew from what could be read of a damaged one. */
export interface Rebuilt {
  /** Where the whole database as it was found lies. */
  readonly kept: string;
  /** Rows that were seen and could not be read, by table. */
  readonly unreadable: ReadonlyMap<string, number>;
  /** Tables of which there may have been rows that were not even seen, and between which. */
  readonly torn: readonly string[];
}

/** A store that is looked after and not served. What it opens is closed before it is. */
export interface TendedStore {
  /** What it is, for people. */
  readonly place: string;
  inspect(): Promise<Inspection>;
  /** @throws {StoreError} */
  repair(): Promise<Repair>;
  /** Makes the database anew; `undefined` where that is not for us to do. Nothing else may be open. */
  readonly rebuild: (() => Rebuilt) | undefined;
  close(): Promise<void>;
}

export interface InspectedRow {
  /** Of a snapshot: the position it covers. */
  readonly position: number;
  /** `undefined` when they cannot be read. */
  readonly bytes: Uint8Array | undefined;
  /** Why the bytes are not those that were written; `undefined` when they are. */
  readonly problem: string | undefined;
}

export interface InspectedDocument {
  readonly snapshot: InspectedRow | undefined;
  /** Oldest first. */
  readonly updates: readonly InspectedRow[];
}

export interface InspectedLink {
  readonly id: string;
  readonly board: string;
  readonly role: string;
  /** Whether it was not withdrawn. */
  readonly works: boolean;
  readonly problem: string | undefined;
}

export interface PictureName {
  readonly board: string;
  readonly hash: string;
}

export interface NoteName {
  readonly board: string;
  readonly kind: string;
  readonly id: string;
}

export interface InspectedNote extends NoteName {
  readonly problem: string | undefined;
}

export type Aside =
  | { readonly kind: 'update'; readonly document: string; readonly position: number }
  | { readonly kind: 'snapshot'; readonly document: string }
  | { readonly kind: 'link'; readonly id: string }
  | ({ readonly kind: 'picture' } & PictureName)
  | { readonly kind: 'note'; readonly note: NoteName };

/** The checksum, which no bytes have, of a snapshot that stands for a document that was lost. */
export const LOST = -1;

/** Why a row's bytes are not what was written; `undefined` when they are. */
export function rowProblem(crc: number, actual: number): string | undefined {
  if (crc === LOST) return 'it was lost, and an earlier check has marked it so';
  return crc === actual ? undefined : 'its bytes changed where they are kept';
}

/** Why a note's value is none; `undefined` when it is one. */
export function noteProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'the database cannot read it';
  try {
    JSON.parse(value);
    return undefined;
  } catch {
    return 'its value is no JSON';
  }
}

/** The board that a document belongs to, by its name. */
export const boardOfDocument = (document: string): string => document.split('/')[0] ?? document;
