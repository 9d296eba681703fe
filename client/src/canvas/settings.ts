import { type Writable, writable } from '../session/readable.ts';

/** How somebody likes to work, remembered in this browser; where storage is blocked as long as the page is open. */
export interface Settings {
  /** Whether keys without control do something beside writing. */
  readonly singleKeys: Writable<boolean>;
  /** Whether a mouse that drags over empty sheet moves the view, instead of drawing a box to select with. */
  readonly dragPans: Writable<boolean>;
  /** Whether the little map of the sheet is shown. */
  readonly map: Writable<boolean>;
}

let known: Settings | undefined;

/** The settings of this browser; the same for all boards. */
export function settings(): Settings {
  known ??= {
    singleKeys: remembered('single-keys', true),
    dragPans: remembered('drag-pans', false),
    map: remembered('map', false),
  };
  return known;
}

function remembered(name: string, initial: boolean): Writable<boolean> {
  const key = `samenbord.canvas.${name}`;
  const value = writable(recall(key) ?? initial);
  value.subscribe(() => remember(key, value.get()));
  return value;
}

function recall(key: string): boolean | undefined {
  try {
    const stored = globalThis.localStorage?.getItem(key);
    return stored === 'true' ? true : stored === 'false' ? false : undefined;
  } catch {
    return undefined;
  }
}

function remember(key: string, value: boolean): void {
  try {
    globalThis.localStorage?.setItem(key, String(value));
  } catch {
    // Blocked storage: it holds for this page.
  }
}
