import type { RegionId } from '@samenbord/shared/layout';
import { writable } from '../session/readable.ts';
import type { Bringing } from './bringing.ts';
import type { OpenMenu, OpenPart } from './openPart.ts';
import type { Pen } from './penState.ts';

/** What a person has in mind on a canvas: what is selected, and what lies open over the sheet. */
export class Attention {
  readonly selection = writable<readonly string[]>([]);
  /** Whether what can be done with the selection is shown beside it: asked for by a tap, in nobody's way otherwise. */
  readonly toolsShown = writable(false);
  /** The field whose questions are shown. */
  readonly openLabel = writable<RegionId | null>(null);
  /** The sticker that is shown large to who may not write. */
  readonly reading = writable<string | null>(null);
  /** The menu that is open, and where. */
  readonly menu = writable<OpenMenu | null>(null);
  /** What else lies open over the sheet: find, the list of shortcuts. */
  readonly part = writable<OpenPart | null>(null);
  /** The field that is shown large, with the rest dimmed. */
  readonly presenting = writable<RegionId | null>(null);
  /** The pen that is taken up: pointers draw or rub out, and drag nothing. */
  readonly pen = writable<Pen | null>(null);
  /** Pictures on their way to the board. */
  readonly bringing = writable<readonly Bringing[]>([]);

  /** Lets go of stickers that are not here any more. */
  protected keepOnly(isHere: (sticker: string) => boolean): void {
    const selected = this.selection.get();
    const present = selected.filter(isHere);
    if (present.length !== selected.length) this.selection.set(present);
    const read = this.reading.get();
    if (read !== null && !isHere(read)) this.reading.set(null);
  }

  /** Another sheet: nothing of this one is meant any more. */
  protected forgetAll(): void {
    this.selection.set([]);
    for (const open of [this.reading, this.openLabel, this.menu, this.presenting]) open.set(null);
  }
}
