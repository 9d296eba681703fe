import type { Partner } from '@samenbord/shared/board';
import { useId, useState } from 'react';
import type { Conductor, PartnerChange, SeatProblem } from '../../board/index.ts';
import { useText } from '../../i18n/index.ts';
import { COLORS, textOn } from '../../ui/index.ts';
import { CommittedField } from '../panel/CommittedField.tsx';

interface PartnerFieldsProps {
  readonly partner: Partner;
  readonly partners: readonly Partner[];
  readonly conductor: Conductor;
}

/** Name, letter and colour of a partner. */
export function PartnerFields({ partner, partners, conductor }: PartnerFieldsProps) {
  const t = useText('facilitate');
  const [problem, setProblem] = useState<SeatProblem>();
  const change = (to: PartnerChange): boolean => {
    const found = conductor.editPartner(partner.id, to);
    setProblem(found);
    return found === undefined;
  };
  const words = problem && t(`seat.${problem}`);
  const isMark = problem?.startsWith('mark') === true;
  return (
    <>
      <div className="facilitate-row facilitate-top">
        <CommittedField
          className="facilitate-grow"
          label={t('partners.name')}
          autoComplete="off"
          value={partner.name}
          error={isMark ? undefined : words}
          onCommit={(name) => change({ name })}
        />
        <CommittedField
          className="facilitate-mark"
          label={t('partners.mark')}
          autoComplete="off"
          autoCapitalize="characters"
          value={partner.mark}
          aria-invalid={isMark}
          onCommit={(mark) => change({ mark })}
        />
      </div>
      {isMark ? (
        <p className="facilitate-nudge" role="alert">
          {words}
        </p>
      ) : null}
      <Colors partner={partner} partners={partners} onChange={(color) => change({ color })} />
    </>
  );
}

interface ColorsProps extends Pick<PartnerFieldsProps, 'partner' | 'partners'> {
  readonly onChange: (color: string) => void;
}

/** The eight colours by name; one that another partner has says that they swap. */
function Colors({ partner, partners, onChange }: ColorsProps) {
  const t = useText('facilitate');
  const colors = useText('colors');
  const group = useId();
  return (
    <fieldset className="facilitate-colors">
      <legend>{t('partners.color')}</legend>
      {COLORS.map(({ color, name }) => {
        const owner = partners.find((one) => one.color.toUpperCase() === color.toUpperCase());
        const other = owner !== undefined && owner.id !== partner.id ? owner : undefined;
        const label = [
          colors(`color.${name}`),
          ...(other ? [t('partners.swap', { other: other.name })] : []),
        ];
        return (
          <label key={color} className="facilitate-color" title={label.join(', ')}>
            <input
              type="radio"
              name={group}
              checked={owner?.id === partner.id}
              aria-label={label.join(', ')}
              onChange={() => onChange(color)}
            />
            <span style={{ backgroundColor: color, color: textOn(color) }} aria-hidden="true">
              {owner?.mark}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
