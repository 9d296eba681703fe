import * as z from 'zod/mini';
import { TEMPLATE_KEYS, type TemplateKey } from '../template/keys.ts';
import { LIMITS } from './limits.ts';
import { visibleText } from './visibleText.ts';

/**
 * A phone as a pen: it puts stickers on a board and reads nothing of it but what it needs for that. It comes in
 * by a pass, which somebody who may write makes and shows as a QR code.
 */

/** 201 of `POST /api/boards/<board>/pens`, who may write the board. `url` is `PUBLIC_URL/pen/<board>#<pass>`. */
export interface PenResponse {
  readonly url: string;
  /** ms since the epoch: when it ends. */
  readonly expires: number;
}

/** `GET /api/boards/<board>/pen`: where one may put stickers, and on whose behalf. */
export interface PenBoardResponse {
  readonly title: string;
  readonly language: 'nl' | 'en';
  readonly partners: readonly {
    readonly id: string;
    readonly name: string;
    readonly mark: string;
    readonly color: string;
  }[];
  /** The sheets that are open, each with its fields from top left. */
  readonly sheets: readonly PenSheet[];
}

export interface PenSheet {
  readonly sheet: TemplateKey;
  readonly title: PenLabel;
  readonly fields: readonly PenField[];
}

export interface PenField {
  readonly region: string;
  readonly label: PenLabel;
  /** In whose panel it lies; `null` for one that all share. */
  readonly partner: string | null;
}

export interface PenLabel {
  readonly nl: string;
  readonly en: string;
}

/**
 * `POST /api/boards/<board>/stickers`, by a pass or a ticket: one sticker, in a free spot of a field. 201 with
 * `{"done": true}`; the same for an `id` this writer brought before, which changes nothing: so it can be sent again.
 */
export const newStickerSchema = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,40}$/)),
  sheet: z.enum(TEMPLATE_KEYS),
  region: z.string().check(z.minLength(1), z.maxLength(128)),
  partner: z.nullable(z.string().check(z.maxLength(64))),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.stickerText)),
  /** By a pass only, and then always: who writes, and what that browser calls itself. */
  writer: z.optional(
    z.object({
      name: visibleText(LIMITS.personName),
      browser: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,40}$/)),
    }),
  ),
});
export type NewStickerRequest = z.infer<typeof newStickerSchema>;
