import { Dialog as Base } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import { type ReactNode, type RefObject, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { isOnNotice } from './anchor.ts';
import { IconButton } from './Button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the bottom, the main one last; always in view. */
  readonly footer?: ReactNode;
  readonly size?: 'normal' | 'wide' | 'full';
  /** What has the focus when it opens, instead of the cross: a field that is only there to be written in. */
  readonly first?: RefObject<HTMLElement | null>;
  /** Escape, the cross, a press beside it. */
  readonly onClose: () => void;
}

/**
 * A dialog over the page: holds the focus, gives it back, closes on Escape. Render it to open it. It brings
 * its own library along: import what uses it with `lazy()`.
 */
export function Dialog({ title, children, footer, size = 'normal', first, onClose }: DialogProps) {
  const t = useText('ui');
  const [before] = useState(() => document.activeElement);
  return (
    <Base.Root
      open
      onOpenChange={(open, { event }) => {
        if (!open && !isOnNotice(event)) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="sb-dialog-backdrop" />
        <Base.Popup
          className={`sb-dialog sb-dialog-${size}`}
          finalFocus={() => !giveBack(before)}
          {...(first === undefined ? {} : { initialFocus: first })}
        >
          <div className="sb-dialog-head">
            <Base.Title className="sb-dialog-title">{title}</Base.Title>
            <Base.Close
              render={<IconButton label={t('dialog.close')} icon={<X aria-hidden />} />}
              className="sb-dialog-close"
            />
          </div>
          <div className="sb-dialog-body">{children}</div>
          {footer === undefined ? null : <div className="sb-dialog-foot">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * To what takes focus but not by Tab, such as the sheet, by ourselves: the library would go on to the first thing in
 * it that Tab reaches. @returns whether it was that
 */
function giveBack(before: Element | null): boolean {
  if (!(before instanceof HTMLElement) || !before.isConnected || before.tabIndex >= 0) return false;
  if (before === document.body) return false;
  before.focus({ preventScroll: true });
  return true;
}
