import { textOn } from './contrast.ts';
import './partner-mark.css';

export interface PartnerMarkProps {
  /** One or two letters or digits. */
  readonly mark: string;
  /** `#RRGGBB`. */
  readonly color: string;
  /** The partner's name, when nothing beside the mark says it; without it the mark is decoration. */
  readonly name?: string;
  readonly size?: 'small' | 'normal' | 'large';
}

/** A partner's letter in a disc of its colour: the letter always goes with the colour. */
export function PartnerMark({ mark, color, name, size = 'normal' }: PartnerMarkProps) {
  const said = name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span
      {...said}
      className={`sb-mark sb-mark-${size}`}
      data-letters={mark.length}
      style={{ backgroundColor: color, color: textOn(color) }}
    >
      {mark}
    </span>
  );
}
