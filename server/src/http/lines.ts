import type { IncomingMessage } from 'node:http';
import { whenCutOff } from './body.ts';
import { HttpError } from './errors.ts';

const NEWLINE = 0x0a;

interface LineLimits {
  /** Bytes of the whole body. */
  readonly body: number;
  /** Bytes of a line, by its number from 0. */
  readonly line: (index: number) => number;
  /** How many there may be, empty ones too. */
  readonly lines: number;
}

/**
 * Reads a request's body line by line, so that never more than one line of it is in memory.
 * @param take is given each line that is not empty, with its number
 * @throws {HttpError} `too-large`, `malformed-json` when it ends early, and what `take` throws
 */
export function readLines(
  request: IncomingMessage,
  limits: LineLimits,
  take: (line: Buffer, index: number) => void,
): Promise<void> {
  const tooLarge = (limit: number) => new HttpError('too-large', `the body must be at most ${limit} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limits.body)
    return Promise.reject(tooLarge(limits.body));
  let index = 0;
  let size = 0;
  let pending: Buffer[] = [];
  let pendingSize = 0;

  const add = (part: Buffer): void => {
    pendingSize += part.length;
    if (pendingSize > limits.line(index))
      throw new HttpError('too-large', `line ${index + 1} must be at most ${limits.line(index)} bytes`);
    pending.push(part);
  };
  const endLine = (): void => {
    const line = Buffer.concat(pending);
    pending = [];
    pendingSize = 0;
    if (line.toString('latin1', 0, 2).trim() !== '') take(line, index);
    index += 1;
    if (index > limits.lines) throw new HttpError('too-large', `there must be at most ${limits.lines} lines`);
  };
  const read = (chunk: Buffer): void => {
    size += chunk.length;
    if (size > limits.body) throw tooLarge(limits.body);
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at));
      endLine();
      from = at + 1;
    }
    add(chunk.subarray(from));
  };

  return new Promise((done, fail) => {
    const attempt = (run: () => void): void => {
      try {
        run();
      } catch (error) {
        // Nothing is kept from here on; the answer decides how much more is read and thrown away.
        pending = [];
        request.removeAllListeners('data').pause();
        fail(error);
      }
    };
    request.on('data', (chunk: Buffer) => attempt(() => read(chunk)));
    request.once('end', () => attempt(() => done(endLine())));
    request.once('error', fail);
    whenCutOff(request, fail);
  });
}
