import { useId, useState } from 'react';

interface CommittedTextProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Leaving the field with another value. */
  readonly onCommit: (value: string) => void;
}

/** As `CommittedField`, for a sentence or two. */
export function CommittedText({ label, value, maxLength, onCommit }: CommittedTextProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const commit = (): void => {
    if (typed !== undefined && typed !== value) onCommit(typed);
    setTyped(undefined);
  };
  return (
    <div className="sb-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="sb-input facilitate-text"
        rows={3}
        maxLength={maxLength}
        value={typed ?? value}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setTyped(undefined);
        }}
      />
    </div>
  );
}
