import { LIMITS, type LinkSettings } from '@samenbord/shared/protocol';
import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { serverClock } from '../../session/index.ts';
import { Button, Field } from '../../ui/index.ts';
import { localTime, readSettings, type SettingsProblem, type TypedSettings } from './settings.ts';

interface SettingsFormProps {
  readonly initial: TypedSettings;
  /** On the button. */
  readonly go: string;
  /** @returns whether it was done */
  readonly onSubmit: (settings: LinkSettings) => Promise<boolean>;
  readonly onClose: () => void;
  /** Before the settings. */
  readonly children?: React.ReactNode;
}

/** A link's name, end, number of people, and whether one lets people in oneself. */
export function SettingsForm({ initial, go, onSubmit, onClose, children }: SettingsFormProps) {
  const t = useText('links');
  const [typed, setTyped] = useState(initial);
  const [problem, setProblem] = useState<SettingsProblem>();
  const [busy, setBusy] = useState(false);
  const change = (some: Partial<TypedSettings>): void => {
    setTyped({ ...typed, ...some });
    setProblem(undefined);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const settings = readSettings(typed, serverClock.now());
    if (typeof settings === 'string') return setProblem(settings);
    setBusy(true);
    const done = await onSubmit(settings);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <form className="manage-form" onSubmit={(event) => void submit(event)} noValidate>
      {children}
      <Field
        label={t('field.name')}
        hint={t('field.name.hint')}
        value={typed.name}
        error={problem === 'name-long' ? t('problem.name-long', { most: LIMITS.linkName }) : undefined}
        autoComplete="off"
        onChange={({ target }) => change({ name: target.value })}
      />
      <div className="manage-pair">
        <Field
          label={t('field.end')}
          hint={t('field.end.hint')}
          type="datetime-local"
          value={typed.end}
          min={localTime(serverClock.now())}
          error={problem === 'end-past' ? t('problem.end-past') : undefined}
          onChange={({ target }) => change({ end: target.value })}
        />
        <Field
          label={t('field.people')}
          hint={t('field.people.hint')}
          inputMode="numeric"
          value={typed.people}
          error={
            problem === 'people-unfit' ? t('problem.people-unfit', { most: LIMITS.linkPeople }) : undefined
          }
          onChange={({ target }) => change({ people: target.value })}
        />
      </div>
      <label className="manage-check">
        <input
          type="checkbox"
          checked={typed.ask}
          onChange={({ target }) => change({ ask: target.checked })}
        />
        <span>
          {t('field.ask')}
          <small>{t('field.ask.hint')}</small>
        </span>
      </label>
      <div className="manage-buttons">
        <Button disabled={busy} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" tone="primary" disabled={busy}>
          {go}
        </Button>
      </div>
    </form>
  );
}
