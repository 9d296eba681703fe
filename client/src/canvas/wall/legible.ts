/**
 * How large letters have to be to be read from where people stand. ISO 9241-303:2011 asks for characters of
 * 20 to 22 minutes of arc in the eye, and at least 16; a character is as high as its capitals. At four metres
 * 20 minutes are 23.3 mm. A display of 75 inches is 1,660 mm wide, so of its 1920 pixels each is 0.865 mm: 27
 * pixels of capital, which Inter (capitals 0.727 em high) has at a font size of 37; the least is 30.
 */
const DISPLAY = { millimetres: 1_660, pixels: 1_920 } as const;
/** Height of a capital of the page's letters, in em. */
const CAPITAL = 0.727;

/** Height of a letter that fills so many minutes of arc from this far. Metres in, millimetres out. */
export function letterHeight(metres: number, minutes: number): number {
  return metres * 1_000 * Math.tan((minutes / 60) * (Math.PI / 180));
}

/** The font size, in CSS pixels of a display of 75 inches with 1920 of them, whose capitals are so many mm high. */
export function fontSizeFor(millimetres: number): number {
  return millimetres / (DISPLAY.millimetres / DISPLAY.pixels) / CAPITAL;
}

/** Metres from which what is written at a wall is to be read. */
export const AWAY = 4;
/** Minutes of arc that read with ease, and the fewest that can be read. */
export const ARC = { easy: 20, least: 16 } as const;

/** CSS pixels of what one writes at the wall. */
export const WALL_TEXT = Math.ceil(fontSizeFor(letterHeight(AWAY, ARC.easy)));
