import type { PlanStep } from '@samenbord/shared/board';
import BookOpen from 'lucide-react/icons/book-open';
import { useState } from 'react';
import type { MeetingView } from '../../board/index.ts';
import { stepNow } from '../../board/meeting/reading.ts';
import { text, useText } from '../../i18n/index.ts';
import { Button, fetched, Popover, VisuallyHidden } from '../../ui/index.ts';
import { useSaidOnChange } from './useSaidOnChange.ts';

const RulesDialog = fetched(() => import('./RulesDialog.tsx').then((m) => m.RulesDialog));

interface StepPartProps {
  readonly meeting: MeetingView;
}

/** Where one is in the plan and what is asked; all of it, and the rest of the plan, at a tap. */
export function StepPart({ meeting }: StepPartProps) {
  const t = useText('meeting');
  const [rules, setRules] = useState(false);
  const now = stepNow(meeting);
  useSaidOnChange(now && text('meeting', 'step.now', { title: now.step.title }));
  if (now === undefined) return null;
  const { step, number } = now;
  const total = meeting.plan.length;
  return (
    <div className="meeting-step">
      <Popover
        title={t('step.plan')}
        opener={(props) => (
          <button {...props} type="button" className="meeting-step-button">
            <span className="meeting-step-count">{t('step.count', { number, total })}</span>
            <strong>{step.title}</strong>
            <span className="meeting-step-note">{step.note}</span>
            <VisuallyHidden>{t('step.show')}</VisuallyHidden>
          </button>
        )}
      >
        {() => <PlanList plan={meeting.plan} current={step.id} />}
      </Popover>
      <Button
        tone="plain"
        className="meeting-rules"
        // Where there is little room only its icon is seen.
        aria-label={t('rules.short')}
        title={t('rules.short')}
        icon={<BookOpen aria-hidden />}
        onClick={() => setRules(true)}
      >
        {t('rules.short')}
      </Button>
      {rules ? <RulesDialog onClose={() => setRules(false)} /> : null}
    </div>
  );
}

function PlanList({ plan, current }: { readonly plan: readonly PlanStep[]; readonly current: string }) {
  const t = useText('meeting');
  return (
    <ol className="meeting-plan">
      {plan.map(({ id, title, note, minutes }) => (
        <li key={id} aria-current={id === current ? 'step' : undefined}>
          <span>
            <strong>{title}</strong>
            <small>{t('step.minutes', { count: minutes })}</small>
          </span>
          {id === current && note !== '' ? <p>{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
