import {
  addStickers,
  type HomeworkSticker,
  LATE_TAG,
  type NewSticker,
  ORIGIN,
  readStickers,
  readTable,
  type Sticker,
  stickersOf,
} from '@samenbord/shared/board';
import { layoutSheet } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type * as Y from 'yjs';
import { clearSpots, spotsIn, squareOf } from './laying.ts';

/** A field of a sheet. */
export interface Field {
  readonly sheet: TemplateKey;
  readonly region: string;
}

/** The stickers of a partner's homework that go to the table now: chosen, written on, and not there yet. */
export function chosen(homework: readonly HomeworkSticker[]): readonly HomeworkSticker[] {
  return homework.filter(({ share, shared, text }) => share && shared === null && text.trim() !== '');
}

/**
 * Puts stickers of homework on the board, each at its place, or where there is room in its field when something lies
 * there already. Ids stay, so that doing it twice changes nothing.
 * @param partners who sits at the table, in order
 * @returns how many were put there
 */
export function copyHomework(
  board: Y.Doc,
  partners: readonly string[],
  homework: readonly HomeworkSticker[],
): number {
  const { stickers } = readStickers(board);
  let z = highest(stickers.values());
  const known = stickersOf(board);
  const news = homework.filter(({ id }) => !known.has(id));
  const spots = clearSpots(partners, stickers.values(), news);
  const added = news.map(
    ({ share: _share, personal: _personal, shared: _shared, ...sticker }): NewSticker => {
      z += 1;
      const { place, size } = spots.get(sticker.id) ?? sticker;
      return { ...sticker, size, place: { ...place, z } };
    },
  );
  addStickers(board, added, ORIGIN.reveal);
  return added.length;
}

/** What somebody wrote in a silent round. */
export interface SilentSticker {
  readonly person: string;
  readonly sticker: Sticker;
}

/** Reads what one person wrote in a silent round: what is written on, by nobody but that person. */
export function readSilent(doc: Y.Doc, person: string): readonly SilentSticker[] {
  return [...readStickers(doc).stickers.values()]
    .filter(({ text }) => text.trim() !== '')
    .map((sticker) => ({
      person,
      sticker: { ...sticker, author: sticker.author?.id === person ? sticker.author : null },
    }));
}

/**
 * Lays what was written in a silent round in rows into its field, clear of what lies there, in an order that says
 * nothing about who was first. Ids stay, so that doing it twice changes nothing.
 * @param late whether the round was shown before: these are marked
 * @returns how many were put there
 */
export function copyRound(
  board: Y.Doc,
  table: Y.Doc,
  { sheet, region }: Field,
  written: readonly SilentSticker[],
  late: boolean,
): number {
  const known = stickersOf(board);
  const news = written
    .map(({ sticker }) => sticker)
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const layout = layoutSheet(
    sheet,
    readTable(table).table.partners.map(({ id }) => id),
  );
  const { stickers } = readStickers(board);
  const occupied = [...stickers.values()]
    .filter(({ place }) => place.sheet === sheet && place.region === region)
    .map((sticker) => squareOf(layout, sticker));
  const spots = spotsIn(layout, region, news.length, occupied);
  let z = highest(stickers.values());
  const added = news.map(({ tags, ...sticker }, index): NewSticker => {
    z += 1;
    const marked = late ? [...(tags ?? []), LATE_TAG] : tags;
    const { place, size } = spots[index] ?? { size: 'S', place: { sheet, region, x: 0.5, y: 0.5 } };
    return {
      ...sticker,
      size,
      place: { ...place, z },
      ...(marked === undefined ? {} : { tags: marked }),
    };
  });
  addStickers(board, added, ORIGIN.reveal);
  return added.length;
}

function highest(stickers: Iterable<Sticker>): number {
  let z = 0;
  for (const { place } of stickers) z = Math.max(z, place.z);
  return z;
}
