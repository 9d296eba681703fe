import type { RegionId } from '@samenbord/shared/layout';
import { writable } from '../../session/readable.ts';
import type { OpenMenu } from '../openPart.ts';

let made = 0;

/** What a person has in mind on a canvas: what is selected, and what lies open beside it. */
export class Attention {
  /** Tells one person from another. */
  readonly person: number;
  readonly selection = writable<readonly string[]>([]);
  /** Whether what can be done with the selection is shown beside it: asked for by a tap, in nobody's way otherwise. */
  readonly toolsShown = writable(false);
  /** The field whose questions are shown. */
  readonly openLabel = writable<RegionId | null>(null);
  /** The sticker that is shown large to who may not write. */
  readonly reading = writable<string | null>(null);
  /** The menu that is open, and where. */
  readonly menu = writable<OpenMenu | null>(null);

  constructor() {
    made += 1;
    this.person = made;
  }

  /** Lets go of stickers that are not here any more. */
  keepOnly(isHere: (sticker: string) => boolean): void {
    const selected = this.selection.get();
    const present = selected.filter(isHere);
    if (present.length !== selected.length) this.selection.set(present);
    const read = this.reading.get();
    if (read !== null && !isHere(read)) this.reading.set(null);
  }

  /** Another sheet: nothing of this one is meant any more. */
  forgetAll(): void {
    this.selection.set([]);
    for (const open of [this.reading, this.openLabel, this.menu]) open.set(null);
  }
}
