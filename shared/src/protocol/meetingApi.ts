import * as z from 'zod/mini';
import { TEMPLATE_KEYS } from '../template/keys.ts';
import { LIMITS } from './limits.ts';

/**
 * Acts of the server during a meeting: what must hold for everybody, and so cannot be a page's own. All are
 * `POST /api/boards/<board>/...`, answer 200 with {@link ActResponse} unless they say otherwise, and are shown
 * to everybody through the table document (`Meeting` in `board/meeting.ts`).
 */
export interface ActResponse {
  readonly done: true;
}

/** `freeze`, facilitators: partners may only read from then on. */
export const freezeSchema = z.object({ frozen: z.boolean() });

/** `homework/status`, partners, for their own partner. `ready` can be taken back until it is revealed. */
export const homeworkStatusSchema = z.object({
  status: z.enum(['inProgress', 'ready']),
  /** With `ready`: please reveal ours by itself, not with the others. */
  alone: z.optional(z.boolean()),
});

/** `homework/reveal`, facilitators: of all partners that are ready, or of one that asked for it. */
export const revealSchema = z.object({
  partner: z.optional(z.string().check(z.maxLength(64))),
  /** With all: also those that asked to come by themselves. */
  withAlone: z.optional(z.boolean()),
});
/** 200 of a reveal. `stickers` counts what was put on the board, without saying what. */
export interface RevealResponse {
  readonly revealed: readonly string[];
  readonly stickers: number;
}

/** `homework/share`, partners, after their reveal: these too. `homework/delete`: these, for good. */
export const homeworkStickersSchema = z.object({
  stickers: z
    .array(z.string().check(z.maxLength(64)))
    .check(z.minLength(1), z.maxLength(LIMITS.homeworkStickers)),
});

/** `homework/erase`, partners: all of their own homework, for good. No body but `{}`. */

/** `rounds`, facilitators: opens a silent round on a field -> 201 {@link RoundResponse}. One at a time. */
export const openRoundSchema = z.object({
  sheet: z.enum(TEMPLATE_KEYS),
  /** A region id, as in a sticker's place. */
  region: z.string().check(z.minLength(1), z.maxLength(128)),
});
export interface RoundResponse {
  readonly round: string;
}

/** `rounds/<round>/ready`, whoever writes in it. */
export const roundReadySchema = z.object({ ready: z.boolean() });
/** `rounds/<round>/reveal`, facilitators -> {@link RevealResponse} without partners. `rounds/<round>/cancel`: nothing is shown. */

/** `partners/<partner>/remove`, facilitators: off the table; its links end, its stickers stay, parked. */

/** `end`, facilitators: when the board is erased by itself, ms since the epoch; `null` for never. */
export const boardEndSchema = z.object({ ends: z.nullable(z.number().check(z.int(), z.gte(0))) });

/** `erase`, facilitators: the whole board, at once and for good. `title` is its title, typed again. */
export const eraseSchema = z.object({ title: z.string().check(z.maxLength(400)) });
