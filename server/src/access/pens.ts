import { createHmac } from 'node:crypto';
import type { Session } from '../relay/types.ts';
import { type AskingOptions, ask, factsOf } from './asking.ts';
import { linkOf } from './linkNotes.ts';
import { sameHash } from './secrets.ts';
import type { Admission, Admitted } from './types.ts';

/** How long a pass lasts, ms: a day's meeting. Its link may end before. */
export const PEN_LASTS = 12 * 3_600_000;

/** A pass that was made. */
export interface ShownPen {
  readonly pass: string;
  /** ms since the epoch */
  readonly expires: number;
}

/**
 * Passes for phones that add stickers to a board and do nothing else. One stands for who made it: it ends with
 * the link that person came in by, and is frozen with the partners.
 */
export interface Pens {
  /** @param linkEnds ms since the epoch; `null` for never */
  make(maker: Admission): ShownPen;
  /** Whether this pass may add stickers to this board, now. `undefined` when it is no pass at all. */
  allow(pass: string | undefined, board: string): Promise<Admitted | undefined>;
}

/** Who a pass lets in: someone of no partner, who may write what partners may. */
const PERSON = { id: 'pen', name: '' } as const;
/** Bytes of the signature that a pass carries: 128 bits, so that its QR code stays coarse. */
const SIGNATURE = 16;

/**
 * Passes: `p1.<link>.<end in seconds, base 36>.<signature>`, HMAC-SHA-256 in base64url over that and the board. Signed
 * and not kept, as tickets are, with a key of their own: neither is ever taken for the other.
 */
export function createPens(options: AskingOptions, key: Uint8Array): Pens {
  const { store, linkFact, now } = options;
  const sign = (board: string, claims: string): Buffer =>
    createHmac('sha256', key).update(`${claims} ${board}`).digest().subarray(0, SIGNATURE);

  /** What a pass says when its signature is ours. */
  const read = (
    pass: string,
    board: string,
  ): { readonly link: string; readonly expires: number } | undefined => {
    const [version, link, end, signature, ...rest] = pass.length > 200 ? [] : pass.split('.');
    if (version !== 'p1' || !link || !end || !signature || rest.length > 0) return undefined;
    if (!sameHash(sign(board, `p1.${link}.${end}`), Buffer.from(signature, 'base64url'))) return undefined;
    return { link, expires: Number.parseInt(end, 36) * 1_000 };
  };

  return {
    make({ session, linkEnds }) {
      const expires = Math.min(now() + PEN_LASTS, linkEnds ?? Number.POSITIVE_INFINITY);
      const claims = `p1.${session.link}.${Math.floor(expires / 1_000).toString(36)}`;
      const pass = `${claims}.${sign(session.board, claims).toString('base64url')}`;
      return { pass, expires: Math.floor(expires / 1_000) * 1_000 };
    },

    async allow(pass, board) {
      if (pass?.startsWith('p1.') !== true) return undefined;
      const found = await factsOf(options, board);
      if (found === undefined) return { ok: false, refusal: 'no-board' };
      const claims = read(pass, board);
      const link = claims && (await linkOf(store, board, claims.link));
      if (claims === undefined || link === undefined || claims.expires <= now())
        return { ok: false, refusal: 'unauthorised' };
      const session: Session = { board, link: link.id, role: 'partner', person: PERSON };
      const admission = { session, expires: claims.expires, linkEnds: link.expires };
      const facts = { boardThere: true, link: linkFact(link), ...found };
      return ask(options, { admission, facts }, board, 'add-sticker');
    },
  };
}
