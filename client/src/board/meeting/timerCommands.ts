import { extendTimer, pauseTimer, resumeTimer, startTimer, type Timer } from '@samenbord/shared/board';
import type { Desk } from './desk.ts';
import type { Conductor } from './types.ts';

type Timing = Pick<Conductor, 'startTimer' | 'pauseTimer' | 'resumeTimer' | 'extendTimer' | 'stopTimer'>;

/** The timer everybody sees. */
export function timerCommands({ meeting, set, now }: Desk): Timing {
  const change = (next: (timer: Timer) => Timer): void => {
    const { timer } = meeting();
    if (timer !== null) set({ timer: next(timer) });
  };
  return {
    startTimer: (duration) => set({ timer: startTimer(duration, now()) }),
    pauseTimer: () => change((timer) => pauseTimer(timer, now())),
    resumeTimer: () => change((timer) => resumeTimer(timer, now())),
    extendTimer: (more) => change((timer) => extendTimer(timer, more, now())),
    stopTimer: () => set({ timer: null }),
  };
}
