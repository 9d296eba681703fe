import { useId } from 'react';

interface ChoicesProps<K extends string> {
  readonly label: string;
  readonly choices: readonly { readonly key: K; readonly label: string }[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
}

/** One of a few, all in view. */
export function Choices<K extends string>({ label, choices, chosen, onChoose }: ChoicesProps<K>) {
  const name = useId();
  return (
    <fieldset className="homework-choices">
      <legend>{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.key}>
            <input
              type="radio"
              name={name}
              value={choice.key}
              checked={choice.key === chosen}
              onChange={() => onChoose(choice.key)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
