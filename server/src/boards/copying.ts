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
import {
  layInRows,
  layoutSheet,
  placeAt,
  pointOf,
  regionById,
  type SheetLayout,
  STICKER_SIDE,
  squareAt,
} from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import type * as Y from 'yjs';

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
 * Puts stickers of homework on the board, each at its place, above what lies there. Ids stay, so that doing it twice
 * changes nothing.
 * @returns how many were put there
 */
export function copyHomework(board: Y.Doc, homework: readonly HomeworkSticker[]): number {
  let z = highest(readStickers(board).stickers.values());
  const known = stickersOf(board);
  const added = homework
    .filter(({ id }) => !known.has(id))
    .map(({ share: _share, personal: _personal, shared: _shared, place, ...sticker }): NewSticker => {
      z += 1;
      return { ...sticker, place: { ...place, z } };
    });
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
  const spots = spotsIn(layout, region, news.length, [...stickers.values()]);
  let z = highest(stickers.values());
  const added = news.map(({ tags, ...sticker }, index): NewSticker => {
    z += 1;
    const marked = late ? [...(tags ?? []), LATE_TAG] : tags;
    const place = spots.places[index] ?? { sheet, region, x: 0.5, y: 0.5 };
    return {
      ...sticker,
      size: spots.size,
      place: { ...place, z },
      ...(marked === undefined ? {} : { tags: marked }),
    };
  });
  addStickers(board, added, ORIGIN.reveal);
  return added.length;
}

/** Where so many new stickers go in a field; in a row on the parking strip when the field is gone. */
function spotsIn(layout: SheetLayout, region: string, count: number, stickers: readonly Sticker[]) {
  const sheet = layout.template;
  const field = regionById(layout, region);
  if (field === undefined) {
    const places = Array.from({ length: count }, (_, n) => ({ sheet, region, x: (n + 0.5) / count, y: 0.5 }));
    return { size: 'M', places } as const;
  }
  const occupied = stickers
    .filter(({ place }) => place.sheet === sheet && place.region === region)
    .map(({ place, size }) => squareAt(pointOf(layout, place), STICKER_SIDE[size]));
  const { size, points } = layInRows(field.inner, count, 'M', occupied);
  return { size, places: points.map((point) => placeAt(layout, point, 0)) };
}

function highest(stickers: Iterable<Sticker>): number {
  let z = 0;
  for (const { place } of stickers) z = Math.max(z, place.z);
  return z;
}
