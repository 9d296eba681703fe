import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { StoreError } from '../store/types.ts';
import { HttpError } from './errors.ts';
import { RELAY_PATH } from './gateway.ts';
import { securityHeaders, setHeaders } from './headers.ts';
import type { Metrics } from './metrics.ts';
import type { Page } from './page.ts';
import { sendError, sendText } from './respond.ts';
import { type Match, matchRoute, type Route } from './router.ts';

export interface HandlerOptions {
  readonly routes: readonly Route[];
  readonly page: Page;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly publicUrl: string;
  /** Who may show the page in a frame, as in a policy. */
  readonly frameAncestors: string;
  /** Bytes of a request body. */
  readonly bodyLimit: number;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers every request that is no socket. Whatever goes wrong, it answers and the server goes on. */
export function createHandler(options: HandlerOptions): Handler {
  const { routes, page, metrics, log, publicUrl, frameAncestors, bodyLimit } = options;
  const headers = securityHeaders(publicUrl, frameAncestors);

  /** Answers, and says which pattern the path fitted: paths themselves never get into logs or metrics. */
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    seen: (pattern: string) => void,
  ): Promise<void> => {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const match = matchRoute(routes, request.method ?? 'GET', pathname);
    if (match.found === 'route') {
      seen(match.route.pattern);
      await match.route.handle({ request, response, param: paramsOf(match) });
    } else if (match.found === 'path') {
      seen(match.pattern);
      throw notAllowed(match.allow);
    } else {
      seen(restOf(pathname));
      answerRest(request, response, pathname);
    }
  };

  /** Paths without a route: the page's, and those that have nothing for a plain request. */
  const answerRest = (request: IncomingMessage, response: ServerResponse, pathname: string): void => {
    switch (restOf(pathname)) {
      case '/api/*':
        throw new HttpError('not-found', 'no such path; docs/protocol.md lists them');
      case '/relay/*':
        response.setHeader('upgrade', 'websocket');
        sendText(response, 426, 'text/plain; charset=utf-8', 'open a WebSocket here\n');
        return;
      case 'page':
        if (request.method !== 'GET' && request.method !== 'HEAD') throw notAllowed('GET, HEAD');
        page(request, response, pathname);
    }
  };

  const fail = (request: IncomingMessage, response: ServerResponse, route: string, error: unknown): void => {
    const known = asHttpError(error);
    metrics.refused(known.code);
    if (known.status >= 500) log.error({ err: error, route }, 'a request failed');
    if (response.headersSent) response.destroy();
    else sendError(request, response, known, bodyLimit);
  };

  return (request, response) => {
    const started = performance.now();
    let route = '';
    setHeaders(response, headers);
    response.once('close', () => {
      const seconds = (performance.now() - started) / 1_000;
      metrics.request(route, request.method ?? '', response.statusCode, seconds);
      log.debug({ route, method: request.method, status: response.statusCode, seconds }, 'request');
    });
    answer(request, response, (pattern) => {
      route = pattern;
    }).catch((error: unknown) => fail(request, response, route, error));
  };
}

/** Where a path belongs that has no route. */
function restOf(pathname: string): '/api/*' | '/relay/*' | 'page' {
  if (pathname === '/api' || pathname.startsWith('/api/')) return '/api/*';
  return pathname.startsWith(RELAY_PATH) ? '/relay/*' : 'page';
}

const paramsOf =
  ({ route, params }: Extract<Match, { found: 'route' }>) =>
  (name: string): string => {
    const value = params.get(name);
    if (value === undefined) throw new RangeError(`the pattern ${route.pattern} has no ${name}`);
    return value;
  };

const notAllowed = (allow: string): HttpError =>
  new HttpError('method-not-allowed', `this path takes ${allow}`, { headers: { allow } });

/** Any error as one of the API. What is not ours says nothing about itself to the outside. */
function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreError)
    return new HttpError('unavailable', 'the server cannot read or save now; try again in a moment', {
      headers: { 'retry-after': '5' },
    });
  return new HttpError('internal', 'something went wrong in the server; its log says what');
}
