import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { fetched } from './fetched.tsx';
import type { MenuItem } from './menuItem.ts';

const Popup = fetched(() => import('./PopoverPopup.tsx').then((m) => m.PopoverPopup));
const Menu = fetched(() => import('./MenuPopup.tsx').then((m) => m.MenuPopup));

/** What a button that opens something must carry; spread it on a `Button` or `IconButton`. */
export interface OpenerProps {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'dialog' | 'menu';
  readonly 'aria-expanded': boolean;
}

export interface PopoverProps {
  /** The button, given what it must carry. */
  readonly opener: (props: OpenerProps) => ReactNode;
  readonly title: string;
  /** What is shown; `close` for when something in it was chosen. */
  readonly children: (close: () => void) => ReactNode;
}

/** A small panel at a button. What draws it is fetched the first time it opens. */
export function Popover({ opener, title, children }: PopoverProps) {
  const { button, open, close, props } = useOpener('dialog');
  return (
    <>
      {opener(props)}
      {open ? (
        <Popup anchor={button} title={title} onClose={close}>
          {children(close)}
        </Popup>
      ) : null}
    </>
  );
}

export interface MenuProps {
  readonly opener: (props: OpenerProps) => ReactNode;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A menu at a button, with arrow keys and type-ahead. What draws it is fetched the first time it opens. */
export function MenuButton({ opener, label, items }: MenuProps) {
  const { button, open, close, props } = useOpener('menu');
  return (
    <>
      {opener(props)}
      {open ? <Menu anchor={button} label={label} items={items} onClose={close} /> : null}
    </>
  );
}

function useOpener(kind: OpenerProps['aria-haspopup']) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const props: OpenerProps = {
    ref: button,
    onClick: () => setOpen((was) => !was),
    'aria-haspopup': kind,
    'aria-expanded': open,
  };
  return { button, open, close, props };
}
