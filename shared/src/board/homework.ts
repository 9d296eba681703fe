import * as Y from 'yjs';
import { parseRegionId } from '../layout/index.ts';
import { fieldOf } from '../template/index.ts';
import { ORIGIN } from './origin.ts';
import { readStickers, stickersOf } from './stickers.ts';
import type { Sticker } from './types.ts';

/**
 * Homework (`<board>/private/<partner>`): stickers as on the board, each at the place it would have there, with
 * three keys more on its record. Nobody but the partner's own people can open the document; the server copies
 * from it what was chosen, when it is revealed.
 */
export interface HomeworkSticker extends Sticker {
  /** Whether it goes to the table at the reveal. Where nobody chose: not from a sensitive field, not when personal. */
  readonly share: boolean;
  /** A personal interest, of the writer and not of the organisation. */
  readonly personal: boolean;
  /** When it was copied to the board, ms since the epoch; `null` while it was not. */
  readonly shared: number | null;
}

/** Reads homework, in the order in which it was made. */
export function readHomework(doc: Y.Doc): readonly HomeworkSticker[] {
  const { stickers } = readStickers(doc);
  return [...stickers.values()]
    .map((sticker) => withChoice(doc, sticker))
    .sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1));
}

function withChoice(doc: Y.Doc, sticker: Sticker): HomeworkSticker {
  const record = stickersOf(doc).get(sticker.id);
  const [share, personal, shared] = ['share', 'personal', 'shared'].map((key) =>
    record instanceof Y.Map ? record.get(key) : undefined,
  );
  const isPersonal = personal === true;
  return {
    ...sticker,
    personal: isPersonal,
    share: typeof share === 'boolean' ? share : !isPersonal && !isSensitive(sticker),
    shared: typeof shared === 'number' ? shared : null,
  };
}

/** Whether a sticker lies in a field of which the instrument says that it is sensitive, such as the kernwaarde. */
function isSensitive({ place: { sheet, region } }: Sticker): boolean {
  return region !== null && fieldOf(sheet, parseRegionId(region).field)?.sensitive === true;
}

/** Chooses whether stickers go to the table, in one transaction. */
export function setShare(doc: Y.Doc, ids: readonly string[], share: boolean): void {
  setOnRecords(doc, ids, 'share', share);
}

/** Marks stickers as a personal interest, or not, in one transaction. */
export function setPersonal(doc: Y.Doc, ids: readonly string[], personal: boolean): void {
  setOnRecords(doc, ids, 'personal', personal);
}

/** Notes that stickers are on the board; for the server only. @param at ms since the epoch */
export function markShared(doc: Y.Doc, ids: readonly string[], at: number): void {
  setOnRecords(doc, ids, 'shared', at);
}

function setOnRecords(doc: Y.Doc, ids: readonly string[], key: string, value: unknown): void {
  doc.transact(() => {
    for (const id of ids) {
      const record = stickersOf(doc).get(id);
      if (record instanceof Y.Map && record.get(key) !== value) record.set(key, value);
    }
  }, ORIGIN.homework);
}
