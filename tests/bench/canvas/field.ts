import { type Point, SHEET, STICKER_SIDE } from '@samenbord/shared/layout';

/** One sticker of the benchmark, in sheet units. */
export interface FieldSticker extends Point {
  readonly id: string;
  readonly side: number;
  readonly text: string;
  /** Which of the {@link GROUPS} it is in: neighbours are in different ones. */
  readonly group: number;
}

/** Colours of the four groups: as partners of ours, and as ground and edge where a sticker is a rectangle. */
export const GROUPS = [
  { color: '#1F6FB2', ground: '#BFD9EE' },
  { color: '#B8860B', ground: '#F1E0A8' },
  { color: '#2E8B57', ground: '#BFE3CE' },
  { color: '#8E44AD', ground: '#DFC8EA' },
] as const;

const TEXTS = [
  'Wij brengen kennis van de wijk',
  'Een plek na school',
  'Menskracht: twee projectleiders',
  'Minder wachttijd, meer samenhang',
  'Betaalbare warmte in de straat',
] as const;

const SIDE = STICKER_SIDE.S;

/** The field: rows from the top left, each sticker over those before it. */
export interface Field {
  readonly stickers: readonly FieldSticker[];
  readonly columns: number;
  /** From one sticker to the next, in sheet units. */
  readonly pitch: Point;
}

/**
 * So many small stickers, evenly over the whole sheet, in view all at once. What lies over another leaves its top
 * left corner free, as large as the {@link Field.pitch}: there each of them can be seen and taken.
 */
export function fieldOf(count: number): Field {
  const width = SHEET.width - 2 * SHEET.margin - SIDE;
  const height = SHEET.height - 2 * SHEET.margin - SHEET.strip - SIDE;
  const columns = Math.ceil(Math.sqrt((count * width) / height));
  const rows = Math.ceil(count / columns);
  const pitch = { x: width / (columns - 1), y: height / (rows - 1) };
  const stickers = Array.from({ length: count }, (_, n) => {
    const column = n % columns;
    const row = Math.floor(n / columns);
    return {
      id: `s${n}`,
      x: SHEET.margin + SIDE / 2 + column * pitch.x,
      y: SHEET.margin + SHEET.strip + SIDE / 2 + row * pitch.y,
      side: SIDE,
      text: `${TEXTS[n % TEXTS.length] ?? ''} (${n})`,
      group: (column + 2 * row) % GROUPS.length,
    };
  });
  return { stickers, columns, pitch };
}

/** Stickers far enough from each other and from the edge to be moved about one by one, from the middle outwards. */
export function apart(field: Field, count: number): readonly FieldSticker[] {
  const { stickers, columns, pitch } = field;
  const step = { x: Math.ceil((SIDE * 1.7) / pitch.x), y: Math.ceil((SIDE * 1.7) / pitch.y) };
  const middle = { x: SHEET.width / 2, y: SHEET.height / 2 };
  const free = stickers.filter((sticker, n) => {
    const [column, row] = [n % columns, Math.floor(n / columns)];
    const inside = sticker.x > 500 && sticker.x < SHEET.width - 500 && sticker.y > 550 && sticker.y < 2500;
    return inside && column % step.x === 0 && row % step.y === 0;
  });
  if (free.length < count) throw new RangeError(`only ${free.length} stickers have room, not ${count}`);
  const from = ({ x, y }: Point): number => Math.hypot(x - middle.x, y - middle.y);
  return free.sort((a, b) => from(a) - from(b)).slice(0, count);
}

/** The corner of a sticker at this centre that nothing of the field lies over, as a box in sheet units. */
export function freeCorner({ pitch }: Field, { x, y }: Point, side: number) {
  const left = x - side / 2;
  const top = y - side / 2;
  return { x: left, y: top, width: Math.min(pitch.x, side), height: Math.min(pitch.y, side) };
}
