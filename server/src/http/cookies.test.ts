import { expect, test } from 'vitest';
import { cookieName, readCookie, ticketCookies } from './cookies.ts';

test('a cookie is found by its whole name', () => {
  const header = 'a=1; samenbord-x=v1.abc=.d; samenbord-xy=2';
  expect(readCookie(header, cookieName('x'))).toBe('v1.abc=.d');
  expect(readCookie(header, cookieName('xy'))).toBe('2');
  expect(readCookie(header, cookieName('y'))).toBeUndefined();
  expect(readCookie(undefined, 'a')).toBeUndefined();
});

test('the ticket goes to the board it is for, out of reach of scripts and other sites', () => {
  expect(ticketCookies('x', 't', 60_999, false)).toEqual([
    'samenbord-x=t; Path=/api/boards/x; Max-Age=60; HttpOnly; SameSite=Lax',
    'samenbord-x=t; Path=/relay/x; Max-Age=60; HttpOnly; SameSite=Lax',
  ]);
  for (const cookie of ticketCookies('x', 't', 1_000, true)) expect(cookie).toMatch(/; Secure$/);
});
