import { editText, ORIGIN, textOf } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import * as Y from 'yjs';
import type { History, Step } from './history.ts';
import type { Model } from './model.ts';
import type { TextSession } from './types.ts';

interface Workbench {
  readonly doc: Y.Doc;
  readonly model: Model;
  readonly history: History;
  /** When this sticker was just made: the first that is written in it belongs to its making. */
  readonly making?: Making | undefined;
}

/** The step that made a sticker, until something was written in it. */
export interface Making {
  readonly step: Step;
  /** What is written is part of this step now. */
  readonly joined: (step: Step) => void;
}

type Listener = Parameters<TextSession['subscribe']>[0];

/**
 * Opens the text of a sticker that is on the board. Several may be open at once, also of one sticker:
 * each takes back only what was typed in it, letter by letter between what others typed.
 */
export function openTextSession(bench: Workbench, id: string): TextSession | undefined {
  const { doc, model, history, making } = bench;
  const text = textOf(doc, id);
  if (text === undefined || model.sticker(id) === undefined) return undefined;
  const listeners = new Set<Listener>();
  let typing = false;
  let open = true;
  let makes = making;
  const record = (step: Step): void => {
    const recorded = history.record(step, makes?.step);
    if (recorded !== step) makes?.joined(recorded);
    makes = undefined;
  };
  const letters = trackLetters(text, record, {
    typing: () => typing,
    usable: () => model.now().byId.has(id),
  });

  const tell = (change: Parameters<Listener>[0]): void => {
    for (const listener of [...listeners]) listener(change);
  };
  const onText = (event: Y.YTextEvent): void => {
    if (!typing) tell({ text: text.toString(), move: mover(event.delta) });
  };
  text.observe(onText);
  const writable = (): boolean => {
    const view = model.now();
    return view.access === 'write' && view.byId.has(id);
  };
  let gone = false;
  const stopView = model.view.subscribe(() => {
    if (!open || gone || writable()) return;
    gone = true;
    tell('gone');
  });

  return {
    get: () => text.toString(),
    edit(next, caret) {
      // What got too long by two people typing may still be made shorter.
      if (next.length > LIMITS.stickerText && next.length >= text.length) return 'too-long';
      // Also when a colleague just removed the sticker: it keeps the letters for when it comes back.
      if (!open || model.now().access !== 'write') return 'ok';
      typing = true;
      try {
        editText(doc, id, next, caret);
      } finally {
        typing = false;
      }
      return 'ok';
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (!open) return;
      open = false;
      text.unobserve(onText);
      stopView();
      listeners.clear();
      letters.close();
    },
  };
}

/** Where a position in the old text is in the new one. What came exactly there lies behind it. */
export function mover(delta: Y.YTextEvent['delta']): (position: number) => number {
  return (position) => {
    let old = 0;
    let moved = position;
    for (const { retain = 0, insert, delete: removed = 0 } of delta) {
      if (old >= position && removed === 0) break;
      if (typeof insert === 'string' && old < position) moved += insert.length;
      moved -= Math.max(0, Math.min(removed, position - old));
      old += retain + removed;
    }
    return moved;
  };
}

/**
 * Undo of what is typed in one session, by Yjs: it takes out the letters themselves, wherever others
 * have moved them by typing. All that is typed between two undos is one step.
 */
function trackLetters(
  text: Y.Text,
  record: (step: Step) => void,
  is: { typing: () => boolean; usable: () => boolean },
) {
  const manager: Y.UndoManager = new Y.UndoManager(text, {
    captureTimeout: Number.MAX_SAFE_INTEGER,
    trackedOrigins: new Set([ORIGIN.editText]),
    // Another session on the same text has the same origin.
    captureTransaction: ({ origin }) => origin === manager || is.typing(),
  });
  let steps = 0;
  let open = true;
  const release = (): void => {
    if (open || steps > 0) return;
    manager.clear();
    manager.destroy();
  };
  manager.on('stack-item-added', ({ origin }) => {
    if (origin === manager) return;
    steps += 1;
    record({
      undo: () => is.usable() && manager.undo() !== null,
      redo: () => is.usable() && manager.redo() !== null,
      drop() {
        steps -= 1;
        release();
      },
    });
  });
  return {
    close() {
      open = false;
      release();
    },
  };
}
