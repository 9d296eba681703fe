/** Text on a coloured disc: near-black or white, whichever reads better. */
export const DARK_TEXT = '#0B0E13';
export const LIGHT_TEXT = '#FFFFFF';

/** Relative luminance of `#RRGGBB`, 0 (black) to 1 (white), as WCAG 2 defines it. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two `#RRGGBB` colours, 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The text colour that reads best on a ground of `#RRGGBB`. */
export function textOn(ground: string): typeof DARK_TEXT | typeof LIGHT_TEXT {
  return contrast(ground, DARK_TEXT) >= contrast(ground, LIGHT_TEXT) ? DARK_TEXT : LIGHT_TEXT;
}
