/** What this phone remembers of one board, and of who holds it; where storage is blocked for as long as the page is open. */
export interface Memory {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** @param storage absent where the browser keeps nothing */
export function memoryOf(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): Memory {
  const here = new Map<string, string>();
  return {
    get(name) {
      try {
        return here.get(name) ?? storage?.getItem(`samenbord.${name}`) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      here.set(name, value);
      try {
        storage?.setItem(`samenbord.${name}`, value);
      } catch {
        // It holds for this page.
      }
    },
  };
}

/** Where one is: the parts of an address that matter here, and a way to take the pass out of it. */
export interface Address {
  readonly pathname: string;
  readonly hash: string;
  /** Puts another path in the address bar, without going there. */
  readonly replace: (path: string) => void;
}

/** The board and the pass this page is for; the pass goes out of the address and stays in memory. */
export function arrive(
  { pathname, hash, replace }: Address,
  memory: Memory,
): { readonly board: string; readonly pass: string | undefined } {
  const board = /^\/pen\/([A-Za-z0-9_-]+)\/?$/.exec(pathname)?.[1] ?? '';
  const given = hash.replace(/^#/, '');
  if (given !== '') {
    memory.set(`pen.${board}.pass`, given);
    replace(pathname);
  }
  return { board, pass: given === '' ? memory.get(`pen.${board}.pass`) : given };
}
