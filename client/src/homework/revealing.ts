import type { Acts, Partner } from '@samenbord/shared/board';
import { progressOf } from './poster.ts';

/** Who would come on the table now, in the order of the table. */
export interface Ready {
  /** With a reveal of all. */
  readonly together: readonly Partner[];
  /** Who asked to come by itself. */
  readonly alone: readonly Partner[];
}

/** The partners that are ready: together, or each by itself. */
export function whoIsReady(partners: readonly Partner[], acts: Pick<Acts, 'homework'>): Ready {
  const ready = partners.filter(({ id }) => progressOf(acts, id).status === 'ready');
  return {
    together: ready.filter(({ id }) => !progressOf(acts, id).alone),
    alone: ready.filter(({ id }) => progressOf(acts, id).alone),
  };
}

/** Partners that are not ready, and were not revealed before. */
export function notYet(partners: readonly Partner[], acts: Pick<Acts, 'homework'>): readonly Partner[] {
  return partners.filter(({ id }) => ['notStarted', 'inProgress'].includes(progressOf(acts, id).status));
}
