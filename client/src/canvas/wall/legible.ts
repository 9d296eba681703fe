/**
 * How large letters have to be to be read from where people stand. ISO 9241-303:2011 asks for characters of
 * 20 to 22 minutes of arc in the eye, and at least 16; a character is as high as its capitals. At four metres
 * 20 minutes are 23.3 mm. A display of 75 inches is 1,660 mm wide, so of its 1920 pixels each is 0.865 mm: 27
 * pixels of capital, which Inter (capitals 0.727 em high) has at a font size of 37; the least is 30.
 */
const USUAL: Display = { inches: 75, pixels: 1_920 };
/** Height of a capital of the page's letters, in em. */
const CAPITAL = 0.727;
/** Width of a display of 16 by 9 for each inch across, in mm. */
const WIDE = (25.4 * 16) / Math.hypot(16, 9);

/** A display of 16 by 9: how far it is across, and its CSS pixels from side to side. */
export interface Display {
  readonly inches: number;
  readonly pixels: number;
}

/** Height of a letter that fills so many minutes of arc from this far. Metres in, millimetres out. */
export function letterHeight(metres: number, minutes: number): number {
  return metres * 1_000 * Math.tan((minutes / 60) * (Math.PI / 180));
}

/** The font size, in CSS pixels of a display, whose capitals are so many mm high. */
export function fontSizeFor(millimetres: number, { inches, pixels }: Display = USUAL): number {
  return millimetres / ((inches * WIDE) / pixels) / CAPITAL;
}

/** How far away a font size can be read, at so many minutes of arc. CSS pixels in, metres out. */
export function readFrom(size: number, minutes: number, { inches, pixels }: Display = USUAL): number {
  return (size * CAPITAL * ((inches * WIDE) / pixels)) / letterHeight(1, minutes);
}

/** Metres from which what is written at a wall is to be read. */
export const AWAY = 4;
/** Minutes of arc that read with ease, and the fewest that can be read. */
export const ARC = { easy: 20, least: 16 } as const;

/** CSS pixels of what one writes at the wall. */
export const WALL_TEXT = Math.ceil(fontSizeFor(letterHeight(AWAY, ARC.easy)));

/** The smallest display that people stand at together: what can be read on it can be read on all. */
const SMALLEST_WALL = 65;

/** Font size in sheet units of a text of some sixty letters on a sticker of the usual size. */
const USUAL_LETTERS = 24;

/**
 * CSS pixels per sheet unit at which the texts of usual stickers can be read from across the room.
 * @param width of the view in CSS pixels, which is that of the wall
 */
export function readingScale(width: number): number {
  return fontSizeFor(letterHeight(AWAY, ARC.least), { inches: SMALLEST_WALL, pixels: width }) / USUAL_LETTERS;
}
