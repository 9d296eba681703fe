import type { PlanStep } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Trash from 'lucide-react/icons/trash-2';
import { useId } from 'react';
import type { Conductor } from '../../board/index.ts';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { CommittedField } from '../panel/CommittedField.tsx';
import { CommittedText } from '../panel/CommittedText.tsx';

interface StepRowProps {
  readonly step: PlanStep;
  readonly index: number;
  readonly count: number;
  readonly isOn: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly conductor: Conductor;
}

/** A step on one line; unfolds to all that can be changed about it. */
export function StepRow({ step, index, count, isOn, isOpen, onOpen, conductor }: StepRowProps) {
  const t = useText('facilitate');
  const fields = useId();
  const title = step.title || t('plan.step.unnamed');
  return (
    <li aria-current={isOn ? 'step' : undefined}>
      <button
        type="button"
        className="facilitate-fold"
        aria-expanded={isOpen}
        aria-controls={isOpen ? fields : undefined}
        onClick={onOpen}
      >
        <span className="facilitate-number">{index + 1}</span>
        <span className="facilitate-grow">{title}</span>
        {isOn ? <small className="facilitate-on">{t('plan.step.on')}</small> : null}
        <small>{t('minutes.short', { count: step.minutes })}</small>
        <ChevronDown aria-hidden data-open={isOpen} />
      </button>
      {isOpen ? (
        <div className="facilitate-folded" id={fields}>
          <StepFields step={step} conductor={conductor} />
          <div className="facilitate-row">
            <Button
              icon={<ArrowUp aria-hidden />}
              disabled={index === 0}
              onClick={() => conductor.moveStep(step.id, -1)}
            >
              {t('plan.step.up')}
            </Button>
            <Button
              icon={<ArrowDown aria-hidden />}
              disabled={index === count - 1}
              onClick={() => conductor.moveStep(step.id, 1)}
            >
              {t('plan.step.down')}
            </Button>
            <Button icon={<Trash aria-hidden />} onClick={() => conductor.removeStep(step.id)}>
              {t('plan.step.remove')}
            </Button>
          </div>
          {isOn ? null : (
            <Button tone="primary" onClick={() => conductor.goToStep(step.id)}>
              {t('plan.step.go')}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

function StepFields({ step, conductor }: Pick<StepRowProps, 'step' | 'conductor'>) {
  const t = useText('facilitate');
  return (
    <>
      <div className="facilitate-row facilitate-bottom">
        <CommittedField
          className="facilitate-grow"
          label={t('plan.step.title')}
          maxLength={LIMITS.stepTitle}
          autoComplete="off"
          value={step.title}
          onCommit={(title) => conductor.editStep(step.id, { title })}
        />
        <CommittedField
          className="facilitate-minutes"
          label={t('plan.step.minutes')}
          inputMode="numeric"
          autoComplete="off"
          value={String(step.minutes)}
          onCommit={(minutes) => conductor.editStep(step.id, { minutes: Number(minutes) })}
        />
      </div>
      <CommittedText
        label={t('plan.step.note')}
        maxLength={LIMITS.stepNote}
        value={step.note}
        onCommit={(note) => conductor.editStep(step.id, { note })}
      />
    </>
  );
}
