import type { WaitingRoomResponse } from '@samenbord/shared/protocol';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { ApiFailure, type BoardSession, linkCalls } from '../../session/index.ts';
import { notify } from '../../ui/index.ts';

export type WaitingPerson = WaitingRoomResponse['people'][number];

/** How often it is asked who waits, ms: where a link has a waiting room, and where none has. */
const ASK_EVERY = 3_000;
const ASK_SELDOM = 20_000;

/** Who waits at the door, and letting them in; for a facilitator, with or without a dialog open. */
export function useWaitingRoom(session: BoardSession, now: unknown) {
  const t = useText('app');
  const { board, ticket, me } = session;
  const calls = useMemo(() => linkCalls(board, ticket), [board, ticket]);
  const [people, setPeople] = useState<readonly WaitingPerson[]>([]);
  const answered = useRef(new Set<string>());
  const facilitates = me.role === 'facilitator';

  // `now` is another value when somebody may have given a link a waiting room a moment ago.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins anew because of `now`
  useEffect(() => {
    if (!facilitates) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async (): Promise<void> => {
      const room = await calls.waitingRoom().catch(() => undefined);
      if (stopped) return;
      // While it cannot be asked, who was there is there still.
      if (room !== undefined) setPeople(room.people.filter(({ id }) => !answered.current.has(id)));
      timer = setTimeout(() => void ask(), room === undefined || room.asks ? ASK_EVERY : ASK_SELDOM);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [calls, facilitates, now]);

  const letIn = async (person: WaitingPerson, admit: boolean): Promise<void> => {
    answered.current.add(person.id);
    setPeople((before) => before.filter(({ id }) => id !== person.id));
    try {
      await calls.letIn(person.id, admit);
    } catch (error) {
      const code = error instanceof ApiFailure ? error.code : undefined;
      // Gone by themselves: there is nothing to do any more.
      if (code === 'not-found') return;
      answered.current.delete(person.id);
      setPeople((before) => [person, ...before]);
      notify({ text: t(code === 'link-full' ? 'door.full' : 'door.failed'), tone: 'trouble' });
    }
  };
  return { people, letIn };
}
