import type { ConnectionState } from './connection.ts';
import type { SaveStatus } from './types.ts';

/**
 * The one status of a board from those of its documents. The worst counts; what waits is summed. While
 * the first connection is being made nothing can be waiting, so that reads as saved and not as offline.
 */
export function statusOf(states: readonly ConnectionState[]): SaveStatus {
  const waiting = states.reduce((sum, state) => sum + state.waiting, 0);
  const reason = states.find((state) => state.ended !== undefined)?.ended;
  if (reason !== undefined) return { kind: 'ended', waiting, reason };
  if (states.some(({ phase }) => phase === 'away')) return { kind: 'offline', waiting };
  if (states.some(({ frozen }) => frozen)) return { kind: 'frozen', waiting };
  const trouble = states.find((state) => state.trouble !== undefined)?.trouble;
  if (trouble !== undefined) return { kind: 'server-trouble', waiting, reason: trouble };
  return waiting > 0 ? { kind: 'saving', waiting } : { kind: 'saved' };
}

/** Whether two statuses read the same. */
export function sameStatus(a: SaveStatus, b: SaveStatus): boolean {
  const reason = (status: SaveStatus) => ('reason' in status ? status.reason : undefined);
  const waiting = (status: SaveStatus) => ('waiting' in status ? status.waiting : 0);
  return a.kind === b.kind && waiting(a) === waiting(b) && reason(a) === reason(b);
}
