import type { JoinResponse } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { ApiFailure } from '../../session/join.ts';
import { enter } from './joining.ts';

const answer: JoinResponse = {
  ticket: 'ticket-1',
  role: 'observer',
  documents: ['abc123'],
  person: { id: 'p1', name: 'Ans' },
  link: 'l1',
  expires: 1,
};
const { ticket: _, ...session } = answer;
const join = () => Promise.resolve(answer);

it('keeps no ticket where the browser keeps the cookie', async () => {
  const joined = await enter({ join, readSession: () => Promise.resolve(session) }, 'abc123', 's', 'Ans');
  expect(joined).toEqual({ session });
});

it('keeps the ticket where cookies are blocked', async () => {
  const readSession = () => Promise.reject(new ApiFailure('unauthorised'));
  expect(await enter({ join, readSession }, 'abc123', 's', 'Ans')).toEqual({ session, ticket: 'ticket-1' });
});

it('keeps the ticket where the cookie of somebody else would not go away', async () => {
  const readSession = () => Promise.resolve({ ...session, person: { id: 'p2', name: 'Bea' } });
  expect(await enter({ join, readSession }, 'abc123', 's', 'Ans')).toEqual({ session, ticket: 'ticket-1' });
});

it('does not mistake a lost connection for blocked cookies', async () => {
  const readSession = () => Promise.reject(new ApiFailure('network'));
  expect(await enter({ join, readSession }, 'abc123', 's', 'Ans')).toEqual({ session });
});

it('says why joining failed', async () => {
  const refused = () => Promise.reject(new ApiFailure('withdrawn-link'));
  const entrance = { join: refused, readSession: () => Promise.resolve(session) };
  await expect(enter(entrance, 'abc123', 's', 'Ans')).rejects.toMatchObject({ code: 'withdrawn-link' });
});
