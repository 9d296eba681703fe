import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes of randomness in a link's secret: 192 bits. */
const SECRET_BYTES = 24;
/** Bytes of randomness in an id: 96 bits, so ids cannot be guessed or collide, though they are no secret. */
const ID_BYTES = 12;

/**
 * Random text in base64url that begins and ends with a letter or digit: mail programs cut a trailing
 * `-` or `_` off a link. That costs less than 0.1 bit.
 */
function randomText(bytes: number): string {
  for (;;) {
    const text = randomBytes(bytes).toString('base64url');
    if (/^[A-Za-z0-9].*[A-Za-z0-9]$/.test(text)) return text;
  }
}

/** A new id for a board, link, person, sticker or line. */
export const newId = (): string => randomText(ID_BYTES);

/** A new secret for a link: 32 characters of base64url. Only its hash is ever kept. */
export const newSecret = (): string => randomText(SECRET_BYTES);

/**
 * SHA-256 of a secret. No salt and no slow hash: a secret of 192 random bits cannot be guessed from its
 * hash, unlike a password.
 */
export const hashSecret = (secret: string): Uint8Array =>
  createHash('sha256').update(secret, 'utf8').digest();

/** Whether two hashes are equal, in a time that does not depend on where they differ. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
