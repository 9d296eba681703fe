import { LIMITS } from '@samenbord/shared/protocol';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Trash from 'lucide-react/icons/trash-2';
import { useId } from 'react';
import { useText } from '../../i18n/index.ts';
import { Field, IconButton, PartnerMark } from '../../ui/index.ts';
import { ColorChoice } from './ColorChoice.tsx';
import { type BoardForm, editPartner, movePartner, removePartner } from './form.ts';

interface PartnerRowProps {
  readonly form: BoardForm;
  readonly index: number;
  /** The mark as it is now, typed or proposed. */
  readonly mark: string;
  readonly nameError: string | undefined;
  readonly markError: string | undefined;
  readonly onChange: (form: BoardForm) => void;
}

/** One partner of the board being made. */
export function PartnerRow({ form, index, mark, nameError, markError, onChange }: PartnerRowProps) {
  const t = useText('welcome');
  const heading = useId();
  const partner = form.partners[index];
  if (partner === undefined) return null;
  const { key, name } = partner;
  const numbered = t('partner.number', { number: index + 1 });
  const called = name.trim() === '' ? numbered : name.trim();
  return (
    <li className="start-partner" aria-labelledby={heading}>
      <div className="start-partner-head">
        <PartnerMark mark={mark === '' ? String(index + 1) : mark} color={partner.color} />
        <h3 id={heading}>{numbered}</h3>
        <IconButton
          label={t('partner.up', { name: called })}
          icon={<ArrowUp aria-hidden />}
          disabled={index === 0}
          onClick={() => onChange(movePartner(form, key, -1))}
        />
        <IconButton
          label={t('partner.down', { name: called })}
          icon={<ArrowDown aria-hidden />}
          disabled={index === form.partners.length - 1}
          onClick={() => onChange(movePartner(form, key, 1))}
        />
        <IconButton
          label={t('partner.remove', { name: called })}
          icon={<Trash aria-hidden />}
          disabled={form.partners.length <= LIMITS.minPartners}
          onClick={() => onChange(removePartner(form, key))}
        />
      </div>
      <div className="start-partner-fields">
        <Field
          label={t('partner.name')}
          value={name}
          error={nameError}
          autoComplete="off"
          onChange={({ target }) => onChange(editPartner(form, key, { name: target.value }))}
        />
        <Field
          className="start-mark"
          label={t('partner.mark')}
          value={partner.mark}
          placeholder={mark}
          error={markError}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={({ target }) => onChange(editPartner(form, key, { mark: target.value }))}
        />
        <ColorChoice form={form} partner={partner} onChange={onChange} />
      </div>
    </li>
  );
}
