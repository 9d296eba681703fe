import type * as Y from 'yjs';
import { parseRegionId } from '../layout/index.ts';
import type { BoardFile, FileSticker } from './file.ts';
import { readHomework } from './homework.ts';
import { readLinks } from './links.ts';
import { readStickers } from './stickers.ts';
import { readTable } from './table.ts';
import type { Sticker } from './types.ts';

/**
 * The board as a file: all that is on it now, in a form `boardFromFile` takes back. Removed stickers,
 * and lines of which an end is gone, are left out.
 */
export function boardToFile(board: Y.Doc, table: Y.Doc): BoardFile {
  const { title, language, partners } = readTable(table).table;
  const { stickers } = readStickers(board);
  const known = new Set(partners.map((partner) => partner.id));
  const sorted = [...stickers.values()].sort((a, b) => a.place.z - b.place.z || (a.id < b.id ? -1 : 1));
  return {
    title,
    language,
    partners: partners.map(({ kind, ...partner }) => ({
      ...partner,
      ...(kind === undefined ? {} : { kind }),
    })),
    stickers: sorted.map((sticker) => stickerToFile(sticker, known)),
    links: [...readLinks(board).links.values()].filter(
      ({ from, to }) => stickers.has(from) && stickers.has(to),
    ),
  };
}

/** A sticker of homework in a partner's own file: as in a board file, with what was chosen for it. */
export interface FileHomeworkSticker extends FileSticker {
  readonly share: boolean;
  readonly personal: boolean;
  /** When it was shared, ms since the epoch; `null` while it was not. */
  readonly shared: number | null;
}

/** What a partner may take along: the board as a file, and its own homework beside it. */
export interface PartnerFile extends BoardFile {
  readonly homework: readonly FileHomeworkSticker[];
}

/** A partner's homework for its own file. */
export function homeworkToFile(homework: Y.Doc, table: Y.Doc): readonly FileHomeworkSticker[] {
  const known = new Set(readTable(table).table.partners.map((partner) => partner.id));
  return readHomework(homework).map(({ share, personal, shared, ...sticker }) => ({
    ...stickerToFile(sticker, known),
    share,
    personal,
    shared,
  }));
}

function stickerToFile(sticker: Sticker, known: ReadonlySet<string>): FileSticker {
  const { place, partner, author, text, tags, ...rest } = sticker;
  const region = place.region === null ? undefined : parseRegionId(place.region);
  const owner = region?.partner;
  // A panel whose partner left the table cannot be read back: the sticker goes to the bare sheet.
  const gone = owner !== undefined && !known.has(owner);
  return {
    ...rest,
    template: place.sheet,
    region: region === undefined || gone ? null : region.field,
    partner: partner !== null && known.has(partner) ? partner : null,
    ...(owner === undefined || gone || owner === partner ? {} : { panel: owner }),
    x: place.x,
    y: place.y,
    z: place.z,
    text,
    ...(author === null ? {} : { author: { id: author.id, name: author.name } }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
  };
}
