import { Menu as Base } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import type { RefObject } from 'react';
import { isOn } from './anchor.ts';
import type { MenuItem } from './menuItem.ts';
import './popover.css';

interface MenuPopupProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/** The list of a `MenuButton`; fetched when one opens. */
export function MenuPopup({ anchor, label, items, onClose }: MenuPopupProps) {
  return (
    <Base.Root
      open
      modal={false}
      onOpenChange={(open, { event }) => {
        if (!open && !isOn(anchor, event)) onClose();
      }}
    >
      {/* Beside what opened it, so that it is in the same landmark of the page. */}
      <Base.Portal container={anchor.current?.closest<HTMLElement>('header, main')}>
        <Base.Positioner
          anchor={anchor}
          align="end"
          sideOffset={8}
          collisionPadding={8}
          className="sb-positioner"
        >
          <Base.Popup className="sb-popover sb-menu" finalFocus={anchor} aria-label={label}>
            {items.map((item) => (
              <Line key={item.key} item={item} onClose={onClose} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Line({ item, onClose }: { readonly item: MenuItem; readonly onClose: () => void }) {
  const choose = () => {
    onClose();
    item.onChoose();
  };
  const common = { className: 'sb-menu-item', disabled: item.disabled === true, onClick: choose };
  if (item.checked === undefined)
    return (
      <Base.Item {...common}>
        {item.icon}
        <span>{item.label}</span>
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
