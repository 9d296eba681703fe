import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import './field.css';

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** Under the label, always there. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do, in words. */
  readonly error?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line of text with its label, a hint, and what is wrong with it. */
export function Field({ label, hint, error, className, id, ...rest }: FieldProps) {
  const made = useId();
  const own = id ?? made;
  const described = [hint === undefined ? '' : `${own}-hint`, error === undefined ? '' : `${own}-error`];
  return (
    <div className={className === undefined ? 'sb-field' : `sb-field ${className}`}>
      <label htmlFor={own}>{label}</label>
      {hint === undefined ? null : (
        <p className="sb-field-hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...rest}
        id={own}
        aria-invalid={error !== undefined}
        aria-describedby={described.join(' ').trim() || undefined}
      />
      {error === undefined ? null : <FieldError id={`${own}-error`}>{error}</FieldError>}
    </div>
  );
}

/** What is wrong, with a sign that is not colour alone. */
export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p className="sb-field-error" id={id}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1 15.5 14.5H.5Z" fill="currentColor" />
        <path d="M8 6v4.2M8 11.6v1.4" stroke="#fff" strokeWidth="1.6" />
      </svg>
      <span>{children}</span>
    </p>
  );
}
