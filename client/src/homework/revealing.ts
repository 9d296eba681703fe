import type { Acts, Partner } from '@samenbord/shared/board';
import { progressOf } from './poster.ts';

/**
 * The partners that come on the table when all that are ready are put there, in the order of the table. Who
 * asked to come by itself is among them only when that is chosen.
 */
export function ready(
  partners: readonly Partner[],
  acts: Pick<Acts, 'homework'>,
  withAlone: boolean,
): readonly Partner[] {
  return partners.filter(({ id }) => {
    const { status, alone } = progressOf(acts, id);
    return status === 'ready' && (withAlone || !alone);
  });
}

/** Whether a partner is ready and asked to come by itself. */
export function asksAlone(acts: Pick<Acts, 'homework'>, partner: string): boolean {
  const { status, alone } = progressOf(acts, partner);
  return status === 'ready' && alone;
}

/** Partners that are not ready, and did not come before. */
export function notYet(partners: readonly Partner[], acts: Pick<Acts, 'homework'>): readonly Partner[] {
  return partners.filter(({ id }) => ['notStarted', 'inProgress'].includes(progressOf(acts, id).status));
}
