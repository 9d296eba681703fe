import { type Writable, writable } from '../session/readable.ts';

/** How somebody likes to work, remembered in this browser; where storage is blocked as long as the page is open. */
export interface Settings {
  /** Whether keys without control do something beside writing. */
  readonly singleKeys: Writable<boolean>;
  /** Whether a mouse that drags over empty sheet moves the view, instead of drawing a box to select with. */
  readonly dragPans: Writable<boolean>;
  /** Whether fingers only move the view; `null` when a pen that is used decides. */
  readonly penMode: Writable<boolean | null>;
  /** Whether several people work at this screen together. */
  readonly together: Writable<boolean>;
  /** Whether the little map of the sheet is shown. */
  readonly map: Writable<boolean>;
}

let known: Settings | undefined;

/** The settings of this browser; the same for all boards. */
export function settings(): Settings {
  known ??= {
    singleKeys: remembered('single-keys', true),
    dragPans: remembered('drag-pans', false),
    penMode: remembered<boolean | null>('pen-mode', null),
    together: remembered('together', false),
    map: remembered('map', false),
  };
  return known;
}

function remembered<T extends boolean | null = boolean>(name: string, initial: T): Writable<T | boolean> {
  const key = `samenbord.canvas.${name}`;
  const value = writable<T | boolean>(recall(key) ?? initial);
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

function remember(key: string, value: boolean | null): void {
  try {
    globalThis.localStorage?.setItem(key, String(value));
  } catch {
    // Blocked storage: it holds for this page.
  }
}
