import type { JoinResponse } from '@samenbord/shared/protocol';
import { expect, it, vi } from 'vitest';
import { ApiFailure, type ApiFailureCode } from '../../session/join.ts';
import type { Me } from '../../session/types.ts';
import { comeBack, type WayIn } from './rejoining.ts';

const me: Me = { id: 'p1', name: 'Ans', role: 'partner', partner: 'gemeente' };
const session: JoinResponse = {
  ticket: 't',
  role: 'partner',
  partner: 'gemeente',
  documents: ['abc123'],
  person: { id: 'p1', name: 'Ans' },
  link: 'l1',
  expires: 1,
};

const way = (
  present: JoinResponse | ApiFailureCode,
  joined: JoinResponse | ApiFailureCode = session,
): WayIn => ({
  readSession: vi.fn(() => settle(present)),
  join: vi.fn(() => settle(joined)),
});

const settle = (answer: JoinResponse | ApiFailureCode) =>
  typeof answer === 'string' ? Promise.reject(new ApiFailure(answer)) : Promise.resolve(answer);

it('goes on with the session there is, without joining again', async () => {
  const calls = way(session);
  expect(await comeBack(calls, 'abc123', me, 's')).toBe('back');
  expect(calls.join).not.toHaveBeenCalled();
});

it('joins again under the same name while the page knows the link', async () => {
  const calls = way('unauthorised');
  expect(await comeBack(calls, 'abc123', me, 's')).toBe('back');
  expect(calls.join).toHaveBeenCalledWith('abc123', 's', 'Ans');
});

it('asks for the link when the page no longer knows it', async () => {
  const calls = way('unauthorised');
  expect(await comeBack(calls, 'abc123', me, undefined)).toBe('no-session');
  expect(calls.join).not.toHaveBeenCalled();
});

it.each([
  ['another role', { role: 'observer' as const }],
  ['another partner', { partner: 'corporatie' }],
])('sends nothing as %s', async (_, change) => {
  expect(await comeBack(way({ ...session, ...change }), 'abc123', me, undefined)).toBe('other');
});

it.each([
  ['network', 'network'],
  ['no-board', 'no-board'],
] as const)('says %s', async (code, trouble) => {
  expect(await comeBack(way(code), 'abc123', me, 's')).toBe(trouble);
});

it('says that the link was withdrawn', async () => {
  expect(await comeBack(way('unauthorised', 'withdrawn-link'), 'abc123', me, 's')).toBe('withdrawn-link');
});
