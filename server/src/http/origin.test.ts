import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isOwnOrigin } from './origin.ts';

const asks = (origin: string | undefined, host: string) =>
  isOwnOrigin({ headers: { origin, host } } as unknown as IncomingMessage, 'https://bord.example.org');

test.each([
  ['https://bord.example.org', '10.0.0.1:4321', true],
  ['http://localhost:4321', 'localhost:4321', true],
  ['https://wall.example.org', 'Wall.example.org', true],
  ['http://bord.example.org', '10.0.0.1:4321', false],
  ['https://bord.example.org.evil.example', '10.0.0.1:4321', false],
  ['https://evil.example', 'bord.example.org', false],
  ['http://localhost:1', 'localhost:4321', false],
  ['null', 'localhost:4321', false],
  ['chrome-extension://localhost:4321', 'localhost:4321', false],
  [undefined, 'localhost:4321', false],
])('%s to %s: %s', (origin, host, expected) => {
  expect(asks(origin, host)).toBe(expected);
});
