/** Colours of the page and the sheet, and the arithmetic that keeps text on them readable. */

/** The fixed colours of a sheet. The page's own variables in the app's theme hold the same values. */
export const PALETTE = {
  page: '#F6F4EF',
  sheet: '#FFFFFF',
  sheetEdge: '#DED9CE',
  field: '#FBFAF7',
  fieldEdge: '#E6E1D7',
  ink: '#1C2430',
  muted: '#535E6C',
  accent: '#0B5C66',
  /** Ground and edge of a sticker that speaks for nobody in particular. */
  neutral: '#F1ECE2',
  neutralEdge: '#B5AA97',
} as const;

type Rgb = readonly [red: number, green: number, blue: number];

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** `#RRGGBB` as three numbers 0..255; mid grey for anything else, which a broken record may hold. */
function parseColor(color: string): Rgb {
  const match = HEX.exec(color);
  if (!match) return [128, 128, 128];
  return [
    Number.parseInt(match[1] ?? '80', 16),
    Number.parseInt(match[2] ?? '80', 16),
    Number.parseInt(match[3] ?? '80', 16),
  ];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` (0..1) of the first colour over the second. */
export function mix(color: string, under: string, share: number): string {
  const over = parseColor(color);
  const ground = parseColor(under);
  const blend = (i: 0 | 1 | 2) => over[i] * share + ground[i] * (1 - share);
  return toHex([blend(0), blend(1), blend(2)]);
}

/** A light ground in a partner's colour, on which ink always keeps a contrast of 7 or more. */
export function tint(color: string, share = 0.2): string {
  return mix(color, '#FFFFFF', share);
}

/** Relative luminance 0..1 (WCAG 2.2). */
export function luminance(color: string): number {
  const [red, green, blue] = parseColor(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast ratio 1..21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** On a strong colour the page's ink is not dark enough: no colour reads worse than 4.5 with this or white. */
const DARKEST = '#0B0E13';

/** Near-black or white, whichever reads better on this colour. */
export function readableOn(color: string): string {
  return contrast(DARKEST, color) >= contrast('#FFFFFF', color) ? DARKEST : '#FFFFFF';
}

/** The colour, darkened just as far as needed to reach this contrast on the ground. */
export function deepened(color: string, ground: string, wanted = 4.5): string {
  for (let share = 1; share > 0; share -= 0.1) {
    const candidate = mix(color, PALETTE.ink, share);
    if (contrast(candidate, ground) >= wanted) return candidate;
  }
  return PALETTE.ink;
}
