import type * as Y from 'yjs';
import { LIMITS } from '../protocol/limits.ts';
import { cutText } from '../protocol/visibleText.ts';
import type { BoardFile, FileSticker } from './file.ts';
import { inkToFile } from './fileInk.ts';
import { fileIds, fileLinks, filePartners, stickerFitter } from './fitting.ts';
import { readGroups } from './groups.ts';
import { readHomework } from './homework.ts';
import { readInk } from './ink.ts';
import { readLinks } from './links.ts';
import { readStickers } from './stickers.ts';
import { readTable, titleOf } from './table.ts';
import { countVotes, type StickerVotes } from './votes.ts';

/**
 * The board as a file: all that is on it now, in a form `boardFromFile` takes back. Removed stickers,
 * and lines of which an end is gone, are left out. Whatever a program wrote that no page does, it can be made into a
 * board again: what does not fit is cut or put on the bare sheet (`fitting.ts`).
 */
export function boardToFile(board: Y.Doc, table: Y.Doc): BoardFile {
  const { table: read } = readTable(table);
  const partners = filePartners(read);
  const { stickers } = readStickers(board);
  const votes = countVotes(board, stickers);
  const sorted = [...stickers.values()]
    .sort((a, b) => a.place.z - b.place.z || (a.id < b.id ? -1 : 1))
    .slice(0, LIMITS.stickers);
  const ids = fileIds(sorted.map(({ id }) => id));
  const toFile = stickerFitter(partners);
  const titles = readGroups(board);
  // A group with nobody in it is not shown, and not kept.
  const used = new Set(sorted.map(({ group }) => group));
  const groups = [...titles]
    .filter(([id]) => used.has(id))
    .map(([id, title]) => ({ id, title: cutText(title, LIMITS.groupTitle) }));
  const ink = inkToFile(readInk(board).strokes.values(), ids, partners);
  return {
    title: titleOf(read),
    language: read.language,
    partners: [...partners],
    stickers: sorted.map((sticker) => ({
      ...toFile(sticker, ids),
      ...(sticker.group !== undefined && titles.has(sticker.group) ? { group: sticker.group } : {}),
      ...votesFor(votes.get(sticker.id)),
    })),
    ...(groups.length === 0 ? {} : { groups }),
    links: fileLinks(readLinks(board).links.values(), ids),
    ...(ink.length === 0 ? {} : { ink }),
  };
}

function votesFor(votes: StickerVotes | undefined): Pick<FileSticker, 'votes'> {
  return votes === undefined ? {} : { votes: Math.min(votes.count, LIMITS.fileVotes) };
}

/** A sticker of homework in a partner's own file: as in a board file, with what was chosen for it. */
export interface FileHomeworkSticker extends FileSticker {
  readonly share: boolean;
  readonly personal: boolean;
  /** When it was shared, ms since the epoch; `null` while it was not. */
  readonly shared: number | null;
}

/** What a partner may take along: the board as a file, and its own homework beside it, with what this person
 * wrote in the silent round that is open. */
export interface PartnerFile extends BoardFile {
  readonly homework: readonly FileHomeworkSticker[];
  readonly silent: readonly FileSticker[];
}

/** A partner's homework for its own file. */
export function homeworkToFile(homework: Y.Doc, table: Y.Doc): readonly FileHomeworkSticker[] {
  const stickers = readHomework(homework);
  const ids = fileIds(stickers.map(({ id }) => id));
  const toFile = stickerFitter(filePartners(readTable(table).table));
  return stickers.map(({ share, personal, shared, ...sticker }) => ({
    ...toFile(sticker, ids),
    share,
    personal,
    shared,
  }));
}

/** What one person wrote in a silent round, for their own file. */
export function silentToFile(silent: Y.Doc, table: Y.Doc): readonly FileSticker[] {
  const stickers = [...readStickers(silent).stickers.values()];
  const ids = fileIds(stickers.map(({ id }) => id));
  const toFile = stickerFitter(filePartners(readTable(table).table));
  return stickers.map((sticker) => toFile(sticker, ids));
}
