import type { BoardHandle, BoardView, SheetView } from '../../board/types.ts';
import type { WritingDesk } from '../../board/writingDesk.ts';
import type { CameraControl } from '../camera/cameraControl.ts';
import { createLines, type Lines } from '../lines/lines.ts';
import type { TouchWays } from '../touchWays.ts';
import type { Draft } from '../writing/newSticker.ts';
import type { PartnerChoice } from '../writing/partnerChoice.ts';
import { createWriter, type Writer } from '../writing/writer.ts';
import { Attention } from './attention.ts';
import type { Mind } from './mind.ts';

/** The canvas that a person works at. */
interface MindContext {
  readonly board: Pick<BoardHandle, 'view' | 'commands'>;
  readonly camera: CameraControl;
  readonly desk: WritingDesk<Draft>;
  readonly touch: TouchWays;
  view(): BoardView;
  sheet(): SheetView;
  canWrite(): boolean;
  /** Something looks otherwise. */
  refresh(): void;
}

/** The lines a person draws, and their ways to begin to write. @param partner on whose behalf they write */
export function meansOf(
  of: MindContext,
  attention: Attention,
  partner: () => PartnerChoice,
): { readonly lines: Lines; readonly writer: Writer } {
  const lines = createLines({
    view: () => of.board.view.get(),
    commands: of.board.commands,
    selection: attention.selection,
    changed: () => of.refresh(),
  });
  const writer = createWriter({
    sheet: () => of.sheet(),
    sticker: (id) => of.view().byId.get(id),
    canWrite: () => of.canWrite(),
    camera: of.camera,
    desk: of.desk,
    attention,
    partnerForNew: partner,
    desks: () => of.touch.desks.get(),
  });
  return { lines, writer };
}

/** Another person at this canvas. */
export function newMind(of: MindContext, partner: () => PartnerChoice): Mind {
  const attention = new Attention();
  const mind = Object.assign(attention, meansOf(of, attention, partner));
  for (const shown of [mind.selection, mind.toolsShown]) shown.subscribe(() => of.refresh());
  return mind;
}

/** What the tools need: whose a pointer is, and what they may do for whom. Made once for each. */
export function perMind<K extends object, C, T>(
  make: (key: K) => C,
  keyOf: (input?: T) => K,
): (input?: T) => C {
  const known = new WeakMap<K, { readonly made: C }>();
  return (input) => {
    const key = keyOf(input);
    const found = known.get(key) ?? { made: make(key) };
    known.set(key, found);
    return found.made;
  };
}
