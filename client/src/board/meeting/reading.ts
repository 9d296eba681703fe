import type { Partner, PlanStep } from '@samenbord/shared/board';
import type { MeetingView } from './types.ts';

/** The step that is on, with its number from 1; `undefined` before the first. */
export function stepNow({
  plan,
  step,
}: Pick<MeetingView, 'plan' | 'step'>): { readonly step: PlanStep; readonly number: number } | undefined {
  const at = plan.findIndex(({ id }) => id === step);
  const found = plan[at];
  return found && { step: found, number: at + 1 };
}

/** Minutes of a whole plan. */
export function minutesOf(plan: readonly Pick<PlanStep, 'minutes'>[]): number {
  return plan.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Who speaks when, of those at the table. */
export interface TurnsNow {
  readonly order: readonly Partner[];
  readonly speaking: Partner | undefined;
  /** Who comes after, when there is somebody. */
  readonly next: Partner | undefined;
}

/** The turns under the present partners; `undefined` when there are none. */
export function turnsNow(turns: MeetingView['turns'], partners: readonly Partner[]): TurnsNow | undefined {
  if (turns === null) return undefined;
  const seated = (ids: readonly string[]): Partner[] =>
    ids.map((id) => partners.find((partner) => partner.id === id)).filter((one) => one !== undefined);
  const { order, current } = turns;
  const [speaking] = current === null ? [] : seated(order.slice(current, current + 1));
  const [next] = current === null ? seated(order) : seated(order.slice(current + 1));
  return { order: seated(order), speaking, next };
}
