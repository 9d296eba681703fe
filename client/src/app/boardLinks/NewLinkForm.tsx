import type { Partner } from '@samenbord/shared/board';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import type { NewLink } from '../../session/index.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { NO_SETTINGS } from './settings.ts';

interface NewLinkFormProps {
  readonly partners: readonly Partner[];
  readonly onMake: (link: NewLink) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A link more: for whom, and its settings. */
export function NewLinkForm({ partners, onMake, onClose }: NewLinkFormProps) {
  const t = useText('links');
  // A partner's id has no colon, so the roles can stand among them.
  const [whom, setWhom] = useState(`partner:${partners[0]?.id ?? ''}`);
  const [role, partner] = whom.split(':');
  return (
    <section className="manage-new" aria-label={t('add')}>
      <SettingsForm
        initial={NO_SETTINGS}
        go={t('add.go')}
        onClose={onClose}
        onSubmit={(settings) =>
          onMake(
            role === 'partner'
              ? { ...settings, role, partner: partner ?? '' }
              : { ...settings, role: role === 'facilitator' ? role : 'observer' },
          )
        }
      >
        <div className="sb-field">
          <label htmlFor="manage-whom">{t('field.whom')}</label>
          <select
            id="manage-whom"
            className="sb-input"
            value={whom}
            onChange={({ target }) => setWhom(target.value)}
          >
            {partners.map(({ id, name }) => (
              <option key={id} value={`partner:${id}`}>
                {name}
              </option>
            ))}
            <option value="facilitator">{t('role.facilitator')}</option>
            <option value="observer">{t('role.observer')}</option>
          </select>
        </div>
      </SettingsForm>
    </section>
  );
}
