import type { BoardCommands } from '../../board/types.ts';
import type { CanvasModel } from '../model.ts';
import { typingGuard } from './typingGuard.ts';

/** What keys need beside the model. */
export interface KeyboardContext {
  readonly model: CanvasModel;
  readonly commands: Pick<BoardCommands, 'undo' | 'redo'>;
  /** Deletes, and says so. */
  readonly remove: (ids: readonly string[]) => void;
  /** Puts the focus in the toolbar of what is selected. */
  readonly enterToolbar: () => void;
}

/** What is read of a key event. */
export interface KeyInput {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The factor of a step of zoom by key or button. */
export const ZOOM_STEP = 1.25;

/**
 * A key went down on the sheet, outside any text field.
 * @returns whether it meant something, and the browser should do nothing with it
 */
export function pressKey(context: KeyboardContext, input: KeyInput): boolean {
  const { model } = context;
  if (input.alt) return false;
  if (input.ctrl) return pressWithCtrl(context, input);
  const arrow = ARROWS[input.key];
  if (arrow) return nudge(model, arrow, input.shift);
  const action = actions(context)[input.key.length === 1 ? input.key.toLowerCase() : input.key];
  return action?.() ?? false;
}

/** A key came up. */
export function releaseKey({ nudging }: CanvasModel, key: string): void {
  if (key in ARROWS) nudging.release();
}

/** Escape takes back the nearest thing. @returns whether there was any */
export function pressEscape(model: CanvasModel): boolean {
  if (model.tools.cancelAll()) return true;
  if (model.nudging.cancel()) return true;
  if (model.reading.get() !== null) {
    model.reading.set(null);
    return true;
  }
  if (model.openLabel.get() !== null) {
    model.openLabel.set(null);
    return true;
  }
  if (model.selection.get().length === 0) return false;
  model.selection.set([]);
  return true;
}

function pressWithCtrl({ commands }: KeyboardContext, { key, shift }: KeyInput): boolean {
  switch (key.toLowerCase()) {
    case 'z':
      if (shift) commands.redo();
      else commands.undo();
      return true;
    case 'y':
      commands.redo();
      return true;
    default:
      return false;
  }
}

function nudge(model: CanvasModel, [dx, dy]: readonly [number, number], large: boolean): boolean {
  const ids = model.selection.get();
  if (ids.length === 0) return false;
  model.nudging.press(ids, dx, dy, large);
  return true;
}

function actions(context: KeyboardContext): Readonly<Record<string, () => boolean>> {
  const { model, enterToolbar } = context;
  const zoom = (factor: number) => (): boolean => {
    const { width, height } = model.camera.view();
    model.camera.zoomBy({ x: width / 2, y: height / 2 }, factor);
    return true;
  };
  const remove = (): boolean => {
    const ids = model.selection.get();
    if (ids.length === 0 || !model.canWrite()) return false;
    context.remove(ids);
    return true;
  };
  const menu = (): boolean => {
    if (model.selection.get().length === 0) return false;
    model.toolsShown.set(true);
    enterToolbar();
    return true;
  };
  return {
    Escape: () => pressEscape(model),
    Delete: remove,
    Backspace: remove,
    Enter() {
      const [id, ...more] = model.selection.get();
      if (id === undefined || more.length > 0) return false;
      model.openSticker(id);
      return true;
    },
    n() {
      model.newSticker();
      return true;
    },
    '+': zoom(ZOOM_STEP),
    '=': zoom(ZOOM_STEP),
    '-': zoom(1 / ZOOM_STEP),
    '1'() {
      model.camera.fitSheet(true);
      return true;
    },
    // The menu key, and shift with F10, which many keyboards have instead.
    F10: menu,
    ContextMenu: menu,
  };
}

/** Keys are for the sheet when the focus is on it, or nowhere; a few are for it from anywhere on the page. */
function isForSheet(event: KeyboardEvent, container: HTMLElement): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target.matches('input, textarea, select, [contenteditable]')) return false;
  if (event.ctrlKey || event.metaKey) return true;
  if (target === document.body || target === container) return true;
  if (!container.contains(target)) return false;
  // A control does with Enter, space and arrows what controls do.
  const isSticker = target.closest('[data-sticker-id]') !== null;
  return isSticker || !(event.key === 'Enter' || event.key === ' ' || event.key in ARROWS);
}

/**
 * Listens to the page's keys for one canvas.
 * @returns the way to stop
 */
export function listenToKeys(container: HTMLElement, context: KeyboardContext): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const { model } = context;
  const typing = typingGuard();
  const stopGuard = model.desk.current.subscribe(() => {
    if (model.desk.current.get() === null) typing.editorClosed(performance.now());
  });
  signal.addEventListener('abort', stopGuard);
  const space = (held: boolean): void => {
    model.holdSpace(held);
    container.dataset.space = String(held);
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || !isForSheet(event, container)) return;
      if (event.key === ' ') {
        space(true);
        event.preventDefault();
        return;
      }
      const { key, ctrlKey, metaKey, shiftKey: shift, altKey: alt } = event;
      const ctrl = ctrlKey || metaKey;
      if (!ctrl && !alt && typing.isTyped(key, event.timeStamp)) return;
      if (pressKey(context, { key, ctrl, shift, alt })) event.preventDefault();
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
