import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import sirv from 'sirv';
import { sendText } from './respond.ts';
import { decode } from './router.ts';

/** Answers a GET or HEAD for anything that is neither API nor probe. */
export type Page = (request: IncomingMessage, response: ServerResponse, pathname: string) => void;

const DAY = 86_400;
/** Where Vite puts files whose name holds the hash of what is in them. */
const HASHED = '/assets/';
/** A board's address: the page itself finds out which board, and with which secret. */
const BOARD_PAGE = /^\/b\/[^/]+\/?$/;
/** The light page of a phone that is a pen. */
const PEN_PAGE = /^\/pen\/[^/]+\/?$/;

/**
 * Serves the built page. Files are looked up when they are asked for (sirv calls that `dev`), because a
 * page that is built anew while the server runs would otherwise be sent with the sizes of the old one.
 */
export function createPage(directory: string, log: Logger): Page {
  if (!existsSync(join(directory, 'index.html')))
    log.warn({ directory }, 'there is no built page here; build the client or set CLIENT_DIR');
  const serve = sirv(directory, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders(response, pathname) {
      const forever = pathname.startsWith(HASHED);
      response.setHeader('cache-control', forever ? `public,max-age=${365 * DAY},immutable` : 'no-cache');
    },
  });
  return (request, response, pathname) => {
    const notFound = () => answerNotFound(request, response, directory);
    // Hidden files are none of the page's; ranges are of no use for it and not worth the care.
    if (decode(pathname)?.includes('/.') !== false) return notFound();
    delete request.headers.range;
    request.url = fileOf(pathname);
    serve(request, response, notFound);
  };
}

/** What a path of the page's is served from. */
function fileOf(pathname: string): string {
  if (pathname === '/' || BOARD_PAGE.test(pathname)) return '/index.html';
  return PEN_PAGE.test(pathname) ? '/pen.html' : pathname;
}

/** To a person who mistyped an address the page itself says so, in their language; to a program a short text. */
function answerNotFound(request: IncomingMessage, response: ServerResponse, directory: string): void {
  const index = join(directory, 'index.html');
  if (request.headers.accept?.includes('text/html') === true && existsSync(index))
    sendText(response, 404, 'text/html; charset=utf-8', readFileSync(index, 'utf8'));
  else sendText(response, 404, 'text/plain; charset=utf-8', 'not found\n');
}
