import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpError } from './errors.ts';

/** Sends JSON. Answers of the API are about now and about one person: nothing may cache them. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** Says that all is well and there is nothing to tell. */
export function sendNothing(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.writeHead(204).end();
}

/** Sends a short text. */
export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  const body = Buffer.from(text);
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body);
}

/** How much of a refused upload is read and thrown away, as a multiple of the limit it broke. */
const DISCARD_FACTOR = 4;
/** ms it may take */
const DISCARD_MS = 5_000;

/**
 * Sends an error. When the client is still sending a body we refused, closing at once would reset the
 * connection and many clients would never see the answer; so the answer goes out whole, what still
 * comes is thrown away up to a bound, and only then the connection is closed.
 */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  error: HttpError,
  limit: number,
): void {
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  if (error.code !== 'too-large' || request.complete) {
    sendJson(response, error.status, error.body());
    return;
  }
  const body = Buffer.from(JSON.stringify(error.body()));
  response.writeHead(error.status, {
    'cache-control': 'no-store',
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.write(body);
  discard(request, limit * DISCARD_FACTOR, () => response.end());
}

function discard(request: IncomingMessage, limit: number, done: () => void): void {
  let size = 0;
  const timer = setTimeout(finish, DISCARD_MS);
  function finish(): void {
    clearTimeout(timer);
    request.pause();
    done();
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) finish();
  });
  request.once('end', finish);
  request.once('close', finish);
  request.resume();
}
