import { type Readable, writable } from '../session/readable.ts';
import type { UndoState } from './types.ts';

/** One thing a person did, as it can be taken back and done again. */
export interface Step {
  /** @returns whether anything came of it; not when colleagues have since worked on what it did */
  undo(): boolean;
  /** Whether what it did still stands, whatever was written in it since; asked before what came after is undone. */
  stands?(): boolean;
  redo(): boolean;
  /** The step will never be used again. */
  drop?(): void;
}

/** Steps one can go back; older ones are forgotten. */
export const MAX_STEPS = 200;

/** What this person did here, newest last. */
export interface History {
  readonly state: Readable<UndoState>;
  /**
   * Something new was done: what was taken back can no longer be redone.
   * @param onto the step that this one belongs to: when nothing was done since, they are one from now on
   * @returns the step that stands for it
   */
  record(step: Step, onto?: Step): Step;
  /** Leaves a step out, as if it had not been done. */
  forget(step: Step): void;
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
    record(step, onto) {
      const one = onto !== undefined && done.at(-1) === onto;
      if (one) done.pop();
      const recorded = one ? joined(onto, step) : step;
      done.push(recorded);
      for (const forgotten of undone.splice(0)) forgotten.drop?.();
      if (done.length > MAX_STEPS) done.shift()?.drop?.();
      tell();
      return recorded;
    },
    forget(step) {
      const at = done.lastIndexOf(step);
      if (at < 0) return;
      done.splice(at, 1);
      step.drop?.();
      tell();
    },
    undo: () => go(done, undone, (step) => step.undo()),
    redo: () => go(undone, done, (step) => step.redo()),
  };
}

/** Two steps as one, taken back from the last and done again from the first. */
function joined(first: Step, second: Step): Step {
  return {
    undo() {
      // Half of it would leave something nobody made, as an empty sticker in a colleague's field.
      if (first.stands?.() === false) return false;
      const later = second.undo();
      return first.undo() || later;
    },
    redo() {
      const earlier = first.redo();
      return second.redo() || earlier;
    },
    drop() {
      first.drop?.();
      second.drop?.();
    },
  };
}
