import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTickets } from './tickets.ts';

const key = Buffer.alloc(32, 7);
const session = {
  board: 'board-1',
  link: 'link-1',
  role: 'partner',
  partner: 'gemeente',
  person: { id: 'person-1', name: 'Anna Visser 🌻' },
} as const;

test('a ticket says what was put in it, also to another process with the same key', () => {
  const ticket = createTickets(key).issue(session, 5_000);
  expect(createTickets(Buffer.from(key)).read(ticket, 4_999)).toEqual({
    session,
    expires: 5_000,
    expired: false,
  });
});

test('a ticket ends at its moment', () => {
  const tickets = createTickets(key);
  expect(tickets.read(tickets.issue(session, 5_000), 5_000)?.expired).toBe(true);
});

test('a ticket signed with another key is none', () => {
  const forged = createTickets(Buffer.alloc(32, 8)).issue(session, 5_000);
  expect(createTickets(key).read(forged, 0)).toBeUndefined();
});

test('claims that were changed under the same signature are none', () => {
  const tickets = createTickets(key);
  const [version, body = '', signature] = tickets.issue(session, 5_000).split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, r: 'facilitator' })).toString('base64url');
  expect(tickets.read(`${version}.${changed}.${signature}`, 0)).toBeUndefined();
  expect(tickets.read(`${version}.${body}.`, 0)).toBeUndefined();
  expect(tickets.read(`v2.${body}.${signature}`, 0)).toBeUndefined();
});

test('well signed nonsense is none either', () => {
  for (const claims of ['', '{', 'null', '[]', '{"b":1}']) {
    const body = Buffer.from(claims).toString('base64url');
    const signature = createHmac('sha256', key).update(`v1.${body}`).digest('base64url');
    expect(createTickets(key).read(`v1.${body}.${signature}`, 0)).toBeUndefined();
  }
});

test('whatever text arrives, it is no ticket and no error', () => {
  const tickets = createTickets(key);
  fc.assert(
    fc.property(fc.string({ maxLength: 4_000 }), (text) => {
      expect(tickets.read(text, 0)).toBeUndefined();
      expect(tickets.read(`v1.${text}.${text}`, 0)).toBeUndefined();
    }),
  );
});
