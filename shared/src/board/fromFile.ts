import * as Y from 'yjs';
import {
  layoutSheet,
  parkedRegion,
  placeAt,
  regionById,
  regionId,
  type SheetLayout,
} from '../layout/index.ts';
import { fieldOf } from '../template/index.ts';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import type { BoardFile, FileSticker } from './file.ts';
import { strokeFromFile } from './fileInk.ts';
import { writeGroups } from './groups.ts';
import { addInk, type InkStroke } from './ink.ts';
import { addLinks } from './links.ts';
import { ORIGIN } from './origin.ts';
import { completePartners } from './partners.ts';
import { stampSchema } from './schema.ts';
import { addStickers, type NewSticker } from './stickers.ts';
import { writeTable } from './table.ts';
import type { Place, Table } from './types.ts';
import { layUnplaced } from './unplaced.ts';
import { bringVotes } from './votes.ts';

/** A field of a board file that cannot be made into a board, by path; never holds a text of the file. */
export class BoardFileError extends Error {
  /** e.g. `stickers.12.region` */
  readonly field: string;
  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.name = 'BoardFileError';
    this.field = field;
  }
}

/** What making a board needs from outside, so that it is the same for the same file. */
export interface FromFileOptions {
  /** ms since the epoch: when the board, and stickers that do not say, were made. */
  readonly now: number;
  /** Makes an id for a sticker or line that has none. */
  readonly newId: () => string;
}

/** The two documents of a new board, each as one Yjs update (v1). */
export interface BoardUpdates {
  readonly board: Uint8Array;
  readonly table: Uint8Array;
}

/**
 * Makes the documents of a board from a file that passed `boardFileSchema`. Stickers without a place
 * are laid in rows in their field, smaller when there are many.
 * @throws {BoardFileError} for a field, partner or end of a line that does not exist, or an id twice.
 */
export function boardFromFile(file: BoardFile, options: FromFileOptions): BoardUpdates {
  const table = tableFromFile(file, options.now);
  const stickers = stickersFromFile(file, table, options);
  const ids = new Set(stickers.map((sticker) => sticker.id));
  const linkIds = new Set<string>();
  const links = (file.links ?? []).map(({ id: given, from, to, kind }, index) => {
    const id = given ?? options.newId();
    if (linkIds.has(id)) throw new BoardFileError(`links.${index}.id`, 'two lines have this id');
    linkIds.add(id);
    for (const [end, sticker] of Object.entries({ from, to }))
      if (!ids.has(sticker))
        throw new BoardFileError(`links.${index}.${end}`, 'there is no sticker with this id');
    return { id, from, to, kind };
  });
  const titles = titlesFromFile(file);
  const ink = inkFromFile(file, table, ids, options);
  return {
    board: madeBy((doc) => {
      addStickers(doc, stickers, ORIGIN.create);
      writeGroups(doc, { titles, members: new Map() });
      addLinks(doc, links, ORIGIN.create);
      addInk(doc, ink, ORIGIN.create);
      bringVotes(doc, votesFromFile(file, stickers), ORIGIN.create);
    }),
    table: madeBy((doc) => writeTable(doc, table, ORIGIN.create)),
  };
}

/** @throws {BoardFileError} for an id twice, or a sticker in a group there is not. */
function titlesFromFile({ groups = [], stickers = [] }: BoardFile): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  groups.forEach(({ id, title }, index) => {
    if (titles.has(id)) throw new BoardFileError(`groups.${index}.id`, 'two groups have this id');
    titles.set(id, title);
  });
  stickers.forEach(({ group }, index) => {
    if (group !== undefined && !titles.has(group))
      throw new BoardFileError(`stickers.${index}.group`, 'there is no group with this id');
  });
  return titles;
}

/** How many dots each sticker has, by its id in the document. */
function votesFromFile(
  { stickers = [] }: BoardFile,
  made: readonly Pick<NewSticker, 'id'>[],
): ReadonlyMap<string, number> {
  return new Map(
    stickers.flatMap(({ votes = 0 }, index) => {
      const id = made[index]?.id;
      return id !== undefined && votes > 0 ? [[id, votes] as const] : [];
    }),
  );
}

function inkFromFile(
  { ink = [] }: BoardFile,
  { partners }: Table,
  stickers: ReadonlySet<string>,
  { newId }: FromFileOptions,
): InkStroke[] {
  return ink.map((stroke, index) => {
    if (stroke.sticker !== undefined && !stickers.has(stroke.sticker))
      throw new BoardFileError(`ink.${index}.sticker`, 'there is no sticker with this id');
    if (stroke.partner && !partners.some(({ id }) => id === stroke.partner))
      throw new BoardFileError(`ink.${index}.partner`, 'there is no partner with this id');
    return strokeFromFile(stroke, newId(), index);
  });
}

function madeBy(fill: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    fill(doc);
    stampSchema(doc);
  }, ORIGIN.create);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function tableFromFile(file: BoardFile, now: number): Table {
  const given = new Set<string>();
  file.partners.forEach(({ id }, index) => {
    if (id === undefined) return;
    if (given.has(id)) throw new BoardFileError(`partners.${index}.id`, 'two partners have this id');
    given.add(id);
  });
  return {
    title: file.title ?? file.name ?? '',
    language: file.language ?? 'nl',
    made: now,
    partners: completePartners(file.partners),
  };
}

function stickersFromFile(file: BoardFile, table: Table, options: FromFileOptions): NewSticker[] {
  const partners = table.partners.map((partner) => partner.id);
  const layouts = Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, layoutSheet(key, partners)]));
  const given = file.stickers ?? [];
  const ids = new Set<string>();
  const located = given.map((sticker, index) => {
    const id = sticker.id ?? options.newId();
    if (ids.has(id)) throw new BoardFileError(`stickers.${index}.id`, 'two stickers have this id');
    ids.add(id);
    if (sticker.partner && !partners.includes(sticker.partner))
      throw new BoardFileError(`stickers.${index}.partner`, 'there is no partner with this id');
    const layout = layouts[sticker.template] as SheetLayout;
    return { id, index, sticker, layout, region: regionOf(sticker, layout, index) };
  });
  const laid = layUnplaced(located);
  return located.map(({ id, index, sticker, layout, region }) => {
    const spot = laid.get(index);
    const {
      template: _t,
      region: _r,
      panel: _p,
      parked: _parked,
      x,
      y,
      z,
      partner,
      author,
      made,
      id: _i,
      size,
      votes: _v,
      ...rest
    } = sticker;
    const place: Place =
      spot === undefined
        ? { sheet: layout.template, region, x: x ?? 0.5, y: y ?? 0.5, z: z ?? index + 1 }
        : placeAt(layout, spot.center, z ?? index + 1, region);
    return {
      ...(rest as Pick<NewSticker, 'text'>),
      id,
      place,
      partner: partner ?? null,
      author: author ?? null,
      made: made ?? options.now,
      size: size ?? spot?.size ?? 'M',
    };
  });
}

/** The region id a file's sticker means; `null` for the bare sheet. */
function regionOf(sticker: FileSticker, layout: SheetLayout, index: number): string | null {
  const owner = sticker.panel ?? sticker.partner ?? undefined;
  if (sticker.parked === true) return parkedFrom(sticker, layout, index);
  if (sticker.region === undefined || sticker.region === null) return null;
  for (const id of [
    regionId(sticker.region),
    ...(owner === undefined ? [] : [regionId(sticker.region, owner)]),
  ])
    if (regionById(layout, id) !== undefined) return id;
  throw noSuchField(layout, index);
}

/** What is parked keeps the field it came from; the panel of a partner who is not there is nobody's. */
function parkedFrom(sticker: FileSticker, layout: SheetLayout, index: number): string {
  const { region = null, panel, partner } = sticker;
  if (region === null) return parkedRegion(null);
  if (fieldOf(layout.template, region) === undefined) throw noSuchField(layout, index);
  const owner = panel ?? partner ?? undefined;
  const home = [regionId(region), ...(owner === undefined ? [] : [regionId(region, owner)])].find(
    (id) => regionById(layout, id) !== undefined,
  );
  return parkedRegion(home ?? region);
}

function noSuchField({ template }: SheetLayout, index: number): BoardFileError {
  return new BoardFileError(
    `stickers.${index}.region`,
    `the sheet ${template} has no such field for this partner`,
  );
}
