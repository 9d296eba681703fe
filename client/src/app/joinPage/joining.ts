import type { JoinResponse, SessionResponse } from '@samenbord/shared/protocol';
import { ApiFailure } from '../../session/join.ts';

/** Somebody who just came in. `ticket` only when the browser keeps no cookies: then it is all there is. */
export interface Joined {
  readonly session: SessionResponse;
  readonly ticket?: string;
}

/** The calls by which one comes in; the real ones are in the session room. */
export interface Entrance {
  join(board: string, secret: string, name: string): Promise<JoinResponse>;
  readSession(board: string): Promise<SessionResponse>;
}

/**
 * Joins, and sees whether the browser keeps the session. Where cookies are blocked the ticket stays in this
 * page's memory.
 * @throws {ApiFailure} when joining failed
 */
export async function enter(
  entrance: Entrance,
  board: string,
  secret: string,
  name: string,
): Promise<Joined> {
  const { ticket, ...session } = await entrance.join(board, secret, name);
  try {
    const kept = await entrance.readSession(board);
    if (kept.person.id === session.person.id) return { session };
  } catch (error) {
    // Only a clear "I don't know you" means that the cookie is not there.
    if (!(error instanceof ApiFailure && error.code === 'unauthorised')) return { session };
  }
  return { session, ticket };
}
