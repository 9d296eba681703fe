import { LIMITS } from '@samenbord/shared/protocol';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { minutesOf } from '../../board/meeting/reading.ts';
import { useText } from '../../i18n/index.ts';
import { Button, useReadable } from '../../ui/index.ts';
import { Card } from '../panel/Card.tsx';
import { CommittedField } from '../panel/CommittedField.tsx';
import type { TabProps } from '../panel/props.ts';
import { useDuration } from '../panel/useDuration.ts';
import { ReadyPlans } from './ReadyPlans.tsx';
import { StepRow } from './StepRow.tsx';

/** The plan of the session: taken from a ready-made one, and changed. */
export function PlanTab({ meeting, conductor, board }: TabProps) {
  const t = useText('facilitate');
  const plan = useReadable(meeting.view, (view) => view.plan);
  const current = useReadable(meeting.view, (view) => view.step);
  const partners = useReadable(board.view, (view) => view.partners.length);
  const [open, setOpen] = useState<string>();
  const add = (): void => setOpen(conductor.addStep(t('plan.new')));
  const full = plan.length >= LIMITS.steps;
  return (
    <>
      {plan.length === 0 ? <p className="facilitate-note">{t('plan.ready')}</p> : null}
      {plan.length === 0 ? <ReadyPlans conductor={conductor} partners={partners} replaces={false} /> : null}
      <Card title={t('plan.steps')}>
        {plan.length === 0 ? null : (
          <ol className="facilitate-steps">
            {plan.map((step, index) => (
              <StepRow
                key={step.id}
                step={step}
                index={index}
                count={plan.length}
                isOn={step.id === current}
                isOpen={step.id === open}
                onOpen={() => setOpen(step.id === open ? undefined : step.id)}
                conductor={conductor}
              />
            ))}
          </ol>
        )}
        <Button icon={<Plus aria-hidden />} disabled={full} onClick={add}>
          {full ? t('plan.full') : t('plan.add')}
        </Button>
        {plan.length === 0 ? null : <Times meeting={meeting} conductor={conductor} />}
      </Card>
      {plan.length === 0 ? null : (
        <Card title={t('plan.other')}>
          <ReadyPlans conductor={conductor} partners={partners} replaces />
        </Card>
      )}
    </>
  );
}

/** How long the plan takes, and a question when that is more than there is. Only the facilitator sees it. */
function Times({ meeting, conductor }: Pick<TabProps, 'meeting' | 'conductor'>) {
  const t = useText('facilitate');
  const duration = useDuration();
  const total = useReadable(meeting.view, (view) => minutesOf(view.plan));
  const booked = useReadable(meeting.view, (view) => view.booked);
  const over = booked === null ? 0 : total - booked;
  const commit = (typed: string): void => {
    const minutes = Number(typed);
    if (typed.trim() === '') conductor.setBooked(null);
    else if (minutes >= 1) conductor.setBooked(minutes);
  };
  return (
    <>
      <p className="facilitate-total">{t('plan.total', { duration: duration(total) })}</p>
      <CommittedField
        label={t('plan.booked')}
        inputMode="numeric"
        autoComplete="off"
        value={booked === null ? '' : String(booked)}
        onCommit={commit}
      />
      {over > 0 ? (
        <p className="facilitate-nudge" role="status">
          {t('plan.long', { duration: duration(over) })}
        </p>
      ) : null}
    </>
  );
}
