import type { InvitationResponse, SessionResponse } from '@samenbord/shared/protocol';
import { type Trouble, troubleOf } from '../trouble.ts';

/** What the server is asked at the door; the real one is in the session room. */
export interface Door {
  readInvitation(board: string, secret: string): Promise<InvitationResponse>;
  readSession(board: string): Promise<SessionResponse>;
}

/** What the server says about this browser and this link. */
export type Admission =
  /** Already on the board: straight in. */
  | { readonly step: 'inside'; readonly session: SessionResponse }
  /** A link that works: who it makes one, and who one is on this board already, if somebody else. */
  | {
      readonly step: 'invited';
      readonly invitation: InvitationResponse;
      readonly present: SessionResponse | undefined;
    }
  | { readonly step: 'trouble'; readonly trouble: Trouble };

/**
 * Finds out what this browser may do on a board. A session that is the same as what the link offers goes
 * straight in; a different link asks first, because it makes one somebody else. A link that no longer
 * works does not put out who is in by another.
 */
export async function askAdmission(
  door: Door,
  board: string,
  secret: string | undefined,
): Promise<Admission> {
  const [asked, invited] = await Promise.allSettled([
    door.readSession(board),
    secret === undefined ? Promise.resolve(undefined) : door.readInvitation(board, secret),
  ]);
  const present = asked.status === 'fulfilled' ? asked.value : undefined;
  const invitation = invited.status === 'fulfilled' ? invited.value : undefined;
  if (present !== undefined && (invitation === undefined || isSame(present, invitation)))
    return { step: 'inside', session: present };
  if (invitation !== undefined) return { step: 'invited', invitation, present };
  const reason = invited.status === 'rejected' ? invited.reason : (asked as PromiseRejectedResult).reason;
  return { step: 'trouble', trouble: troubleOf(reason) };
}

const isSame = (session: SessionResponse, invitation: InvitationResponse): boolean =>
  session.role === invitation.role && session.partner === invitation.partner?.id;
