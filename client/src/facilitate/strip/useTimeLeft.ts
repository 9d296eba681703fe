import { type Timer, timeLeft } from '@samenbord/shared/board';
import { useEffect, useState } from 'react';
import type { ServerClock } from '../../session/index.ts';
import { useReadable } from '../../ui/index.ts';
import { type Shown, shownOf, untilNext } from './timing.ts';

/** What a timer shows, from second to second, by the server's clock. */
export function useTimeLeft(timer: Timer, clock: ServerClock): Shown {
  const offset = useReadable(clock.offset);
  const [shown, setShown] = useState(() => shownOf(timeLeft(timer, clock.now())));
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew, the clock says another time
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const left = timeLeft(timer, clock.now());
      const next = shownOf(left);
      setShown((was) => (was.seconds === next.seconds && was.over === next.over ? was : next));
      if (timer.ends !== null) wait = setTimeout(look, untilNext(left));
    };
    look();
    return () => clearTimeout(wait);
  }, [timer, clock, offset]);
  return shown;
}

/** Has the clock measured while somebody looks at it, and again when they come back to the page. */
export function useKeptClock(clock: ServerClock): void {
  useEffect(() => {
    const keep = (): void => {
      if (!document.hidden) void clock.keep();
    };
    keep();
    document.addEventListener('visibilitychange', keep);
    return () => document.removeEventListener('visibilitychange', keep);
  }, [clock]);
}
