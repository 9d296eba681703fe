import type { ActName } from '../acts.ts';
import { SHORTCUTS, type Shortcut } from '../keys.ts';
import type { Say } from './say.ts';

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** Names that differ by language; the rest is written as it stands on the key. */
const NAMED = {
  Enter: 'key.enter',
  Delete: 'key.delete',
  Backspace: 'key.backspace',
  Escape: 'key.escape',
  ContextMenu: 'key.menu',
} as const;

/** A shortcut as it is written: "Ctrl + Shift + L". */
export function keyName({ key, ctrl, shift }: Omit<Shortcut, 'act'>, t: Say): string {
  const named = key in NAMED ? t(NAMED[key as keyof typeof NAMED]) : key.toUpperCase();
  const shifted = shift === true ? t('key.shift', { key: named }) : named;
  if (ctrl !== true) return shifted;
  return isApple ? `⌘ ${shifted}` : t('key.ctrl', { key: shifted });
}

/** The first key of an act, written. */
export function keyOf(act: ActName, t: Say): string | undefined {
  const shortcut = SHORTCUTS.find((one) => one.act === act);
  return shortcut && keyName(shortcut, t);
}
