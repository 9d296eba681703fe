import { type Point, SHEET } from '@samenbord/shared/layout';
import { ACTS, type ActContext } from '../acts.ts';
import { actOf, isSingle, type KeyInput } from '../keys.ts';
import type { CanvasModel } from '../model.ts';
import { settings } from '../settings.ts';
import { typingGuard } from './typingGuard.ts';

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keys that lead elsewhere: nobody presses them in the middle of a word. */
const MOVING: ReadonlySet<string> = new Set([...Object.keys(ARROWS), 'Tab', 'Escape']);

/**
 * A key went down on the sheet, outside any text field.
 * @param singleKeys whether keys that write something in a text field may do something else here
 * @returns whether it meant something, and the browser should do nothing with it
 */
export function pressKey(context: ActContext, pressed: KeyInput, singleKeys = true): boolean {
  const { model } = context;
  // Alt and Control say how something is dragged: Escape takes it back with them held too.
  const input = pressed.key === 'Escape' ? { ...pressed, alt: false, ctrl: false } : pressed;
  if (input.alt) return false;
  const arrow = input.ctrl ? undefined : ARROWS[input.key];
  if (arrow) return nudge(model, arrow, input.shift);
  const shortcut = actOf(input);
  if (shortcut && (singleKeys || !isSingle(shortcut))) {
    const done = ACTS[shortcut.act](context);
    // A letter that has nothing to do here is written.
    if (done || !isSingle(shortcut)) return done;
  }
  return startWith(model, input);
}

/** Writing on an empty place begins a sticker there. */
function startWith(model: CanvasModel, { key, ctrl }: KeyInput): boolean {
  const at = model.pointedAt();
  const writes = !ctrl && key !== ' ' && [...key].length === 1;
  if (!writes || !at || !model.canWrite() || model.selection.get().length > 0) return false;
  if (model.desk.current.get() !== null || model.part.get() !== null || !isOnSheet(at)) return false;
  model.writer.startWith(key, at);
  return true;
}

function isOnSheet({ x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x <= SHEET.width && y <= SHEET.height;
}

/** A key came up. */
export function releaseKey({ nudging }: CanvasModel, key: string): void {
  if (key in ARROWS) nudging.release();
}

function nudge(model: CanvasModel, [dx, dy]: readonly [number, number], large: boolean): boolean {
  const ids = model.selection.get();
  if (ids.length === 0) return false;
  model.nudging.press(ids, dx, dy, large);
  return true;
}

/** Keys are for the sheet when the focus is on it, or nowhere; a few are for it from anywhere on the page. */
function isForSheet(event: KeyboardEvent, container: HTMLElement): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target.matches('input, textarea, select, [contenteditable]')) return false;
  // What lies over the page has the keys to itself.
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return false;
  if (event.ctrlKey || event.metaKey) return true;
  if (target === document.body || target === container) return true;
  if (!container.contains(target)) return false;
  // A control does with Enter, space and arrows what controls do.
  const isSticker = target.closest('[data-sticker-id]') !== null;
  return isSticker || !(event.key === 'Enter' || event.key === ' ' || event.key in ARROWS);
}

/**
 * Somebody writes faster than the field comes, which is fetched when it is first needed: what is typed until then is
 * in it when it does.
 * @returns whether this key was a letter of such a text
 */
function writeAhead(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  container: HTMLElement,
  { model: { desk } }: ActContext,
): boolean {
  if (desk.current.get() === null || container.querySelector('.canvas-editor') !== null) return false;
  if ([...key].length !== 1 || ctrlKey || metaKey || altKey) return false;
  const text = desk.text() + key;
  desk.edit(text, text.length);
  return true;
}

/**
 * Listens to the page's keys for one canvas.
 * @returns the way to stop
 */
export function listenToKeys(container: HTMLElement, context: ActContext): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const { model } = context;
  const typing = typingGuard();
  const stopGuard = model.desk.current.subscribe(() => {
    if (model.desk.current.get() === null) typing.editorClosed(performance.now());
  });
  signal.addEventListener('abort', stopGuard);
  // From one sticker to the next, and the same letter again: that is no word.
  for (const moves of ['focusin', 'pointerdown'] as const)
    container.addEventListener(moves, () => typing.moved(), { signal, capture: true });
  const space = (held: boolean): void => {
    model.holdSpace(held);
    container.dataset.space = String(held);
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || !isForSheet(event, container)) return;
      if (writeAhead(event, container, context)) {
        event.preventDefault();
        return;
      }
      if (event.key === ' ') {
        space(true);
        event.preventDefault();
        return;
      }
      const { key, ctrlKey, metaKey, shiftKey: shift, altKey: alt } = event;
      const ctrl = ctrlKey || metaKey;
      if (MOVING.has(key)) typing.moved();
      if (!ctrl && !alt && typing.isTyped(key, event.timeStamp)) return;
      if (pressKey(context, { key, ctrl, shift, alt }, settings().singleKeys.get())) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    'keyup',
    (event) => {
      if (event.key === ' ' && container.dataset.space === 'true') {
        space(false);
        event.preventDefault();
      }
      releaseKey(model, event.key);
    },
    { signal },
  );
  // A key that is let go of in another window never comes up here.
  window.addEventListener(
    'blur',
    () => {
      space(false);
      model.nudging.release();
    },
    { signal },
  );
  return () => stop.abort();
}
