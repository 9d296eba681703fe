import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` once per view; `danger` for what takes something away; `plain` looks like text. */
  readonly tone?: 'primary' | 'normal' | 'plain' | 'danger';
  /** Before the words. */
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words on it, at least 44 px high. */
export function Button({ tone = 'normal', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={join('sb-button', `sb-button-${tone}`, className)}>
      {icon}
      {children === undefined ? null : <span className="sb-button-words">{children}</span>}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What it does, in words: read aloud, and shown when the pointer rests on it. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly tone?: 'primary' | 'normal' | 'plain' | 'danger';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of 44 x 44 px with only an icon on it. */
export function IconButton({ label, icon, tone = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={join('sb-button', 'sb-button-icon', `sb-button-${tone}`, className)}
    >
      {icon}
    </button>
  );
}

const join = (...names: (string | undefined)[]): string =>
  names.filter((name) => name !== undefined).join(' ');
