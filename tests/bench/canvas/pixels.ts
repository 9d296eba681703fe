/** A picture as bytes: red, green, blue and opacity of each pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** What one part of a picture looks like. */
export interface Patch {
  /** The colour most of it has. */
  readonly ground: Rgb;
  /** Share of it that has that colour. */
  readonly evenness: number;
  /** Share of it that is much darker than that: letters. */
  readonly ink: number;
}

/** How much darker than its ground a letter's pixel is, of 255. */
const INK = 40;
/** Channels that differ less are one colour. */
const SAME = 14;

/** Looks at a part of a picture; what lies outside of the picture is left out. */
export function patchOf(pixels: Pixels, box: Box): Patch {
  const colors: Rgb[] = [];
  const right = Math.min(pixels.width, Math.floor(box.x + box.width));
  const bottom = Math.min(pixels.height, Math.floor(box.y + box.height));
  for (let y = Math.max(0, Math.ceil(box.y)); y < bottom; y++)
    for (let x = Math.max(0, Math.ceil(box.x)); x < right; x++) {
      const at = 4 * (y * pixels.width + x);
      colors.push([pixels.data[at] ?? 0, pixels.data[at + 1] ?? 0, pixels.data[at + 2] ?? 0]);
    }
  const counts = new Map<string, { color: Rgb; count: number }>();
  for (const color of colors) {
    const key = color.map((channel) => channel >> 3).join();
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { color, count: 1 });
  }
  let most: { color: Rgb; count: number } = { color: [0, 0, 0], count: 0 };
  for (const one of counts.values()) if (one.count > most.count) most = one;
  const ground = most.color;
  const share = (is: (color: Rgb) => boolean): number =>
    colors.filter(is).length / Math.max(1, colors.length);
  return {
    ground,
    evenness: share((color) => isSameColor(color, ground)),
    ink: share((color) => lightness(ground) - lightness(color) > INK),
  };
}

/** Whether two colours look the same. */
export function isSameColor(a: Rgb, b: Rgb): boolean {
  return a.every((channel, n) => Math.abs(channel - (b[n] ?? 0)) < SAME);
}

const lightness = ([red, green, blue]: Rgb): number => (red + green + blue) / 3;

/** What of a field of stickers can be seen in a picture of it. */
export interface Seen {
  /** Of those that were looked for, how many have their group's colour where they should be. */
  readonly drawn: number;
  /** How many of those have letters. */
  readonly lettered: number;
  /** The colour of each group, as it looks. */
  readonly colors: ReadonlyMap<number, Rgb>;
}

/**
 * Looks where each sticker should be. A group's colour is the one that most of its stickers have there; the groups
 * must differ, so that what is missing shows as the colour of what lies under it.
 * @throws {Error} when two groups have one colour: then nothing can be told
 */
export function seenStickers(
  pixels: Pixels,
  wanted: readonly { readonly group: number; readonly box: Box }[],
): Seen {
  const patches = wanted.map(({ group, box }) => ({ group, patch: patchOf(pixels, box) }));
  const colors = new Map<number, Rgb>();
  for (const group of new Set(wanted.map((one) => one.group))) {
    const own = patches.filter((one) => one.group === group).map(({ patch }) => patch.ground);
    colors.set(group, commonest(own));
  }
  const all = [...colors.values()];
  all.forEach((color, n) => {
    if (all.slice(n + 1).some((other) => isSameColor(color, other)))
      throw new Error('two groups of stickers have one colour in the picture: are they drawn at all?');
  });
  const drawn = patches.filter(({ group, patch }) => {
    const color = colors.get(group);
    return color !== undefined && isSameColor(patch.ground, color);
  });
  const lettered = drawn.filter(({ patch }) => patch.ink > 0.02).length;
  return { drawn: drawn.length, lettered, colors };
}

function commonest(colors: readonly Rgb[]): Rgb {
  let best: Rgb = [0, 0, 0];
  let most = 0;
  for (const color of new Map(colors.map((one) => [one.join(), one])).values()) {
    const count = colors.filter((other) => isSameColor(color, other)).length;
    if (count > most) [best, most] = [color, count];
  }
  return best;
}
