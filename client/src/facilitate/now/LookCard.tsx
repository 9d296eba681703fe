import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import Eye from 'lucide-react/icons/eye';
import Focus from 'lucide-react/icons/focus';
import { useId, useState } from 'react';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Button, useReadable } from '../../ui/index.ts';
import { fieldGroups, fieldName } from '../fields.ts';
import { Card } from '../panel/Card.tsx';
import type { TabProps } from '../panel/props.ts';

/** Where everybody looks: one field in focus, or along with the facilitator. */
export function LookCard({ meeting, conductor, board, sheet, leads, onLead }: TabProps) {
  const t = useText('facilitate');
  const language = useLanguage();
  const focus = useReadable(meeting.view, (view) => view.focus);
  const someoneLeads = useReadable(meeting.view, (view) => view.lead !== null);
  const partners = useReadable(board.view, (view) => view.partners);
  const field = focus === null ? '' : fieldName(focus.sheet, focus.region, partners, language);
  return (
    <Card title={t('look.title')}>
      {focus === null ? (
        <ChooseField
          key={sheet}
          sheet={sheet ?? TEMPLATE_KEYS[0]}
          partners={partners}
          conductor={conductor}
        />
      ) : (
        <>
          <p className="facilitate-note">{t('look.focus.on', { field })}</p>
          <div className="facilitate-row">
            <Button
              className="facilitate-grow"
              icon={<Focus aria-hidden />}
              onClick={() => conductor.callToFocus()}
            >
              {t('look.focus.call')}
            </Button>
            <Button className="facilitate-grow" onClick={() => conductor.focus(null)}>
              {t('look.focus.stop')}
            </Button>
          </div>
        </>
      )}
      <Button
        icon={<Eye aria-hidden />}
        aria-pressed={leads}
        onClick={someoneLeads ? () => conductor.stopLead() : onLead}
      >
        {someoneLeads ? t('look.lead.stop') : t('look.lead')}
      </Button>
      <p className="facilitate-note">{t('look.lead.note')}</p>
    </Card>
  );
}

interface ChooseFieldProps extends Pick<TabProps, 'conductor'> {
  readonly sheet: TemplateKey;
  readonly partners: Parameters<typeof fieldGroups>[1];
}

function ChooseField({ sheet, partners, conductor }: ChooseFieldProps) {
  const t = useText('facilitate');
  const language = useLanguage();
  const id = useId();
  const groups = fieldGroups(sheet, partners, language);
  const [region, setRegion] = useState(groups[0]?.fields[0]?.region ?? '');
  return (
    <>
      <div className="sb-field">
        <label htmlFor={id}>{t('look.field')}</label>
        <select
          id={id}
          className="sb-input"
          value={region}
          onChange={({ target }) => setRegion(target.value)}
        >
          {groups.map(({ partner, fields }) => (
            <optgroup key={partner?.id ?? ''} label={partner?.name ?? t('look.shared')}>
              {fields.map((field) => (
                <option key={field.region} value={field.region}>
                  {field.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Button icon={<Focus aria-hidden />} onClick={() => conductor.focus({ sheet, region })}>
        {t('look.focus')}
      </Button>
    </>
  );
}
