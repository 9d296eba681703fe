import type { Presence } from '@samenbord/shared/protocol';
import { type Writable, writable } from '../../session/readable.ts';
import type { Me, Other, SaveStatus, SessionHandle } from '../../session/types.ts';

/** A session without a connection: what is announced is kept, others come from the test. */
export interface FakeSession extends SessionHandle {
  readonly others: Writable<readonly Other[]>;
  readonly status: Writable<SaveStatus>;
  /** All announcements in order. */
  readonly announced: Partial<Omit<Presence, 'user'>>[];
}

export function fakeSession(me: Partial<Me> = {}): FakeSession {
  const announced: Partial<Omit<Presence, 'user'>>[] = [];
  return {
    board: 'test-board',
    me: { id: 'me', name: 'Ik', role: 'facilitator', ...me },
    status: writable<SaveStatus>({ kind: 'saved' }),
    others: writable<readonly Other[]>([]),
    announced,
    announce: (change) => {
      announced.push(change);
    },
    close: () => undefined,
  };
}
