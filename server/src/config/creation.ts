import { z } from 'zod';
import type { Variable } from './variable.ts';

/** Characters of a creation secret, at least: too many to try, at the rate at which one may. */
const LEAST = 16;
/** No blanks and nothing beyond ASCII, so that it passes through a header and a shell as it is. */
const SECRET = new RegExp(`^[\\x21-\\x7e]{${LEAST},200}$`);

const ADVICE = `set BOARD_CREATION to a secret of at least ${LEAST} characters, such as \`openssl rand -base64 24\` prints`;

export const BOARD_CREATION: Variable<string | undefined> = {
  schema: z
    .string()
    .refine((value) => value === 'open' || SECRET.test(value))
    .optional(),
  fallback: undefined,
  fallbackAs: '`open` on a loopback address, else none',
  expected: `\`open\`, or a secret of at least ${LEAST} letters, digits and signs without blanks`,
  about:
    'Who makes boards: everybody who reaches the server, or who knows the secret. `open` is for loopback addresses only; on others a secret has to be set.',
};

/** Whether only this machine reaches an address. @param host a name or IP address, as in HOST or a URL */
export const isLoopback = (host: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/i.test(host);

/**
 * Who may make boards, or what is wrong with that: a server that others reach needs a secret.
 * @param publicUrl an origin; `undefined` when it follows from `host`
 * @returns the secret, or `undefined` when everybody may
 */
export function boardCreation(
  asked: string | undefined,
  host: string,
  publicUrl: string | undefined,
): { readonly secret: string | undefined } | { readonly wrong: string } {
  if (asked !== undefined && asked !== 'open') return { secret: asked };
  const reached = [
    ...(isLoopback(host) ? [] : [`HOST ${host}`]),
    ...(publicUrl === undefined || isLoopback(new URL(publicUrl).hostname)
      ? []
      : [`PUBLIC_URL ${publicUrl}`]),
  ];
  if (reached.length === 0) return { secret: undefined };
  const where = reached.join(' and ');
  return {
    wrong:
      asked === 'open'
        ? `BOARD_CREATION is open, but with ${where} others reach the server and could make boards: ${ADVICE}`
        : `BOARD_CREATION is not set, and with ${where} others reach the server and could make boards: ${ADVICE}, or listen on 127.0.0.1 without a public PUBLIC_URL`,
  };
}
