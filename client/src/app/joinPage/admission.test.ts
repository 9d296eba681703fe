import type { InvitationResponse, SessionResponse } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { ApiFailure, type ApiFailureCode } from '../../session/join.ts';
import { askAdmission, type Door } from './admission.ts';

const partner = { id: 'gemeente', name: 'Gemeente', mark: 'G', color: '#E69F00' };
const invitation: InvitationResponse = { title: 'Rietwijk', language: 'nl', role: 'partner', partner };
const session: SessionResponse = {
  role: 'partner',
  partner: 'gemeente',
  documents: ['abc123', 'abc123/table'],
  person: { id: 'p1', name: 'Ans' },
  link: 'l1',
  expires: 0,
};

const says = <T>(answer: T | ApiFailureCode): Promise<T> =>
  typeof answer === 'string'
    ? Promise.reject(new ApiFailure(answer as ApiFailureCode))
    : Promise.resolve(answer);

const door = (of: SessionResponse | ApiFailureCode, by: InvitationResponse | ApiFailureCode): Door => ({
  readSession: () => says(of),
  readInvitation: () => says(by),
});

describe('with a link', () => {
  it('goes straight in when one is already who the link makes one', async () => {
    const found = await askAdmission(door(session, invitation), 'abc123', 's');
    expect(found).toEqual({ step: 'inside', session });
  });

  it('asks when one is not on the board yet', async () => {
    const found = await askAdmission(door('unauthorised', invitation), 'abc123', 's');
    expect(found).toEqual({ step: 'invited', invitation, present: undefined });
  });

  it('asks when it makes one somebody else', async () => {
    const observer: InvitationResponse = { title: 'Rietwijk', language: 'nl', role: 'observer' };
    const found = await askAdmission(door(session, observer), 'abc123', 's');
    expect(found).toEqual({ step: 'invited', invitation: observer, present: session });
  });

  it.each([
    ['wrong-link', 'wrong-link'],
    ['withdrawn-link', 'withdrawn-link'],
    ['no-board', 'no-board'],
    ['network', 'network'],
    ['too-many', 'too-many'],
  ] as const)('that answers %s says so', async (code, trouble) => {
    const found = await askAdmission(door('unauthorised', code), 'abc123', 's');
    expect(found).toEqual({ step: 'trouble', trouble });
  });

  it('that no longer works leaves who is in by another', async () => {
    const found = await askAdmission(door(session, 'withdrawn-link'), 'abc123', 's');
    expect(found).toEqual({ step: 'inside', session });
  });
});

describe('without a link', () => {
  it('goes in with a session', async () => {
    const found = await askAdmission(door(session, 'wrong-link'), 'abc123', undefined);
    expect(found).toEqual({ step: 'inside', session });
  });

  it.each([
    ['unauthorised', 'no-session'],
    ['no-board', 'no-board'],
    ['unavailable', 'unavailable'],
  ] as const)('and with %s says what to do', async (code, trouble) => {
    const found = await askAdmission(door(code, invitation), 'abc123', undefined);
    expect(found).toEqual({ step: 'trouble', trouble });
  });
});
