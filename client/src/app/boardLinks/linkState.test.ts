import type { LinkInfo } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { addressOf, inOrder, numbersOf, stateOf } from './linkState.ts';

const link = (id: string, more: Partial<LinkInfo> = {}): LinkInfo => ({
  id,
  role: 'observer',
  name: '',
  made: 1,
  expires: null,
  withdrawn: null,
  maxPeople: null,
  admission: 'open',
  people: 0,
  ...more,
});

it('works until it is withdrawn or past its end', () => {
  expect(stateOf(link('a', { expires: 11 }), 10)).toBe('works');
  expect(stateOf(link('a', { expires: 10 }), 10)).toBe('ended');
  expect(stateOf(link('a', { expires: 10, withdrawn: 5 }), 10)).toBe('withdrawn');
});

it('has an address where this browser made it, or made the board', () => {
  const links = [
    link('f', { role: 'facilitator' }),
    link('g', { role: 'partner', partner: 'gemeente' }),
    link('o'),
    link('o2', { made: 2 }),
    link('g2', { role: 'partner', partner: 'gemeente', made: 2 }),
  ];
  const first = { facilitator: 'F', observer: 'O', partners: [{ partner: 'gemeente', url: 'G' }] };
  const addresses = (known: Parameters<typeof addressOf>[2]) =>
    links.map((one) => addressOf(one, links, known));
  expect(addresses(undefined)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(addresses({ links: first })).toEqual(['F', 'G', 'O', undefined, undefined]);
  expect(addresses({ links: first, urls: { g2: 'G2' } })).toEqual(['F', 'G', 'O', undefined, 'G2']);
  expect(addresses({ urls: { o2: 'O2' } })).toEqual([undefined, undefined, undefined, 'O2', undefined]);
});

it('stands with its partner, in the order of the table', () => {
  const partners = ['b', 'a'].map((id) => ({ id, name: id, mark: id, color: '#000' }));
  const links = [
    link('observer'),
    link('facilitator', { role: 'facilitator' }),
    link('gone', { role: 'partner', partner: 'gone' }),
    link('a', { role: 'partner', partner: 'a' }),
    link('b2', { role: 'partner', partner: 'b', made: 2 }),
    link('b', { role: 'partner', partner: 'b' }),
  ];
  expect(inOrder(links, partners).map(({ id }) => id)).toEqual([
    'b',
    'b2',
    'a',
    'gone',
    'facilitator',
    'observer',
  ]);
});

it('has a number among links that are called alike', () => {
  const links = [
    link('f2', { role: 'facilitator', made: 5 }),
    link('f1', { role: 'facilitator', made: 1 }),
    link('named', { role: 'facilitator', name: 'Kim', made: 2 }),
    link('a', { role: 'partner', partner: 'a' }),
    link('b', { role: 'partner', partner: 'b' }),
    link('gone', { role: 'partner', partner: 'x', made: 3 }),
    link('gone too', { role: 'partner', partner: 'y', made: 4 }),
  ];
  const partners = ['a', 'b'].map((id) => ({ id, name: id, mark: id, color: '#000000' }));
  const numbers = numbersOf(links, partners);
  expect(links.map(({ id }) => numbers.get(id))).toEqual([2, 1, 1, 1, 1, 1, 2]);
});
