import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress } from './address.ts';

const from = (forwarded?: string) =>
  ({
    socket: { remoteAddress: '10.0.0.1' },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

test.each([
  ['without a proxy the header is not believed', '1.1.1.1', 0, '10.0.0.1'],
  ['one proxy: the last address', '6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
  ['two proxies: the last but one', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
  ['shorter than promised: the connection itself', '1.1.1.1', 2, '10.0.0.1'],
  ['no header: the connection itself', undefined, 1, '10.0.0.1'],
])('%s', (_what, header, hops, expected) => {
  expect(clientAddress(from(header), hops)).toBe(expected);
});
