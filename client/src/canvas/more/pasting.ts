import { type Clip, encodeInk, inkFromNumbers, readClip, readPicture } from '@samenbord/shared/board';
import {
  boxAround,
  type Point,
  parseRegionId,
  pointOf,
  regionAt,
  regionById,
  regionId,
  SHEET,
  type SheetLayout,
  STICKER_SIDE,
  squareAt,
  tidied,
} from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import type { Among, BoardView, StickerDraft } from '../../board/types.ts';
import { text } from '../../i18n/index.ts';
import { announce, notify } from '../../ui/index.ts';
import { select } from '../acts.ts';
import { viewRect } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { carryPictures } from '../pictures/later.ts';
import { spotForNew } from '../writing/newSticker.ts';
import { partnerAt } from '../writing/partnerChoice.ts';
import { textsOf } from './lines.ts';

/** Sheet units aside of what was copied, when nobody points elsewhere. */
const ASIDE = 40;

/** What a paste gives: plain text, and stickers where there are any. */
export interface Pasted {
  readonly plain: string;
  readonly stickers: string;
}

/**
 * Makes stickers of what is on the clipboard: one step of undo. Above a number it asks first, and above a larger
 * one it refuses; then nothing is made.
 * @param at where somebody points on the sheet
 */
export function paste(model: CanvasModel, { plain, stickers }: Pasted, at: Point | null): void {
  if (!model.canWrite()) return;
  model.writer.finish(false);
  const clip = readClip(stickers);
  if (clip) {
    if (isTooMany(clip.stickers.length)) return;
    if (finish(model, draftsOfClip(model, clip, at), amongOfClip(clip))) carryPictures(model, clip);
    return;
  }
  const texts = textsOf(plain);
  if (texts.length === 0 || isTooMany(texts.length)) return;
  if (texts.some((one) => one.length > LIMITS.stickerText)) {
    notify({ text: text('tools', 'paste.tooLong', { limit: LIMITS.stickerText }), tone: 'trouble' });
    return;
  }
  if (texts.length > LIMITS.pastedUnasked) model.part.set({ kind: 'paste', texts, at });
  else pasteTexts(model, texts, at);
}

/** One sticker for each text: at the pointer, several in rows in the field under it. */
export function pasteTexts(model: CanvasModel, texts: readonly string[], at: Point | null): void {
  finish(model, draftsOfTexts(model, texts, at));
}

function isTooMany(count: number): boolean {
  if (count <= LIMITS.pasted) return false;
  notify({ text: text('tools', 'paste.tooMany', { count, limit: LIMITS.pasted }), tone: 'trouble' });
  return true;
}

/** @returns whether they are on the board */
function finish(model: CanvasModel, drafts: readonly StickerDraft[], among?: Among): boolean {
  const made = model.board.commands.addStickers(drafts, among);
  if (!made) {
    notify({ text: text('tools', 'paste.full'), tone: 'trouble' });
    return false;
  }
  select(model, made);
  announce(text('tools', 'paste.done', { count: made.length }));
  return true;
}

function draftsOfTexts(model: CanvasModel, texts: readonly string[], at: Point | null): StickerDraft[] {
  const sheet = model.sheet();
  const { layout, key } = sheet;
  const from = at ?? spotForNew(sheet, viewRect(model.camera.get(), model.camera.view()));
  const field = regionAt(layout, from);
  const partner = partnerAt(model.partnerForNew.get(), layout, from);
  const [first = ''] = texts;
  if (texts.length === 1) return [{ sheet: key, center: from, partner, text: first }];
  const inner = field?.inner ?? belowTitle(layout);
  const occupied = sheet.stickers.map(({ center, side }) => squareAt(center, side));
  const squares = texts.map((_, index) => ({ id: String(index), center: from, side: STICKER_SIDE.M }));
  const spots = tidied(inner, squares, occupied);
  return texts.map((one, index) => {
    const { center = from, size = 'M' } = spots.get(String(index)) ?? {};
    return { sheet: key, center, size, partner, text: one };
  });
}

function belowTitle({ sheet, strip }: SheetLayout) {
  const top = strip.y + strip.height;
  return { ...sheet, y: top, height: sheet.y + sheet.height - top };
}

/**
 * Copies go where somebody points. On another board each goes to the place in its field that it had, as long as
 * the sheet with those fields is shown.
 */
function draftsOfClip(model: CanvasModel, clip: Clip, at: Point | null): StickerDraft[] {
  const { key, layout, stickers: there } = model.sheet();
  const partnerOf = partnerFinder(model.view(), clip);
  const elsewhere = clip.board !== model.boardId && clip.sheet === key;
  const homes = elsewhere ? clip.stickers.map((one) => homeOf(layout, one, partnerOf)) : [];
  const centers = homes.every((home) => home !== undefined) && elsewhere ? homes : shifted(clip, at);
  const taken = there.map(({ center }) => center);
  return clip.stickers.map(({ text: said, size, partner, details, ink = [] }, index) => {
    const center = besideTaken(centers[index] ?? { x: 0, y: 0 }, taken);
    return {
      sheet: key,
      center,
      size,
      partner: partnerOf(partner),
      text: said.slice(0, LIMITS.stickerText),
      details: known(details),
      ink: ink.map(({ partner: whose, width, points }) => ({
        partner: partnerOf(whose),
        width,
        points: encodeInk(inkFromNumbers(points)),
      })),
    };
  });
}

function amongOfClip({ links = [], groups = [] }: Clip): Among {
  return {
    links,
    groups: groups.map(({ title, members }) => ({
      title: [...title.trim()].slice(0, LIMITS.groupTitle).join(''),
      members,
    })),
  };
}

type Copied = Clip['stickers'][number];

/** Optional values that are there. */
function known({
  category,
  quantity,
  certainty,
  tags,
  picture,
  symbol,
}: Copied['details']): NonNullable<StickerDraft['details']> {
  const shown = readPicture(picture);
  return {
    ...(category === undefined ? {} : { category }),
    ...(quantity === undefined
      ? {}
      : {
          quantity: {
            amount: quantity.amount,
            unit: quantity.unit,
            ...(quantity.period === undefined ? {} : { period: quantity.period }),
          },
        }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(tags === undefined ? {} : { tags }),
    ...(shown === undefined ? {} : { picture: shown }),
    ...(symbol === undefined ? {} : { symbol }),
  };
}

/** The partner here that a partner there is: with the same id, else with the same mark. */
function partnerFinder({ partners }: BoardView, clip: Clip): (id: string | null) => string | null {
  const marks = new Map(clip.partners.map(({ id, mark }) => [id, mark]));
  return (id) => {
    if (id === null) return null;
    if (partners.some((partner) => partner.id === id)) return id;
    const alike = partners.filter(({ mark }) => mark === marks.get(id));
    return alike.length === 1 ? (alike[0]?.id ?? null) : null;
  };
}

function homeOf(
  layout: SheetLayout,
  { region, x, y }: Copied,
  partnerOf: (id: string | null) => string | null,
): Point | undefined {
  if (region === null) return pointOf(layout, { region, x, y });
  const { field, partner } = parseRegionId(region);
  const here = partner === undefined ? field : regionId(field, partnerOf(partner) ?? partner);
  return regionById(layout, here) && pointOf(layout, { region: here, x, y });
}

/** All moved alike, so that their middle is at the pointer, or a little aside; wholly on the sheet. */
function shifted({ stickers }: Clip, at: Point | null): readonly Point[] {
  const box = boxAround(stickers.map(({ center, size }) => ({ center, side: STICKER_SIDE[size] })));
  if (!box) return [];
  const to = at
    ? { x: at.x - box.width / 2, y: at.y - box.height / 2 }
    : { x: box.x + ASIDE, y: box.y + ASIDE };
  const x = Math.max(0, Math.min(SHEET.width - box.width, to.x)) - box.x;
  const y = Math.max(0, Math.min(SHEET.height - box.height, to.y)) - box.y;
  return stickers.map(({ center }) => ({ x: center.x + x, y: center.y + y }));
}

/** A little aside of what lies exactly there already. */
function besideTaken(center: Point, taken: readonly Point[]): Point {
  const isTaken = taken.some(({ x, y }) => Math.abs(x - center.x) < 8 && Math.abs(y - center.y) < 8);
  return isTaken ? besideTaken({ x: center.x + ASIDE, y: center.y + ASIDE }, taken) : center;
}
