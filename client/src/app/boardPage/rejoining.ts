import type { Duty, JoinResponse, SessionResponse, WaitingResponse } from '@samenbord/shared/protocol';
import type { Me } from '../../session/types.ts';
import { type Trouble, troubleOf } from '../trouble.ts';

/** The calls by which one comes back; the real ones are in the session room. */
export interface WayIn {
  readSession(board: string): Promise<SessionResponse>;
  join(board: string, secret: string, name: string, duty?: Duty): Promise<JoinResponse | WaitingResponse>;
}

/** How coming back went. `other`: this browser is somebody else on the board now. */
export type Return = 'back' | 'other' | Trouble;

/**
 * Sees whether this browser may go on on a board as the same person: with the session it has, else with the
 * link's secret where the page still knows it.
 */
export async function comeBack(
  way: WayIn,
  board: string,
  me: Me,
  secret: string | undefined,
): Promise<Return> {
  try {
    const present = await way.readSession(board).catch((error: unknown) => {
      if (secret === undefined || troubleOf(error) !== 'no-session') throw error;
      return way.join(board, secret, me.name, me.duty);
    });
    // Somebody has to let this browser in first: by the link, in a page of its own.
    if ('waiting' in present) return 'no-session';
    // What waits was done as this person: under another role or partner it must not be sent.
    return present.role === me.role && present.partner === me.partner ? 'back' : 'other';
  } catch (error) {
    return troubleOf(error);
  }
}
