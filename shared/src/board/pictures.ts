import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { ORIGIN } from './origin.ts';

/**
 * A picture on a sticker. Its bytes are with the server, by their hash; the document holds what is needed to
 * keep its place until they come.
 */
export interface StickerPicture {
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly hash: string;
  /** Pixels, each 1 to `LIMITS.pictureSide`. */
  readonly width: number;
  readonly height: number;
  /** What is to be seen on it, for who cannot; absent until somebody says. */
  readonly alt?: string;
  /** What its file was called, where that says something: said as long as nobody described it. */
  readonly name?: string;
}

export const PICTURE_HASH = /^[0-9a-f]{64}$/;

const side = z.number().check(z.int(), z.gte(1), z.lte(LIMITS.pictureSide));

export const pictureSchema = z.object({
  hash: z.string().check(z.regex(PICTURE_HASH)),
  width: side,
  height: side,
  alt: z.optional(z.string().check(z.maxLength(LIMITS.pictureAlt))),
  name: z.optional(z.string().check(z.maxLength(LIMITS.pictureName))),
});

/** The picture in a sticker's record; `undefined` for none, and for what does not fit: the sticker is shown without. */
export function readPicture(value: unknown): StickerPicture | undefined {
  if (value === undefined) return undefined;
  const { success, data } = pictureSchema.safeParse(value);
  if (!success) return undefined;
  const { hash, width, height, alt, name } = data;
  return {
    hash,
    width,
    height,
    ...(alt === undefined ? {} : { alt }),
    ...(name === undefined ? {} : { name }),
  };
}

/** Puts a picture on a sticker, or says anew what is to be seen on it: one flat value; `undefined` takes it off. */
export function setPicture(
  doc: Y.Doc,
  record: Y.Map<unknown> | undefined,
  picture: StickerPicture | undefined,
): void {
  if (record === undefined) return;
  doc.transact(() => {
    if (picture !== undefined) record.set('picture', { ...picture });
    else record.delete('picture');
  }, ORIGIN.setPicture);
}
