import { createHmac } from 'node:crypto';
import { DUTIES, ROLES } from '@samenbord/shared/protocol';
import { z } from 'zod';
import type { Session } from '../relay/types.ts';
import { sameHash } from './secrets.ts';

/** Longer than any ticket we make: what is longer is not ours and is not looked at. */
const MAX_TICKET = 2048;

/** The claims, by one letter each: a ticket travels in a cookie with every request. */
const claimsSchema = z.object({
  b: z.string(),
  l: z.string(),
  r: z.enum(ROLES),
  p: z.string().optional(),
  i: z.string(),
  n: z.string(),
  d: z.enum(DUTIES).optional(),
  e: z.number(),
});

/** What a ticket says when its signature is ours; `expired` when its time has passed. */
export interface ReadTicket {
  readonly session: Session;
  /** ms since the epoch */
  readonly expires: number;
  readonly expired: boolean;
}

export interface Tickets {
  /** Signs a ticket for a session. @param expires ms since the epoch */
  issue(session: Session, expires: number): string;
  /** Reads a ticket; `undefined` when it is not one of ours. Says nothing about the link behind it. */
  read(ticket: string, now: number): ReadTicket | undefined;
}

/**
 * Tickets: `v1.<claims>.<signature>`, JSON and HMAC-SHA-256 in base64url. Signed and not kept, so they
 * survive a restart and need no clean-up; what ends them early is the link behind them, which the
 * access room looks up each time.
 * @param key 32 secret bytes of this installation
 */
export function createTickets(key: Uint8Array): Tickets {
  const sign = (claims: string): Buffer => createHmac('sha256', key).update(`v1.${claims}`).digest();
  return {
    issue({ board, link, role, partner, person }, expires) {
      const claims = {
        b: board,
        l: link,
        r: role,
        p: partner,
        i: person.id,
        n: person.name,
        d: person.duty,
        e: expires,
      };
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `v1.${body}.${sign(body).toString('base64url')}`;
    },
    read(ticket, now) {
      if (ticket.length > MAX_TICKET) return undefined;
      const [version, body, signature, ...rest] = ticket.split('.');
      if (version !== 'v1' || body === undefined || signature === undefined || rest.length > 0)
        return undefined;
      if (!sameHash(sign(body), Buffer.from(signature, 'base64url'))) return undefined;
      const claims = readClaims(body);
      if (claims === undefined) return undefined;
      const { b: board, l: link, r: role, p: partner, i: id, n: name, d: duty, e: expires } = claims;
      const session = {
        board,
        link,
        role,
        person: { id, name, ...(duty === undefined ? {} : { duty }) },
        ...(partner === undefined ? {} : { partner }),
      };
      return { session, expires, expired: expires <= now };
    },
  };
}

function readClaims(body: string): z.infer<typeof claimsSchema> | undefined {
  try {
    return claimsSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
