import ChevronDown from 'lucide-react/icons/chevron-down';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { COLORS, textOn } from '../../ui/index.ts';
import { type BoardForm, chooseColor, marksOf, type PartnerEntry } from './form.ts';

interface ColorChoiceProps {
  readonly form: BoardForm;
  readonly partner: PartnerEntry;
  readonly onChange: (form: BoardForm) => void;
}

/** Shows a partner's colour by name; unfolds to all eight. One that another has shows whose it is. */
export function ColorChoice({ form, partner, onChange }: ColorChoiceProps) {
  const t = useText('colors');
  const words = useText('welcome');
  const label = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const chosen = COLORS.find(({ color }) => color === partner.color);
  return (
    <>
      <div className="sb-field start-color">
        <span className="start-label" id={label}>
          {words('partner.color')}
        </span>
        <button
          ref={button}
          type="button"
          className="start-color-button"
          aria-expanded={open}
          aria-describedby={label}
          onClick={() => setOpen(!open)}
          onKeyDown={closeOnEscape}
        >
          <span className="start-swatch" style={{ backgroundColor: partner.color }} />
          {chosen === undefined ? partner.color : t(`color.${chosen.name}`)}
          <ChevronDown aria-hidden className="start-chevron" data-open={open} />
        </button>
      </div>
      {open ? <Swatches form={form} partner={partner} onChange={onChange} onKeyDown={closeOnEscape} /> : null}
    </>
  );
}

interface SwatchesProps extends ColorChoiceProps {
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Swatches({ form, partner, onChange, onKeyDown }: SwatchesProps) {
  const t = useText('colors');
  const words = useText('welcome');
  const group = useId();
  const marks = marksOf(form);
  return (
    <fieldset className="start-swatches" onKeyDown={onKeyDown}>
      <legend className="sb-hidden">{words('partner.color')}</legend>
      {COLORS.map(({ color, name }) => {
        const owner = form.partners.find((other) => other.color === color);
        const mark = owner === undefined ? '' : (marks.get(owner.key) ?? '');
        const taken = owner !== undefined && owner.key !== partner.key;
        return (
          <label key={color} className="start-swatch-choice">
            <input
              type="radio"
              name={group}
              checked={partner.color === color}
              onChange={() => onChange(chooseColor(form, partner.key, color))}
            />
            <span
              className="start-swatch start-swatch-large"
              style={{ backgroundColor: color, color: textOn(color) }}
              aria-hidden="true"
            >
              {mark}
            </span>
            <span className="start-swatch-words">
              {t(`color.${name}`)}
              {taken ? (
                <small>{t('color.swap', { other: owner.name.trim() || mark || t('color.another') })}</small>
              ) : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
