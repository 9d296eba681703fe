import type { JoinResponse, SessionResponse, WaitingResponse } from '@samenbord/shared/protocol';
import { PASSING, type Trouble, troubleOf } from '../trouble.ts';
import { type Joined, keepsSession } from './joining.ts';

/** What the server is asked by who waits; the real one is in the session room. */
export interface WaitingRoom {
  askWaiting(board: string, token: string): Promise<JoinResponse | WaitingResponse>;
  readSession(board: string): Promise<SessionResponse>;
}

/** How it stands with who waits. `gone`: nobody waits by this token any more, so one has to knock anew. */
export type Standing =
  | { readonly kind: 'waiting' | 'gone' }
  | { readonly kind: 'joined'; readonly joined: Joined }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Asks once whether one may come in. What passes by itself is no reason to stop waiting. Never rejects. */
export async function askStanding(room: WaitingRoom, board: string, token: string): Promise<Standing> {
  try {
    const answer = await room.askWaiting(board, token);
    if ('waiting' in answer) return { kind: 'waiting' };
    return { kind: 'joined', joined: await keepsSession(board, answer, room) };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'mismatch') return { kind: 'gone' };
    return PASSING.has(trouble) ? { kind: 'waiting' } : { kind: 'trouble', trouble };
  }
}
