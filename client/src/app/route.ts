import { useSyncExternalStore } from 'react';
import { parseRoute, type Route } from './address.ts';

const listeners = new Set<() => void>();
let current: Route = here();

function here(): Route {
  return parseRoute(window.location.pathname, window.history.state);
}

function update(): void {
  const next = here();
  // The same route must be the same object, or every follower renders anew.
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  window.scrollTo(0, 0);
  for (const listener of [...listeners]) listener();
}

window.addEventListener('popstate', update);

/**
 * Goes to a page. To and from a board by loading anew, so that leaving one, also with the back button, is
 * leaving the page and asks first while changes wait. `secret` goes behind `#`, which no server sees.
 */
export function go(route: Exclude<Route, { page: 'unknown' }>, secret = ''): void {
  if (route.page === 'board') {
    window.location.assign(`/b/${route.board}${secret && `#${secret}`}`);
    return;
  }
  if (current.page === 'board') {
    window.location.assign('/');
    return;
  }
  window.history.pushState(route.page === 'links' ? { links: route.board } : null, '', '/');
  update();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where one is; the component re-renders when that changes. */
export function useRoute(): Route {
  return useSyncExternalStore(follow, () => current);
}
