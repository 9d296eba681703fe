import { useId } from 'react';

export interface ChoiceProps<V extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
}

/** One out of a few, all in view. */
export function Choice<V extends string | number>({ label, options, chosen, onChoose }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className="sb-export-choice">
      <legend>{label}</legend>
      <div className="sb-export-options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === chosen}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
