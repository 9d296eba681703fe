import { expect, test } from 'vitest';
import { matchRoute, type Route } from './router.ts';

const handle = (): void => {};
const routes: Route[] = [
  { method: 'POST', pattern: '/api/boards', action: 'anyone', handle },
  { method: 'GET', pattern: '/api/boards/:board/links', action: 'manage-links', handle },
  { method: 'POST', pattern: '/api/boards/:board/links/:link/withdraw', action: 'manage-links', handle },
];

test('a path finds its route, with its parts decoded', () => {
  const match = matchRoute(routes, 'POST', '/api/boards/a%20b/links/c/withdraw');
  expect(match).toMatchObject({ found: 'route', route: { pattern: routes[2]?.pattern } });
  expect(match.found === 'route' && [...match.params]).toEqual([
    ['board', 'a b'],
    ['link', 'c'],
  ]);
});

test('HEAD goes where GET goes', () => {
  expect(matchRoute(routes, 'HEAD', '/api/boards/a/links').found).toBe('route');
});

test('another method is told which there are', () => {
  expect(matchRoute(routes, 'DELETE', '/api/boards/a/links')).toMatchObject({
    found: 'path',
    allow: 'GET, HEAD',
  });
  expect(matchRoute(routes, 'GET', '/api/boards')).toMatchObject({ found: 'path', allow: 'POST' });
});

test.each(['/api', '/api/boards/', '/api/boards//links', '/api/boards/%zz/links', '/api/boards/a/links/'])(
  '%s is no path of ours',
  (path) => {
    expect(matchRoute(routes, 'GET', path)).toEqual({ found: 'nothing' });
  },
);
