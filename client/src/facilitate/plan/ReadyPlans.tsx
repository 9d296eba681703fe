import { readyPlan, TEMPLATE_KEYS, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';
import { useState } from 'react';
import type { Conductor } from '../../board/index.ts';
import { minutesOf } from '../../board/meeting/reading.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Button, fetched } from '../../ui/index.ts';
import { useDuration } from '../panel/useDuration.ts';

const ReplaceDialog = fetched(() => import('./ReplaceDialog.tsx').then((m) => m.ReplaceDialog));

interface ReadyPlansProps {
  readonly conductor: Conductor;
  /** How many there are: some steps take longer with more. */
  readonly partners: number;
  /** Whether there is a plan that goes. */
  readonly replaces: boolean;
}

/** The ready-made plans, one for each instrument. */
export function ReadyPlans({ conductor, partners, replaces }: ReadyPlansProps) {
  const t = useText('facilitate');
  const language = useLanguage();
  const duration = useDuration();
  const [asked, setAsked] = useState<TemplateKey>();
  const use = (key: TemplateKey): void => conductor.takePlan(readyPlan(key, language, partners));
  return (
    <>
      {TEMPLATE_KEYS.map((key) => {
        const steps = readyPlan(key, language, partners);
        return (
          <Button
            key={key}
            className="facilitate-ready"
            onClick={() => (replaces ? setAsked(key) : use(key))}
          >
            <span>{t('plan.use', { instrument: TEMPLATES[key].title[language] })}</span>
            <small>
              {t('plan.use.length', { duration: duration(minutesOf(steps)), count: steps.length })}
            </small>
          </Button>
        );
      })}
      {asked === undefined ? null : (
        <ReplaceDialog onReplace={() => use(asked)} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}
