import { type Readable, writable } from '../session/readable.ts';
import type { UndoState } from './types.ts';

/** One thing a person did, as it can be taken back and done again. */
export interface Step {
  /** @returns whether anything came of it; not when colleagues have since worked on what it did */
  undo(): boolean;
  redo(): boolean;
  /** The step will never be used again. */
  drop?(): void;
}

/** Steps one can go back; older ones are forgotten. */
export const MAX_STEPS = 200;

/** What this person did here, newest last. */
export interface History {
  readonly state: Readable<UndoState>;
  /** Something new was done: what was taken back can no longer be redone. */
  record(step: Step): void;
  /** Takes back the newest step of which anything can be taken back. */
  undo(): void;
  redo(): void;
}

export function createHistory(): History {
  const done: Step[] = [];
  const undone: Step[] = [];
  const state = writable<UndoState>({ canUndo: false, canRedo: false });

  const tell = (): void => {
    const next = { canUndo: done.length > 0, canRedo: undone.length > 0 };
    const { canUndo, canRedo } = state.get();
    if (canUndo !== next.canUndo || canRedo !== next.canRedo) state.set(next);
  };
  /** Steps that come to nothing are passed over and forgotten, as if they had been somebody else's. */
  const go = (from: Step[], to: Step[], act: (step: Step) => boolean): void => {
    for (let step = from.pop(); step !== undefined; step = from.pop()) {
      if (act(step)) {
        to.push(step);
        break;
      }
      step.drop?.();
    }
    tell();
  };

  return {
    state,
    record(step) {
      done.push(step);
      for (const forgotten of undone.splice(0)) forgotten.drop?.();
      if (done.length > MAX_STEPS) done.shift()?.drop?.();
      tell();
    },
    undo: () => go(done, undone, (step) => step.undo()),
    redo: () => go(undone, done, (step) => step.redo()),
  };
}
