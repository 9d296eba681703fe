import { createHash } from 'node:crypto';
import {
  addStickers,
  boardDocument,
  ORIGIN,
  type Partner,
  PEN_TAG,
  readMeeting,
  readStickers,
  readTable,
  type Sticker,
  stickersOf,
  tableDocument,
} from '@samenbord/shared/board';
import { layoutSheet, type RegionId, regionById, type SheetLayout } from '@samenbord/shared/layout';
import { LIMITS, type NewStickerRequest, type PenBoardResponse, type Role } from '@samenbord/shared/protocol';
import { TEMPLATES } from '@samenbord/shared/template';
import * as Y from 'yjs';
import type { Relay } from '../relay/types.ts';
import { ActError } from './actError.ts';
import { spotsIn, squareOf } from './laying.ts';

/** Who a sticker is of. */
export interface StickerAuthor {
  readonly id: string;
  readonly name: string;
  readonly role?: Role;
  /** Whether it is thrown with a phone, and marked so. */
  readonly byPen?: true;
}

/** Putting stickers on a board without opening it. */
export interface Adding {
  /** What one has to know for that; `undefined` when there is no such board. @throws {StoreError} */
  board(board: string): Promise<PenBoardResponse | undefined>;
  /**
   * One sticker, in a free spot of its field; nothing when this author put one of this id there before.
   * @throws {ActError} for a sheet that is closed, a field or partner there is not, an id that is taken, and when the board is full
   * @throws {StoreError}
   */
  add(board: string, sticker: NewStickerRequest, author: StickerAuthor): Promise<void>;
}

export interface AddingOptions {
  readonly relay: Relay;
  /** ms since the epoch, now */
  readonly now: () => number;
}

export function createAdding({ relay, now }: AddingOptions): Adding {
  async function withTable<T>(board: string, use: (table: Y.Doc) => T): Promise<T | undefined> {
    const update = await relay.read(tableDocument(board));
    if (update === undefined) return undefined;
    const doc = new Y.Doc();
    try {
      Y.applyUpdate(doc, update);
      return use(doc);
    } finally {
      doc.destroy();
    }
  }

  return {
    board: (board) => withTable(board, describe),

    async add(board, { id, sheet, region, partner, text }, { byPen, ...author }) {
      const seen = await withTable(board, (table) => ({
        partners: readTable(table).table.partners.map((one) => one.id),
        sheets: readMeeting(table).sheets,
      }));
      if (seen === undefined) throw new ActError('not-found', 'there is no such board');
      const { partners, sheets } = seen;
      if (!sheets.includes(sheet)) throw new ActError('invalid', 'sheet is not open now', 'sheet');
      const layout = layoutSheet(sheet, partners);
      const field = regionById(layout, region);
      if (field === undefined)
        throw new ActError('invalid', 'region is no field of this sheet now', 'region');
      if (partner !== null && !partners.includes(partner))
        throw new ActError('invalid', 'partner is not at the table', 'partner');
      await relay.change(boardDocument(board), (doc) => {
        if (isThere(doc, id, author.id)) return;
        const { stickers } = readStickers(doc);
        if (stickers.size >= LIMITS.stickers)
          throw new ActError('conflict', `the board is full: it holds ${LIMITS.stickers} stickers`);
        const spot = freeSpot(layout, region, [...stickers.values()]);
        const values = { id, text, partner, author, made: now(), ...spot };
        addStickers(doc, [{ ...values, ...(byPen ? { tags: [PEN_TAG] } : {}) }], ORIGIN.addSticker);
      });
    },
  };
}

/** Whether this author's sticker came already. @throws {ActError} when the id is of somebody else's sticker */
function isThere(doc: Y.Doc, id: string, author: string): boolean {
  const known = stickersOf(doc).get(id);
  if (known === undefined) return false;
  if (authorOf(known) === author) return true;
  throw new ActError('conflict', 'there is a sticker of this id already; make another id');
}

/** A place in this field clear of the stickers there, above all. */
function freeSpot(layout: SheetLayout, region: RegionId, stickers: readonly Sticker[]) {
  const occupied = stickers
    .filter(({ place }) => place.sheet === layout.template && place.region === region)
    .map((sticker) => squareOf(layout, sticker));
  const [spot] = spotsIn(layout, region, 1, occupied);
  if (spot === undefined) throw new ActError('invalid', 'region is no field of this sheet now', 'region');
  const z = Math.max(0, ...stickers.map(({ place }) => place.z)) + 1;
  return { place: { ...spot.place, z }, size: spot.size };
}

/** An author that no session can be taken for, of what a browser calls itself: the same on one board, and only there. */
export function authorOfBrowser(board: string, browser: string, name: string): StickerAuthor {
  const id = createHash('sha256').update(`${board} ${browser}`).digest('base64url').slice(0, 22);
  return { id: `pen-${id}`, name, byPen: true };
}

function authorOf(record: unknown): string | undefined {
  const author: unknown = record instanceof Y.Map ? record.get('author') : undefined;
  return typeof author === 'object' && author !== null && 'id' in author ? String(author.id) : undefined;
}

function describe(table: Y.Doc): PenBoardResponse {
  const { title, language, partners } = readTable(table).table;
  const { sheets } = readMeeting(table);
  return {
    title,
    language,
    partners: partners.map(({ id, name, mark, color }: Partner) => ({ id, name, mark, color })),
    sheets: sheets.map((sheet) => ({
      sheet,
      title: TEMPLATES[sheet].title,
      fields: layoutSheet(
        sheet,
        partners.map(({ id }) => id),
      ).regions.map(({ id, field, partner }) => ({
        region: id,
        label: field.label,
        partner: partner ?? null,
      })),
    })),
  };
}
