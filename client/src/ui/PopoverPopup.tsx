import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';
import { isOn } from './anchor.ts';
import './popover.css';

interface PopoverPopupProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** The panel of a `Popover`; fetched when one opens. */
export function PopoverPopup({ anchor, title, children, onClose }: PopoverPopupProps) {
  return (
    <Base.Root
      open
      onOpenChange={(open, { event }) => {
        if (!open && !isOn(anchor, event)) onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          align="end"
          sideOffset={8}
          collisionPadding={8}
          className="sb-positioner"
        >
          <Base.Popup className="sb-popover" finalFocus={anchor}>
            <Base.Title className="sb-popover-title">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
