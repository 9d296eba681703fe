import type { IncomingMessage } from 'node:http';
import { HttpError } from './errors.ts';

/**
 * Reads a request's body as JSON.
 * @param limit bytes
 * @throws {HttpError} `not-json`, `too-large` or `malformed-json`
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new HttpError('not-json', 'send the body with content-type application/json');
  const parsed = parseJson(await readBytes(request, limit));
  if (!parsed.ok) throw new HttpError('malformed-json', 'the body is not valid JSON in UTF-8');
  return parsed.value;
}

/** The parser's own errors go no further: they quote the body, which may hold a secret. */
export function parseJson(
  bytes: Buffer,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

/**
 * Reads a request's body as it is.
 * @param limit bytes
 * @throws {HttpError} `too-large`, or `malformed-json` when it ends early
 */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new HttpError('too-large', `the body must be at most ${limit} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        // Nothing is kept from here on; the answer decides how much more is read and thrown away.
        chunks.length = 0;
        request.removeAllListeners('data').pause();
        fail(tooLarge());
      } else chunks.push(chunk);
    });
    request.once('end', () => done(Buffer.concat(chunks)));
    request.once('error', fail);
    whenCutOff(request, fail);
  });
}

/** Fails when a body ends early: also when it did before anybody listened, while the ticket was looked at. */
export function whenCutOff(request: IncomingMessage, fail: (error: HttpError) => void): void {
  const cut = (): void => fail(new HttpError('malformed-json', 'the body ended early'));
  if (request.destroyed) cut();
  else request.once('close', cut);
}
