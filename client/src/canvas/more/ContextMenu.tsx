import type { Point } from '@samenbord/shared/layout';
import { useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { MenuPopup } from '../../ui/MenuPopup.tsx';
import type { ActContext } from '../acts.ts';
import type { OpenMenu } from '../openPart.ts';
import { REACH } from '../wall/reach.ts';
import { alignItems } from './alignItems.tsx';
import { fieldItems, selectionItems } from './menuItems.tsx';

interface ContextMenuProps {
  readonly context: ActContext;
  readonly menu: OpenMenu;
  /** The canvas's own element. */
  readonly home: HTMLElement;
  readonly onClose: () => void;
}

/** What one can do with what was pressed: the selection, or a place on the sheet. */
export function ContextMenu({ context, menu, home, onClose }: ContextMenuProps) {
  const t = useText('tools');
  // The focus goes back to what had it: a sticker, or the button that opened this.
  const back = useRef(document.activeElement);
  const focused = back.current instanceof HTMLElement && home.contains(back.current) ? back.current : home;
  const box = home.getBoundingClientRect();
  const anchor = { x: box.left + menu.at.x, y: box.top + menu.at.y, home: focused };
  const items =
    menu.kind === 'align'
      ? alignItems(context.model, t)
      : menu.onSelection
        ? selectionItems(context, t)
        : fieldItems(context, t, menu);
  // Where several people work, only who stands here closes it.
  const stays = context.model.touch.together()
    ? (at: Point) => Math.hypot(at.x - anchor.x, at.y - anchor.y) > REACH
    : undefined;
  return <MenuPopup anchor={anchor} label={t('menu.label')} items={items} onClose={onClose} stays={stays} />;
}
