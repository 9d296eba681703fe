import type { Timer } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import Plus from 'lucide-react/icons/plus';
import Square from 'lucide-react/icons/square';
import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button, Field, useReadable } from '../../ui/index.ts';
import { Card } from '../panel/Card.tsx';
import type { TabProps } from '../panel/props.ts';
import { clockFace } from '../strip/timing.ts';
import { useTimeLeft } from '../strip/useTimeLeft.ts';

const MINUTE = 60_000;
/** Minutes that are asked for most. */
const PRESETS = [1, 3, 5, 7, 8, 10, 15] as const;
const LONGEST = LIMITS.timer / MINUTE;

/** The clock everybody sees: set, started, paused, lengthened and stopped by the facilitator alone. */
export function TimerCard({ meeting, conductor, clock }: TabProps) {
  const t = useText('facilitate');
  const timer = useReadable(meeting.view, (view) => view.timer);
  return (
    <Card title={t('timer.title')}>
      {timer === null ? null : <Running timer={timer} conductor={conductor} clock={clock} />}
      <div className="facilitate-presets">
        {PRESETS.map((count) => (
          <Button
            key={count}
            className="facilitate-tall"
            aria-label={t('timer.start.label', { count })}
            onClick={() => conductor.startTimer(count * MINUTE)}
          >
            {t('minutes.short', { count })}
          </Button>
        ))}
      </div>
      <OwnTime onStart={(minutes) => conductor.startTimer(minutes * MINUTE)} />
      <p className="facilitate-note">{t('timer.note')}</p>
    </Card>
  );
}

function Running({
  timer,
  conductor,
  clock,
}: Pick<TabProps, 'conductor' | 'clock'> & { readonly timer: Timer }) {
  const t = useText('facilitate');
  const shown = useTimeLeft(timer, clock);
  const paused = timer.ends === null;
  return (
    <>
      <p className="facilitate-clock" data-over={shown.over}>
        {clockFace(shown)}
      </p>
      <div className="facilitate-row">
        <Button
          className="facilitate-tall facilitate-grow"
          tone="primary"
          icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
          onClick={() => (paused ? conductor.resumeTimer() : conductor.pauseTimer())}
        >
          {paused ? t('timer.resume') : t('timer.pause')}
        </Button>
        <Button
          className="facilitate-tall"
          icon={<Plus aria-hidden />}
          aria-label={t('timer.more.label')}
          onClick={() => conductor.extendTimer(MINUTE)}
        >
          {t('minutes.short', { count: 1 })}
        </Button>
        <Button
          className="facilitate-tall"
          icon={<Square aria-hidden />}
          onClick={() => conductor.stopTimer()}
        >
          {t('timer.stop')}
        </Button>
      </div>
    </>
  );
}

function OwnTime({ onStart }: { readonly onStart: (minutes: number) => void }) {
  const t = useText('facilitate');
  const [typed, setTyped] = useState('');
  const minutes = Number(typed.replace(',', '.'));
  const fits = minutes > 0 && minutes <= LONGEST;
  const start = (event: FormEvent): void => {
    event.preventDefault();
    if (fits) onStart(minutes);
  };
  return (
    <form className="facilitate-row facilitate-bottom" onSubmit={start}>
      <Field
        className="facilitate-grow"
        label={t('timer.own')}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" icon={<Play aria-hidden />} disabled={!fits}>
        {t('timer.startOwn')}
      </Button>
    </form>
  );
}
