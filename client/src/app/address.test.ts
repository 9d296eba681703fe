import { describe, expect, it } from 'vitest';
import { isOnlyHere, parseRoute, secretIn, secretOfLink } from './address.ts';

describe('parseRoute', () => {
  it.each([
    ['/', null, { page: 'start' }],
    ['/', { links: 'abc123' }, { page: 'links', board: 'abc123' }],
    ['/', { links: '<script>' }, { page: 'start' }],
    ['/', { other: 1 }, { page: 'start' }],
    ['/b/abc123', null, { page: 'board', board: 'abc123' }],
    ['/b/abc123/', null, { page: 'board', board: 'abc123' }],
    ['/b/a', null, { page: 'unknown' }],
    ['/b/abc123/more', null, { page: 'unknown' }],
    ['/b/%2e%2e%2f%2e', null, { page: 'unknown' }],
    ['/elsewhere', { links: 'abc123' }, { page: 'unknown' }],
  ])('reads %s with %j', (path, state, route) => {
    expect(parseRoute(path, state)).toEqual(route);
  });
});

it('finds the secret of a link', () => {
  expect(secretIn('#s3cret')).toBe('s3cret');
  expect(secretIn('')).toBeUndefined();
  expect(secretIn('#')).toBeUndefined();
  expect(secretOfLink('https://bord.example/b/abc123#s3cret')).toBe('s3cret');
  expect(secretOfLink('no link')).toBeUndefined();
});

it.each([
  ['http://127.0.0.1:4321/b/abc123#x', true],
  ['http://localhost/b/abc123#x', true],
  ['http://[::1]:4321/b/abc123#x', true],
  ['http://192.168.1.20:4321/b/abc123#x', false],
  ['https://bord.example/b/abc123#x', false],
  ['https://localhost.example/b/abc123#x', false],
])('knows whether others can follow %s', (link, onlyHere) => {
  expect(isOnlyHere(link)).toBe(onlyHere);
});
