import {
  clampToSheet,
  isBesideSheet,
  PARKING_INNER,
  type Point,
  regionAt,
  type SheetLayout,
  STICKER_SIDE,
  spotBeside,
  squareAt,
} from '@samenbord/shared/layout';
import type { SheetView, StickerView } from '../../board/types.ts';
import type { WritingDesk } from '../../board/writingDesk.ts';
import { toView, viewRect } from '../camera/camera.ts';
import type { CameraControl } from '../camera/cameraControl.ts';
import type { Attention } from '../mind/attention.ts';
import type { WallDesks } from '../touchWays.ts';
import { clearOfNames } from './clearOfNames.ts';
import { type Draft, spotForNew } from './newSticker.ts';
import { type PartnerChoice, partnerAt } from './partnerChoice.ts';

/** What beginning and ending to write needs of the canvas. */
export interface WriterContext {
  readonly sheet: () => SheetView;
  readonly sticker: (id: string) => StickerView | undefined;
  readonly canWrite: () => boolean;
  readonly camera: Pick<CameraControl, 'get' | 'view' | 'reveal'>;
  readonly desk: WritingDesk<Draft>;
  readonly attention: Pick<Attention, 'selection' | 'toolsShown' | 'reading'>;
  readonly partnerForNew: () => PartnerChoice;
  /** Where several people write at this screen; `null` while one person does. */
  readonly desks: () => WallDesks | null;
}

/** Where and in what one writes: every way to begin, and the end. */
export interface Writer {
  /** Makes a sticker on a free spot in the middle of what is seen, and opens it. */
  newSticker(): void;
  /** Starts one with its centre at a point of the sheet. */
  startAt(center: Point): void;
  /** Starts one with what was typed on an empty place; beside the sticker that lies there. */
  startWith(letters: string, at: Point): void;
  /** Ends this one and starts the next beside it, without overlap, on behalf of the same. */
  next(): void;
  /** Opens a sticker's text, unless it is locked. */
  writeIn(sticker: string): void;
  /** Opens a sticker's text to write in, or to read for who may not write. */
  open(sticker: string): void;
  /** Ends what is being written; selects it, without its tools, when `keep` is set. @returns the sticker, if there is one */
  finish(keep: boolean): string | null;
}

export function createWriter(context: WriterContext): Writer {
  const { sheet, camera, desk, partnerForNew } = context;
  const { selection, toolsShown, reading } = context.attention;

  const start = (at: Point, partner?: string | null, letters = ''): void => {
    if (!context.canWrite()) return;
    selection.set([]);
    const { key, layout, parked } = sheet();
    // Nobody writes on a strip that is not to be seen.
    const seen = parked === undefined ? clampToSheet(at, STICKER_SIDE.M) : at;
    const center = clearOfNames(layout, seen, STICKER_SIDE.M);
    const speaks = partner === undefined ? partnerAt(partnerForNew(), layout, center) : partner;
    const desks = context.desks();
    if (desks) {
      desks.start({ center, partner: speaks, letters }, toView(camera.get(), center));
      return;
    }
    desk.startNew({ sheet: key, center, size: 'M', partner: speaks });
    if (letters !== '') desk.edit(letters, letters.length);
  };

  const writer: Writer = {
    newSticker() {
      writer.finish(false);
      start(spotForNew(sheet(), viewRect(camera.get(), camera.view())));
    },
    startAt: (center) => start(center),
    startWith(letters, at) {
      const there = sheet().stickers.findLast(({ center, side }) => isIn(squareAt(center, side), at));
      start(there ? besideIn(sheet(), there) : at, undefined, letters);
    },
    next() {
      const id = writer.finish(false);
      const from = id === null ? undefined : context.sticker(id);
      if (!from || from.sheet !== sheet().key) return;
      const center = besideIn(sheet(), from);
      start(center, from.partner?.id ?? null);
      camera.reveal(squareAt(center, STICKER_SIDE.M));
    },
    writeIn(sticker) {
      const known = context.sticker(sticker);
      if (known?.locked) return;
      selection.set([sticker]);
      toolsShown.set(false);
      const desks = context.desks();
      if (desks && known) {
        desks.write(sticker, toView(camera.get(), known.center));
        return;
      }
      desk.writeIn(sticker);
    },
    open(sticker) {
      // What is locked is still there to read.
      if (context.canWrite() && !context.sticker(sticker)?.locked) writer.writeIn(sticker);
      else reading.set(sticker);
    },
    finish(keep) {
      const sticker = desk.finish();
      if (sticker !== null && keep) {
        toolsShown.set(false);
        selection.set([sticker]);
      }
      return sticker;
    },
  };
  return writer;
}

function besideIn({ layout, stickers }: SheetView, from: StickerView): Point {
  const occupied = stickers.map(({ center, side }) => squareAt(center, side));
  return spotBeside(roomAround(layout, from), from, STICKER_SIDE.M, occupied);
}

/** The part of its field, or of the parking strip, a sticker lies in; the sheet below its title for who lies in none. */
function roomAround({ sheet, strip, ...layout }: SheetLayout, { center }: StickerView) {
  if (isBesideSheet(center)) return PARKING_INNER;
  const field = regionAt({ sheet, strip, ...layout }, center);
  if (field) return field.inner;
  const top = strip.y + strip.height;
  return { ...sheet, y: top, height: sheet.y + sheet.height - top };
}

function isIn(box: ReturnType<typeof squareAt>, { x, y }: Point): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}
