import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BoardAction } from '../access/index.ts';

/** One request with what its path said. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** A part of the path by its name in the pattern, decoded. @throws {RangeError} when the pattern has none */
  param(name: string): string;
}

/** One method on one path. `:name` stands for exactly one part of the path. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  /**
   * What a session has to be allowed, which the route asks of `guard.allowed` before it does anything; `anyone`
   * for those that ask for no session.
   */
  readonly action: BoardAction | 'anyone';
  readonly handle: (exchange: Exchange) => Promise<void> | void;
}

export type Match =
  | { readonly found: 'route'; readonly route: Route; readonly params: ReadonlyMap<string, string> }
  | { readonly found: 'path'; readonly pattern: string; readonly allow: string }
  | { readonly found: 'nothing' };

/** Finds the route of a request. HEAD goes where GET goes. A pure function. */
export function matchRoute(routes: readonly Route[], method: string, pathname: string): Match {
  const onPath = routes.flatMap((route) => {
    const params = matchPath(route.pattern, pathname);
    return params === undefined ? [] : [{ route, params }];
  });
  const wanted = method === 'HEAD' ? 'GET' : method;
  const match = onPath.find(({ route }) => route.method === wanted);
  if (match !== undefined) return { found: 'route', ...match };
  const [first] = onPath;
  if (first === undefined) return { found: 'nothing' };
  const allow = onPath.flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]));
  return { found: 'path', pattern: first.route.pattern, allow: allow.join(', ') };
}

function matchPath(pattern: string, pathname: string): ReadonlyMap<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const value = decode(given[index] ?? '');
    if (value === undefined) return undefined;
    if (part.startsWith(':') && value !== '') params.set(part.slice(1), value);
    else if (part !== value) return undefined;
  }
  return params;
}

/** A part of a path without its percent signs; `undefined` when they make no sense. */
export function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
