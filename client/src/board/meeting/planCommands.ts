import type { PlanStep } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import type { Desk } from './desk.ts';
import { moved } from './moved.ts';
import type { Conductor, StepChange } from './types.ts';

type Plan = Pick<
  Conductor,
  | 'takePlan'
  | 'addStep'
  | 'editStep'
  | 'moveStep'
  | 'removeStep'
  | 'setBooked'
  | 'goToStep'
  | 'nextStep'
  | 'previousStep'
>;

/** Minutes of a step that somebody adds. */
const NEW_STEP_MINUTES = 10;

/** The plan of the session and where one is in it. */
export function planCommands({ meeting, set, newId, mayWrite }: Desk): Plan {
  const indexOf = (id: string | null): number => meeting().plan.findIndex((step) => step.id === id);
  const go = (by: -1 | 1): void => {
    const { plan, step } = meeting();
    // Before the first is a place one can go back to; after the last there is nothing.
    const next = plan[indexOf(step) + by];
    if (next !== undefined) set({ step: next.id });
    else if (by < 0) set({ step: null });
  };
  return {
    takePlan: (steps) =>
      set({ plan: steps.slice(0, LIMITS.steps).map((step) => ({ id: newId(), ...step })), step: null }),
    addStep(title) {
      const { plan } = meeting();
      if (!mayWrite() || plan.length >= LIMITS.steps) return undefined;
      const id = newId();
      set({ plan: [...plan, fitted({ id, title, note: '', minutes: NEW_STEP_MINUTES })] });
      return id;
    },
    editStep(id, change) {
      const { plan } = meeting();
      if (indexOf(id) >= 0)
        set({ plan: plan.map((step) => (step.id === id ? fitted({ ...step, ...change }) : step)) });
    },
    moveStep(id, by) {
      const plan = moved(meeting().plan, indexOf(id), by);
      if (plan !== undefined) set({ plan: [...plan] });
    },
    removeStep(id) {
      const { plan, step } = meeting();
      const at = indexOf(id);
      if (at < 0) return;
      const left = plan.filter((one) => one.id !== id);
      // The conversation goes on where it was: with what came next, or before.
      set({ plan: left, ...(step === id ? { step: (left[at] ?? left[at - 1])?.id ?? null } : {}) });
    },
    setBooked: (minutes) =>
      set({ booked: minutes === null ? null : Math.round(clamp(minutes, 1, LIMITS.bookedMinutes)) }),
    goToStep(id) {
      if (id === null || indexOf(id) >= 0) set({ step: id });
    },
    nextStep: () => go(1),
    previousStep: () => go(-1),
  };
}

/** A step that the document takes; what is too long is cut where the field that it was typed in ends. */
function fitted<T extends PlanStep & StepChange>(step: T): T {
  return {
    ...step,
    title: step.title.slice(0, LIMITS.stepTitle),
    note: step.note.slice(0, LIMITS.stepNote),
    minutes: Math.round(clamp(step.minutes, 0, LIMITS.stepMinutes)),
  };
}

/** Also for what is no number, which an empty field gives. */
function clamp(value: number, low: number, high: number): number {
  return Number.isNaN(value) ? low : Math.min(high, Math.max(low, value));
}
