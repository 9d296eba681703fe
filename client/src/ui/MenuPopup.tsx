import { Menu as Base } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Fragment, type ReactNode, useRef } from 'react';
import { isOn, isSpot, type MenuAnchor } from './anchor.ts';
import type { MenuItem } from './menuItem.ts';
import './popover.css';

export interface MenuPopupProps {
  /** The button it belongs to, or the place that was pressed. */
  readonly anchor: MenuAnchor;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
  /** Whether it stays open whatever is pressed here: by somebody else at the same screen. CSS pixels of the page. */
  readonly stays?: ((at: { readonly x: number; readonly y: number }) => boolean) | undefined;
}

/** The list of a `MenuButton`, or of what was pressed on a sheet; fetched when one opens. */
export function MenuPopup({ anchor, label, items, onClose, stays }: MenuPopupProps) {
  /** What was chosen has the focus now. */
  const taken = useRef(false);
  const choose = (item: MenuItem): void => {
    taken.current = item.takesFocus === true;
    onClose();
    item.onChoose?.();
  };
  const home = isSpot(anchor) ? anchor.home : anchor.current;
  // Beside what opened it, so that it is in the same landmark of the page.
  const container = home?.closest<HTMLElement>('header, main') ?? null;
  return (
    <Base.Root
      open
      modal={false}
      onOpenChange={(open, { event, reason }) => {
        if (open || (!isSpot(anchor) && isOn(anchor, event))) return;
        if (stays && reason === 'focus-out') return;
        const at = reason === 'outside-press' ? spotOf(event) : undefined;
        if (!at || !stays?.(at)) onClose();
      }}
    >
      <Base.Portal container={container}>
        <Base.Positioner
          anchor={isSpot(anchor) ? boxOf(anchor) : anchor}
          align={isSpot(anchor) ? 'start' : 'end'}
          sideOffset={isSpot(anchor) ? 2 : 8}
          collisionPadding={8}
          className="sb-positioner"
        >
          <Base.Popup
            className="sb-popover sb-menu"
            finalFocus={() => (taken.current ? false : giveBack(anchor))}
            aria-label={label}
            onKeyDown={(event) => {
              // Not all words of the page, as the browser would take.
              if ((event.ctrlKey || event.metaKey) && event.key === 'a') event.preventDefault();
            }}
          >
            <Lines items={items} container={container} choose={choose} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** To a place by ourselves: the library would go on to the first thing in it that Tab reaches. */
function giveBack(anchor: MenuAnchor): HTMLElement | null | false {
  if (!isSpot(anchor)) return anchor.current;
  anchor.home.focus({ preventScroll: true });
  return false;
}

/** Where a press was. */
function spotOf(event: Event): { readonly x: number; readonly y: number } | undefined {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY };
  const touch =
    'changedTouches' in event && event instanceof TouchEvent ? event.changedTouches[0] : undefined;
  return touch && { x: touch.clientX, y: touch.clientY };
}

function boxOf({ x, y }: { readonly x: number; readonly y: number }) {
  return { getBoundingClientRect: () => DOMRect.fromRect({ x, y, width: 0, height: 0 }) };
}

interface LinesProps {
  readonly items: readonly MenuItem[];
  readonly container: HTMLElement | null;
  readonly choose: (item: MenuItem) => void;
}

function Lines({ items, container, choose }: LinesProps): ReactNode {
  return items.map((item) => (
    <Fragment key={item.key}>
      {item.apart === true ? <Base.Separator className="sb-menu-line" /> : null}
      {item.items === undefined ? (
        <Line item={item} choose={choose} />
      ) : (
        <Submenu item={item} items={item.items} container={container} choose={choose} />
      )}
    </Fragment>
  ));
}

function Submenu({ item, items, container, choose }: LinesProps & { readonly item: MenuItem }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="sb-menu-item" disabled={item.disabled === true}>
        {item.icon}
        <span>{item.label}</span>
        <ChevronRight aria-hidden className="sb-menu-end" />
      </Base.SubmenuTrigger>
      <Base.Portal container={container}>
        <Base.Positioner collisionPadding={8} className="sb-positioner">
          <Base.Popup className="sb-popover sb-menu" aria-label={item.label}>
            <Lines items={items} container={container} choose={choose} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}

function Line({ item, choose }: Pick<LinesProps, 'choose'> & { readonly item: MenuItem }) {
  const common = {
    className: 'sb-menu-item',
    disabled: item.disabled === true,
    onClick: () => choose(item),
  };
  if (item.checked === undefined)
    return (
      <Base.Item {...common}>
        {item.icon}
        <span>{item.label}</span>
        {item.hint === undefined ? null : <kbd className="sb-menu-end">{item.hint}</kbd>}
      </Base.Item>
    );
  return (
    <Base.CheckboxItem {...common} checked={item.checked}>
      {item.icon}
      <span>{item.label}</span>
      {item.checked ? <Check aria-hidden className="sb-menu-check" /> : null}
    </Base.CheckboxItem>
  );
}
