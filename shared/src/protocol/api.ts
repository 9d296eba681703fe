import * as z from 'zod/mini';
import { boardFileSchema } from '../board/file.ts';
import { PICTURE_HASH } from '../board/pictures.ts';
import { LIMITS } from './limits.ts';
import { DUTIES, type Duty } from './linksApi.ts';
import type { Role } from './roles.ts';
import { visibleText } from './visibleText.ts';

/** `POST /api/boards`: a board to make; the same shape as the export and the demo file. */
export const createBoardSchema = boardFileSchema;
/** A line of a board's file with pictures, after the board itself: the bytes of one, in base64. */
export const filePictureSchema = z.object({
  hash: z.string().check(z.regex(PICTURE_HASH)),
  type: z.optional(z.string().check(z.maxLength(40))),
  data: z.string(),
});
export type CreateBoardRequest = z.infer<typeof createBoardSchema>;

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

/**
 * Every error of the API: `{error: {code, message}}` with a fitting status. `message` is English for
 * programs; the page shows its own text by `code`.
 */
export interface ApiError {
  readonly error: {
    readonly code: ApiErrorCode;
    readonly message: string;
    /** For `invalid`: which field, as a path like `partners.3.name`. Never a value. */
    readonly field?: string;
  };
}

export const API_ERROR_CODES = [
  'invalid', // 400: a field does not fit; `field` says which
  'malformed-json', // 400
  'unauthorised', // 401: no session, or it ended
  'wrong-link', // 403: the secret opens nothing on this board
  'withdrawn-link', // 403: withdrawn, or past its end
  'link-full', // 403: as many people as it is for have come in by this link
  'wrong-code', // 403: the spoken code is none, or has ended
  'refused-entry', // 403: the facilitator did not let this person in
  'wrong-secret', // 403: boards are made with a creation secret here, and this is not it
  'forbidden', // 403: this role may not do this
  'no-board', // 404
  'not-found', // 404: no such path, or nothing of this name on the board
  'conflict', // 409: not in the state that board is in now; the message says why
  'method-not-allowed', // 405
  'pictures-full', // 409: the pictures of this board come to as much as they may
  'too-large', // 413
  'not-json', // 415
  'not-a-picture', // 415
  'too-many', // 429, with Retry-After
  'unavailable', // 503: the store cannot be reached or is full
  'internal', // 500
] as const;
export type ApiErrorCode = (typeof API_ERROR_CODES)[number];
