import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress, countedAs } from './address.ts';

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
  ['a port is left out', '1.1.1.1:4711', 1, '1.1.1.1'],
  ['and the brackets before it', '[2001:db8::1]:4711', 1, '2001:db8::1'],
  ['an IPv6 address without them is whole', '2001:db8::1:4711', 1, '2001:db8::1:4711'],
])('%s', (_what, header, hops, expected) => {
  expect(clientAddress(from(header), hops)).toBe(expected);
});

test.each([
  ['192.0.2.7', '192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:db8::9', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64', '64:ff9b:0::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
  ['unknown', 'unknown', 'unknown'],
])('%s counts as its network and its site', (address, network, site) => {
  expect(countedAs(address)).toBe(network);
  expect(countedAs(address, 'site')).toBe(site);
});
