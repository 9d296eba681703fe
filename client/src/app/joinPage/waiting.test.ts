import type { JoinResponse } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { ApiFailure, type ApiFailureCode } from '../../session/join.ts';
import { askStanding, type WaitingRoom } from './waiting.ts';

const answer: JoinResponse = {
  ticket: 'ticket-1',
  role: 'observer',
  documents: ['abc123'],
  person: { id: 'p1', name: 'Ans' },
  link: 'l1',
  expires: 1,
};
const { ticket: _, ...session } = answer;

const room = (said: Awaited<ReturnType<WaitingRoom['askWaiting']>> | ApiFailureCode): WaitingRoom => ({
  askWaiting: () => (typeof said === 'string' ? Promise.reject(new ApiFailure(said)) : Promise.resolve(said)),
  readSession: () => Promise.resolve(session),
});

it('waits on while the facilitator says nothing, and through what passes by itself', async () => {
  const waiting = { kind: 'waiting' };
  expect(await askStanding(room({ waiting: true, token: 't' }), 'abc123', 't')).toEqual(waiting);
  for (const passing of ['network', 'unavailable', 'too-many', 'internal'] as const)
    expect(await askStanding(room(passing), 'abc123', 't')).toEqual(waiting);
});

it('comes in when the facilitator says so', async () => {
  expect(await askStanding(room(answer), 'abc123', 't')).toEqual({ kind: 'joined', joined: { session } });
});

it.each(['refused-entry', 'withdrawn-link', 'link-full'] as const)('stops at %s', async (trouble) => {
  expect(await askStanding(room(trouble), 'abc123', 't')).toEqual({ kind: 'trouble', trouble });
});

it('knocks anew when it was forgotten', async () => {
  expect(await askStanding(room('not-found'), 'abc123', 't')).toEqual({ kind: 'gone' });
});
