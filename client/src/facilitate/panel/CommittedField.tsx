import { type KeyboardEvent, useState } from 'react';
import { Field, type FieldProps } from '../../ui/index.ts';

interface CommittedFieldProps extends Omit<FieldProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> {
  /** As it stands in the document. */
  readonly value: string;
  /** Leaving the field or pressing Enter with another value. `false`: it was not taken, and stays to be mended. */
  readonly onCommit: (value: string) => unknown;
}

/** A field of which everybody sees the value only when it is finished. Escape brings back what was there. */
export function CommittedField({ value, onCommit, ...rest }: CommittedFieldProps) {
  const [typed, setTyped] = useState<string>();
  const commit = (): void => {
    const taken = typed === undefined || typed === value || onCommit(typed) !== false;
    if (taken) setTyped(undefined);
  };
  const onKeyDown = ({ key }: KeyboardEvent<HTMLInputElement>): void => {
    if (key === 'Enter') commit();
    if (key === 'Escape') setTyped(undefined);
  };
  return (
    <Field
      {...rest}
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
