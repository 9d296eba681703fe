import { expect, test } from 'vitest';
import { createOpenPerAddress } from './openPerAddress.ts';

test('an address has so many open, each address its own, and one that closes makes room', () => {
  const open = createOpenPerAddress(2);
  const first = open.open('192.0.2.1');
  expect(open.open('192.0.2.1')).toBeDefined();
  expect(open.open('192.0.2.1')).toBeUndefined();
  expect(open.open('192.0.2.2')).toBeDefined();
  first?.();
  // Said twice, it counts once.
  first?.();
  expect(open.open('192.0.2.1')).toBeDefined();
  expect(open.open('192.0.2.1')).toBeUndefined();
});

test('all addresses of one IPv6 network are one', () => {
  const open = createOpenPerAddress(1);
  expect(open.open('2001:db8:0:1::1')).toBeDefined();
  expect(open.open('2001:DB8:0:1:ffff::2')).toBeUndefined();
  expect(open.open('2001:db8:0:2::1')).toBeDefined();
});

test.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])(
  'this machine has no bound: %s',
  (address) => {
    const open = createOpenPerAddress(1);
    for (let count = 0; count < 5; count++) expect(open.open(address)).toBeDefined();
  },
);
