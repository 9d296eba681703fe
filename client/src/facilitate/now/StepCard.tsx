import type { PlanStep } from '@samenbord/shared/board';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Focus from 'lucide-react/icons/focus';
import TimerIcon from 'lucide-react/icons/timer';
import { stepNow } from '../../board/meeting/reading.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Button, IconButton, useReadable } from '../../ui/index.ts';
import { fieldName } from '../fields.ts';
import { Card } from '../panel/Card.tsx';
import type { TabProps } from '../panel/props.ts';

interface StepCardProps extends TabProps {
  readonly onPlan: () => void;
}

const MINUTE = 60_000;

/** The step that is on; going on and back; its time and field at a tap, never by itself. */
export function StepCard({ meeting, conductor, board, onPlan }: StepCardProps) {
  const t = useText('facilitate');
  const plan = useReadable(meeting.view, (view) => view.plan);
  const step = useReadable(meeting.view, (view) => view.step);
  const partners = useReadable(board.view, (view) => view.partners);
  const now = stepNow({ plan, step });
  if (plan.length === 0) {
    return (
      <Card title={t('step.title')}>
        <p className="facilitate-note">{t('step.none')}</p>
        <Button tone="primary" onClick={onPlan}>
          {t('step.toPlan')}
        </Button>
      </Card>
    );
  }
  const next = plan[now?.number ?? 0];
  return (
    <Card title={t('step.title')}>
      {now === undefined ? (
        <p className="facilitate-note">{t('step.before')}</p>
      ) : (
        <>
          <p className="facilitate-step">
            <strong>{now.step.title || t('plan.step.unnamed')}</strong>
            <span>{t('minutes.short', { count: now.step.minutes })}</span>
          </p>
          {now.step.note === '' ? null : <p className="facilitate-note">{now.step.note}</p>}
          <StepShortcuts step={now.step} conductor={conductor} partners={partners} />
        </>
      )}
      <div className="facilitate-row">
        <IconButton
          className="facilitate-tall"
          tone="normal"
          label={t('step.previous')}
          icon={<ChevronLeft aria-hidden />}
          disabled={now === undefined}
          onClick={() => conductor.previousStep()}
        />
        <Button
          className="facilitate-tall facilitate-grow"
          tone={next === undefined ? 'normal' : 'primary'}
          icon={<ChevronRight aria-hidden />}
          disabled={next === undefined}
          onClick={() => conductor.nextStep()}
        >
          {wordsFor(t, next, now !== undefined)}
        </Button>
      </div>
    </Card>
  );
}

function wordsFor(
  t: ReturnType<typeof useText<'facilitate'>>,
  next: PlanStep | undefined,
  begun: boolean,
): string {
  if (next === undefined) return t('step.last');
  const title = next.title || t('plan.step.unnamed');
  return begun ? t('step.next', { title }) : t('step.begin', { title });
}

interface ShortcutsProps extends Pick<TabProps, 'conductor'> {
  readonly step: PlanStep;
  readonly partners: Parameters<typeof fieldName>[2];
}

function StepShortcuts({ step, conductor, partners }: ShortcutsProps) {
  const t = useText('facilitate');
  const language = useLanguage();
  const { minutes, sheet, region } = step;
  return (
    <div className="facilitate-row">
      {minutes === 0 ? null : (
        <Button icon={<TimerIcon aria-hidden />} onClick={() => conductor.startTimer(minutes * MINUTE)}>
          {t('step.time', { count: minutes })}
        </Button>
      )}
      {sheet === undefined || region === undefined ? null : (
        <Button icon={<Focus aria-hidden />} onClick={() => conductor.focus({ sheet, region })}>
          {t('step.focus', { field: fieldName(sheet, region, partners, language) })}
        </Button>
      )}
    </div>
  );
}
