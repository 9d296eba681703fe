import { LIMITS } from '@samenbord/shared/protocol';
import { dimensionsOf } from './dimensions.ts';

/** A picture as it can be drawn now. */
export type Shown = ImageBitmap | 'coming' | 'missing';

/** Pictures ready to be drawn: fetched when first drawn, as large as they are drawn, and forgotten when too many. */
export interface PictureShelf {
  /** The best there is now; fetches what is wanting. @param pixels along the longer side, as it is drawn */
  get(hash: string, pixels: number): Shown;
  /** Waits until it is there, or is known to be missing. */
  load(hash: string, pixels: number): Promise<void>;
  /** Somebody brought it: what was missing may be there. */
  retry(hash: string): void;
  close(): void;
}

export interface ShelfOptions {
  /** The bytes of a picture. @throws when there is none, or no connection */
  readonly fetch: (hash: string) => Promise<Blob>;
  /** It looks otherwise from now on. */
  readonly changed: (hash: string) => void;
  readonly later?: (run: () => void, ms: number) => void;
  /** Bytes of pixels kept beside the smallest; {@link MOST_BYTES} by default. */
  readonly mostBytes?: number;
}

/** Pixels along the longer side in which pictures are kept; a sticker takes the first that is large enough. */
const SMALLEST = 160;
const LEVELS = [SMALLEST, 400, 800, LIMITS.pictureSide] as const;
/** Magnified this much a picture is still sharp enough. */
const MAGNIFIED = 1.25;
/** Bytes of pixels kept, the smallest level aside: more than a wall of 4K shows at once. */
const MOST_BYTES = 96 * 1024 * 1024;
/** Pictures that are fetched and decoded at once. */
const AT_ONCE = 4;
/** ms after which a picture that could not be had is asked for again; doubled each time, up to the second. */
const AGAIN = [15_000, 300_000] as const;

interface Kept {
  readonly bitmap: ImageBitmap;
  readonly level: number;
}

interface Trouble {
  readonly pause: number;
}

export function createShelf(options: ShelfOptions): PictureShelf {
  const { fetch, changed, later = defer, mostBytes = MOST_BYTES } = options;
  /** By hash; used last, last. */
  const kept = new Map<string, Kept>();
  const coming = new Map<string, { readonly level: number; readonly done: Promise<void> }>();
  const missing = new Map<string, Trouble>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let bytes = 0;
  let closed = false;

  const drop = (hash: string): void => {
    const found = kept.get(hash);
    if (!found) return;
    kept.delete(hash);
    bytes -= counted(found);
    found.bitmap.close();
  };
  const keep = (hash: string, bitmap: ImageBitmap, level: number): void => {
    drop(hash);
    kept.set(hash, { bitmap, level });
    bytes += counted({ bitmap, level });
    for (const [oldest, { level: its }] of [...kept]) {
      if (bytes <= mostBytes) break;
      if (oldest !== hash && its > SMALLEST) drop(oldest);
    }
  };
  const turn = (): Promise<void> =>
    running < AT_ONCE ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));

  const bring = async (hash: string, level: number): Promise<void> => {
    await turn();
    running += 1;
    try {
      const bitmap = await decode(await fetch(hash), level);
      if (closed) bitmap.close();
      else keep(hash, bitmap, level);
      missing.delete(hash);
    } catch {
      fail(hash);
    } finally {
      running -= 1;
      waiting.shift()?.();
      if (coming.get(hash)?.level === level) coming.delete(hash);
    }
    if (!closed) changed(hash);
  };
  const fail = (hash: string): void => {
    const before = missing.get(hash);
    const pause = before === undefined ? AGAIN[0] : Math.min(AGAIN[1], before.pause * 2);
    const trouble = { pause };
    missing.set(hash, trouble);
    later(() => {
      // Only what is still drawn asks for it again.
      if (!closed && missing.get(hash) === trouble) {
        asked.add(hash);
        changed(hash);
      }
    }, pause);
  };
  /** Missing ones that may be asked for again. */
  const asked = new Set<string>();

  const start = (hash: string, level: number): Promise<void> => {
    const under = coming.get(hash);
    if (under && under.level >= level) return under.done;
    asked.delete(hash);
    const done = (under?.done ?? Promise.resolve()).then(() => bring(hash, level));
    coming.set(hash, { level, done });
    return done;
  };
  const isEnough = (hash: string, level: number): boolean => (kept.get(hash)?.level ?? 0) >= level;

  return {
    get(hash, pixels) {
      const level = levelFor(pixels);
      const found = kept.get(hash);
      if (found) {
        // Used last, so forgotten last.
        kept.delete(hash);
        kept.set(hash, found);
      }
      const given = missing.has(hash) && !asked.has(hash);
      if (!isEnough(hash, level) && !given) void start(hash, level);
      return found?.bitmap ?? (given ? 'missing' : 'coming');
    },
    async load(hash, pixels) {
      const level = levelFor(pixels);
      if (!isEnough(hash, level)) await start(hash, level);
    },
    retry(hash) {
      if (!missing.delete(hash)) return;
      asked.delete(hash);
      changed(hash);
    },
    close() {
      closed = true;
      for (const hash of [...kept.keys()]) drop(hash);
    },
  };
}

const defer = (run: () => void, ms: number): unknown => setTimeout(run, ms);

function levelFor(pixels: number): number {
  return LEVELS.find((level) => pixels <= level * MAGNIFIED) ?? LIMITS.pictureSide;
}

/** All of a sheet in sight may show every picture at once: the smallest are never forgotten, or it would flicker. */
const counted = ({ bitmap: { width, height }, level }: Kept): number =>
  level === SMALLEST ? 0 : width * height * 4;

/**
 * What programs bring may be anything: its header is read before it is decoded.
 * @throws {RangeError} for what is no picture, or too large to decode
 */
async function decode(blob: Blob, level: number): Promise<ImageBitmap> {
  const found = dimensionsOf(new Uint8Array(await blob.arrayBuffer()));
  if (!found || found.width * found.height > LIMITS.pictureSource)
    throw new RangeError('not a picture to show');
  const longest = Math.max(found.width, found.height);
  if (longest <= level) return createImageBitmap(blob);
  const by = level / longest;
  const whole = await createImageBitmap(blob);
  try {
    // From what was decoded, and not by its header: a camera's picture may lie on its side.
    return await createImageBitmap(whole, {
      resizeWidth: Math.max(1, Math.round(whole.width * by)),
      resizeHeight: Math.max(1, Math.round(whole.height * by)),
      resizeQuality: 'high',
    });
  } finally {
    whole.close();
  }
}
