import type { ActName } from './acts.ts';

/** A key that does something on the sheet. */
export interface Shortcut {
  readonly act: ActName;
  /** As key events name it; letters small. */
  readonly key: string;
  /** With control, or the command key. */
  readonly ctrl?: true;
  /** With shift or without; absent where it does not matter. */
  readonly shift?: boolean;
}

/** All of them, as the field knows them; the list of shortcuts is made of this. */
export const SHORTCUTS: readonly Shortcut[] = [
  { act: 'newSticker', key: 'n' },
  { act: 'open', key: 'Enter' },
  { act: 'duplicate', key: 'd', ctrl: true },
  { act: 'remove', key: 'Delete' },
  { act: 'remove', key: 'Backspace' },
  { act: 'undo', key: 'z', ctrl: true, shift: false },
  { act: 'redo', key: 'y', ctrl: true },
  { act: 'redo', key: 'z', ctrl: true, shift: true },
  { act: 'selectAll', key: 'a', ctrl: true, shift: false },
  { act: 'letGo', key: 'Escape' },
  { act: 'link', key: 'l' },
  { act: 'group', key: 'g', shift: false },
  { act: 'ungroup', key: 'g', shift: true },
  { act: 'vote', key: 's' },
  { act: 'lock', key: 'l', ctrl: true, shift: true },
  { act: 'toFront', key: ']', ctrl: true },
  { act: 'toBack', key: '[', ctrl: true },
  { act: 'tools', key: 'F10', shift: true },
  { act: 'tools', key: 'ContextMenu' },
  { act: 'find', key: 'f', ctrl: true, shift: false },
  { act: 'park', key: 'p', shift: false },
  { act: 'bringBack', key: 'p', shift: true },
  { act: 'fitSheet', key: '1' },
  { act: 'zoomSelection', key: '2' },
  { act: 'ink', key: '3' },
  { act: 'symbol', key: '4' },
  { act: 'picture', key: '5' },
  { act: 'present', key: '6' },
  { act: 'zoomIn', key: '+' },
  { act: 'zoomIn', key: '=' },
  { act: 'zoomOut', key: '-' },
  { act: 'shortcuts', key: '?' },
];

/** What is read of a key event. */
export interface KeyInput {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** A key that would write something in a text field. */
export function isSingle({ key, ctrl }: Pick<Shortcut, 'key' | 'ctrl'>): boolean {
  return [...key].length === 1 && ctrl !== true;
}

/** What a key does; `undefined` when it is for the browser, or for writing. */
export function actOf(input: KeyInput): Shortcut | undefined {
  if (input.alt) return undefined;
  const key = input.key.length === 1 ? input.key.toLowerCase() : input.key;
  return SHORTCUTS.find(
    (one) =>
      one.key === key &&
      (one.ctrl ?? false) === input.ctrl &&
      (one.shift === undefined || one.shift === input.shift),
  );
}
