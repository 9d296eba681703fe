import type { Point } from '@samenbord/shared/layout';
import { type Readable, writable } from '../../session/readable.ts';
import type { Pen } from '../pen/penState.ts';
import type { PartnerChoice } from '../writing/partnerChoice.ts';
import { type Edge, nearestPalette, type Palette, type PalettePlace } from './palettes.ts';

/** The palettes of a wall: each of one person, with their own partner and their own pen. */
export interface Shelf {
  readonly open: Readable<readonly Palette[]>;
  /** Opens one. @returns its key */
  add(edge: Edge, namens: PartnerChoice): number;
  change(key: number, next: Partial<Omit<Palette, 'key' | 'edge'>>): void;
  close(key: number): void;
  find(key: number): Palette | undefined;
  /** The palette a point of the view is nearest to: that of who put a finger there, most likely. */
  at(point: Point): Palette | undefined;
  /** The pen of who draws here, in the colour of their palette. */
  penAt(point: Point): Pen | null;
  /** Nobody may draw any more. */
  layDownPens(): void;
}

let made = 0;

/** @param places where the palettes lie now, in CSS pixels of the view */
export function createShelf(places: () => readonly PalettePlace[]): Shelf {
  const open = writable<readonly Palette[]>([]);
  const shelf: Shelf = {
    open,
    add(edge, namens) {
      made += 1;
      open.set([...open.get(), { key: made, edge, namens, phone: false, pen: null }]);
      return made;
    },
    change(key, next) {
      open.set(open.get().map((one) => (one.key === key ? { ...one, ...next } : one)));
    },
    close: (key) => open.set(open.get().filter((one) => one.key !== key)),
    find: (key) => open.get().find((one) => one.key === key),
    at(point) {
      const key = nearestPalette(point, places());
      return key === undefined ? undefined : shelf.find(key);
    },
    penAt(point) {
      const { pen, namens } = shelf.at(point) ?? {};
      if (!pen) return null;
      return namens === undefined ? pen : { ...pen, partner: namens };
    },
    layDownPens() {
      if (open.get().some(({ pen }) => pen !== null))
        open.set(open.get().map((one) => ({ ...one, pen: null })));
    },
  };
  return shelf;
}
