import type { Duty, JoinResponse, SessionResponse, WaitingResponse } from '@samenbord/shared/protocol';
import { ApiFailure, readSession } from '../../session/join.ts';

/** Somebody who just came in. `ticket` only when the browser keeps no cookies: then it is all there is. */
export interface Joined {
  readonly session: SessionResponse;
  readonly ticket?: string;
}

/** The calls by which one comes in; the real ones are in the session room. */
export interface Entrance {
  join(board: string, key: string, name: string, duty?: Duty): Promise<JoinResponse | WaitingResponse>;
  readSession(board: string): Promise<SessionResponse>;
}

/**
 * Joins by a link's secret or a spoken code.
 * @returns the token to wait by, where the facilitator has to let one in
 * @throws {ApiFailure} when joining failed
 */
export async function enter(
  entrance: Entrance,
  board: string,
  key: string,
  name: string,
  duty?: Duty,
): Promise<Joined | { readonly waiting: string }> {
  const answer = await entrance.join(board, key, name, duty);
  if ('waiting' in answer) return { waiting: answer.token };
  return keepsSession(board, answer, entrance);
}

/**
 * Sees whether the browser keeps the session of who just came in. Where cookies are blocked the ticket stays in
 * this page's memory.
 */
export async function keepsSession(
  board: string,
  { ticket, ...session }: JoinResponse,
  entrance: Pick<Entrance, 'readSession'> = { readSession },
): Promise<Joined> {
  try {
    const kept = await entrance.readSession(board);
    if (kept.person.id === session.person.id) return { session };
  } catch (error) {
    // Only a clear "I don't know you" means that the cookie is not there.
    if (!(error instanceof ApiFailure && error.code === 'unauthorised')) return { session };
  }
  return { session, ticket };
}
