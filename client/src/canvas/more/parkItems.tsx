import Back from 'lucide-react/icons/corner-up-left';
import Park from 'lucide-react/icons/square-parking';
import { isParkedView } from '../../board/parked.ts';
import type { StickerView } from '../../board/types.ts';
import type { MenuItem } from '../../ui/index.ts';
import type { ActContext } from '../acts.ts';
import { actItem } from './actItem.ts';
import type { Say } from './say.ts';

/** Parking what is not on now, and bringing it back; what is locked does neither. */
export function parkItems(
  context: ActContext,
  t: Say,
  stickers: readonly StickerView[],
): readonly MenuItem[] {
  const free = stickers.filter(({ locked }) => !locked);
  const parked = free.filter(isParkedView);
  return [
    ...(parked.length < free.length ? [actItem(context, t, 'park', <Park aria-hidden />)] : []),
    ...(parked.length > 0 ? [actItem(context, t, 'bringBack', <Back aria-hidden />)] : []),
  ];
}
