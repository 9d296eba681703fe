import type { ReactNode } from 'react';

/** One line of a menu. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** The key that does the same, as it is written on a keyboard. */
  readonly hint?: string;
  /** For one of several: whether this is the one. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Begins a new group: a line is drawn above it. */
  readonly apart?: boolean;
  /** A menu of its own, beside this one. */
  readonly items?: readonly MenuItem[];
  /** It opens something that takes the focus: the menu does not give it back. */
  readonly takesFocus?: boolean;
  readonly onChoose?: () => void;
}
