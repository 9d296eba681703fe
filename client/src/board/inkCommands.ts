import {
  addInk,
  decodeInk,
  eraseInk,
  type InkStroke,
  inkOf,
  readStroke,
  topOfInk,
} from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import type { History, Step } from './history.ts';
import type { BoardCommands, BoardView, InkDraft } from './types.ts';

/** 48 random bits: two of a board's thousands of strokes alike is not going to happen. */
const ID_LENGTH = 8;

interface InkTools {
  readonly doc: Y.Doc;
  readonly history: History;
  readonly newId?: () => string;
  /** The present board, when this person may write. */
  readonly writable: () => BoardView | undefined;
}

/** Strokes for these drafts, above all others. The partner is left out where it is not at the table. */
export function strokesOf(
  doc: Y.Doc,
  view: BoardView,
  drafts: readonly InkDraft[],
  newId: () => string = () => nanoid(ID_LENGTH),
): InkStroke[] {
  const top = topOfInk(doc);
  return drafts.map(({ partner, ...draft }, index) => {
    const known = view.partners.some(({ id }) => id === partner);
    return { ...draft, id: newId(), z: top + index, partner: known ? partner : null };
  });
}

/** Whether these strokes may be added: there is room, and each is one. */
export function canBeDrawn(view: BoardView, drafts: readonly InkDraft[]): boolean {
  return (
    view.ink + drafts.length <= LIMITS.inkStrokes &&
    drafts.every(
      ({ points, width }) => width > 0 && width <= LIMITS.inkWidth && decodeInk(points) !== undefined,
    )
  );
}

/** Drawing and erasing: one transaction and one step of undo each. */
export function inkCommands({
  doc,
  history,
  newId,
  writable,
}: InkTools): Pick<BoardCommands, 'addInk' | 'eraseInk'> {
  const isFree = (view: BoardView, { ground }: Pick<InkStroke, 'ground'>): boolean => {
    if (ground.sticker === undefined) return true;
    const sticker = view.byId.get(ground.sticker);
    return sticker !== undefined && sticker.locked !== true;
  };
  return {
    addInk(drafts) {
      const view = writable();
      const free = view && drafts.filter((draft) => isFree(view, draft));
      if (!view || !free || free.length === 0 || !canBeDrawn(view, free)) return undefined;
      const strokes = strokesOf(doc, view, free, newId);
      addInk(doc, strokes);
      history.record(inkStep(doc, strokes));
      return strokes.map(({ id }) => id);
    },
    eraseInk(ids) {
      const view = writable();
      if (!view) return;
      const erased = [...new Set(ids)]
        .map((id) => readStroke(id, inkOf(doc).get(id)))
        .filter((stroke) => stroke !== undefined && isFree(view, stroke)) as InkStroke[];
      if (erased.length === 0) return;
      eraseInk(
        doc,
        erased.map(({ id }) => id),
      );
      const { undo, redo } = inkStep(doc, erased);
      history.record({ undo: redo, redo: undo });
    },
  };
}

/** Strokes were drawn: undo takes away those that are still there, redo draws them again. */
function inkStep(doc: Y.Doc, strokes: readonly InkStroke[]): Step {
  return {
    undo() {
      const there = strokes.filter(({ id }) => inkOf(doc).has(id)).map(({ id }) => id);
      if (there.length > 0) eraseInk(doc, there);
      return there.length > 0;
    },
    redo() {
      const gone = strokes.filter(({ id }) => !inkOf(doc).has(id));
      if (gone.length > 0) addInk(doc, gone);
      return gone.length > 0;
    },
  };
}
