import { readMeeting } from '@samenbord/shared/board';
import { equalityDeep } from 'lib0/function';
import type { BoardSource } from '../../session/index.ts';
import { writable } from '../../session/readable.ts';
import type { Bench } from './desk.ts';
import type { MeetingHandle, MeetingView } from './types.ts';

/**
 * Follows the conversation at a board's table.
 * @param given clock and chance: `now` in ms since the epoch by the server's clock
 */
export function openMeeting(
  source: Pick<BoardSource, 'documents' | 'me' | 'loaded'>,
  given: Pick<Bench, 'now'> & Partial<Pick<Bench, 'newId' | 'random'>>,
): MeetingHandle {
  const { table } = source.documents;
  const view = writable<MeetingView>(readMeeting(table));
  let stale = false;
  let closed = false;
  const read = (): void => {
    stale = false;
    if (!closed) view.set(nextMeeting(view.get(), readMeeting(table)));
  };
  // Once per task, however many transactions there were.
  const touched = (): void => {
    if (stale) return;
    stale = true;
    queueMicrotask(read);
  };
  table.on('update', touched);
  return {
    view,
    async conductor() {
      const { createConductor } = await import('./conductor.ts');
      return createConductor({ doc: table, me: source.me, loaded: source.loaded, ...given });
    },
    close() {
      closed = true;
      table.off('update', touched);
    },
  };
}

/** Parts that say the same keep their object; when all do, so does the whole. */
function nextMeeting(old: MeetingView, read: MeetingView): MeetingView {
  const keys = Object.keys(read) as (keyof MeetingView)[];
  const entries = keys.map((key) => [key, equalityDeep(old[key], read[key]) ? old[key] : read[key]] as const);
  const next = Object.fromEntries(entries) as unknown as MeetingView;
  return keys.every((key) => next[key] === old[key]) ? old : next;
}
