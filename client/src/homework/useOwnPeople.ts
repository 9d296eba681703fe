import type { OwnPeopleResponse } from '@samenbord/shared/protocol';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';
import type { MeetingCalls } from '../session/index.ts';
import { notify } from '../ui/index.ts';

/** How often it is asked who came in and which links there are, ms. */
const ASK_EVERY = 20_000;

/** What is to be told about links that were made since one looked last, if anything: also of one that is gone again. */
export function linkNews(
  { links, newest }: Pick<OwnPeopleResponse, 'links' | 'newest'>,
  before: number | undefined,
): 'people.newLink' | 'people.newLinkGone' | undefined {
  if (before === undefined || newest <= before) return undefined;
  return links.some(({ made }) => made > before) ? 'people.newLink' : 'people.newLinkGone';
}

/**
 * Who has come in for one's own partner, and the links for it; `undefined` until the server has answered. A link that
 * is made while the page is open is told, also when it was withdrawn since: whoever has it can read the homework.
 * @param now is another value when somebody came or went
 */
export function useOwnPeople(
  calls: Pick<MeetingCalls, 'people'>,
  now: unknown,
): OwnPeopleResponse | undefined {
  const t = useText('homework');
  const [people, setPeople] = useState<OwnPeopleResponse>();
  const newest = useRef<number>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it asks anew because of `now`
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async (): Promise<void> => {
      const answer = await calls.people().catch(() => undefined);
      if (stopped) return;
      if (answer !== undefined) {
        const news = linkNews(answer, newest.current);
        if (news !== undefined) notify({ text: t(news), tone: 'trouble' });
        newest.current = answer.newest;
        setPeople(answer);
      }
      timer = setTimeout(() => void ask(), ASK_EVERY);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [calls, now, t]);
  return people;
}
