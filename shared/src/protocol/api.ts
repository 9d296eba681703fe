import * as z from 'zod/mini';
import type { BoardFile } from '../board/file.ts';
import { LIMITS } from './limits.ts';
import { DUTIES, type Duty, type Role } from './roles.ts';
import { visibleText } from './visibleText.ts';

/**
 * `POST /api/boards`: a board to make; the same shape as the export and the demo file. (`boardFileSchema` reads it:
 * that stays out of here, because pages need these types and not the file.)
 */
export type CreateBoardRequest = BoardFile;

/** 201 of `POST /api/boards`. Each link is `PUBLIC_URL/b/<board>#<secret>`. */
export interface CreateBoardResponse {
  readonly board: string;
  readonly links: BoardLinks;
}

export interface BoardLinks {
  readonly facilitator: string;
  readonly observer: string;
  readonly partners: readonly { readonly partner: string; readonly url: string }[];
}

/** `POST /api/boards/<board>/invitation`: what a link opens, before one joins. */
export const invitationSchema = z.object({ secret: z.string().check(z.minLength(1), z.maxLength(200)) });

export interface InvitationResponse {
  readonly title: string;
  readonly language: 'nl' | 'en';
  readonly role: Role;
  /** The partner this link speaks for; only with role `partner`. */
  readonly partner?: {
    readonly id: string;
    readonly name: string;
    readonly mark: string;
    readonly color: string;
  };
}

/** `POST /api/boards/<board>/join`. */
export const joinSchema = z.object({
  secret: z.string().check(z.minLength(1), z.maxLength(200)),
  name: visibleText(LIMITS.personName),
  duty: z.optional(z.enum(DUTIES)),
});

/** 200 of join; also `GET /api/boards/<board>/session` (by cookie), then without `ticket`. */
export interface JoinResponse {
  readonly ticket: string;
  readonly role: Role;
  readonly partner?: string;
  /** Names of the Yjs documents this session may open, e.g. `["<board>", "<board>/table"]`. */
  readonly documents: readonly string[];
  /** The person this session is, the same in all tabs of this browser. */
  readonly person: { readonly id: string; readonly name: string; readonly duty?: Duty };
  /** When the ticket ends, in ms since the epoch. */
  readonly expires: number;
  /** The id of the link one came in by. */
  readonly link: string;
}
export type SessionResponse = Omit<JoinResponse, 'ticket'>;

/** 201 of `POST /api/boards/<board>/pictures`: the picture is at `.../pictures/<hash>`. */
export interface PictureResponse {
  /** SHA-256 of its bytes, in lower-case hexadecimal. */
  readonly hash: string;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly bytes: number;
}
