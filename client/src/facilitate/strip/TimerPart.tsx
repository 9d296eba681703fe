import type { Timer } from '@samenbord/shared/board';
import Pause from 'lucide-react/icons/pause';
import { useEffect, useRef } from 'react';
import { text, useText } from '../../i18n/index.ts';
import type { ServerClock } from '../../session/index.ts';
import { announce, VisuallyHidden } from '../../ui/index.ts';
import { clockFace, minuteMark, type Shown } from './timing.ts';
import { useKeptClock, useTimeLeft } from './useTimeLeft.ts';

interface TimerPartProps {
  readonly timer: Timer;
  readonly clock: ServerClock;
}

/** The time everybody has, large. It locks nothing: at zero it says so and counts on. */
export function TimerPart({ timer, clock }: TimerPartProps) {
  const t = useText('meeting');
  useKeptClock(clock);
  const shown = useTimeLeft(timer, clock);
  useSaid(timer, shown);
  const paused = timer.ends === null;
  return (
    <div className="meeting-timer" data-over={shown.over} data-paused={paused}>
      {paused ? <Pause aria-hidden /> : null}
      {shown.over ? <span className="meeting-timer-words">{t('timer.over')}</span> : null}
      <span role="timer" aria-label={t('timer.label')} className="meeting-clock">
        {clockFace(shown)}
      </span>
      {paused ? <VisuallyHidden>{t('timer.paused')}</VisuallyHidden> : null}
    </div>
  );
}

/** Says the minutes aloud as they pass, not the seconds. */
function useSaid(timer: Timer, shown: Shown): void {
  const before = useRef({ timer, shown });
  useEffect(() => {
    const was = before.current;
    before.current = { timer, shown };
    // Set anew, or given more time: that is no passing of time.
    if (was.timer !== timer) {
      if (timer.ends === null && was.timer.ends !== null) announce(text('meeting', 'timer.stopped'));
      return;
    }
    const mark = minuteMark(was.shown, shown);
    if (mark === 0) announce(text('meeting', 'timer.over'));
    else if (mark !== undefined) announce(text('meeting', 'timer.left', { count: mark }));
  }, [timer, shown]);
}
