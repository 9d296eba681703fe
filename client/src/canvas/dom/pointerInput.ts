import { wheelReader } from '../camera/wheel.ts';
import type { CanvasModel } from '../model.ts';
import type { PointerInput, ToolName } from '../tools/types.ts';

/**
 * Passes the container's pointer and wheel events to the model, as plain values.
 * @param isInside whether an event is for the sheet, and not for a control that lies over it
 * @returns the way to stop
 */
export function listenToPointers(
  container: HTMLElement,
  model: CanvasModel,
  isInside: (target: EventTarget | null) => boolean,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const read = (event: PointerEvent): PointerInput => {
    const box = container.getBoundingClientRect();
    return {
      id: event.pointerId,
      kind: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
      button: event.button,
      at: { x: event.clientX - box.left, y: event.clientY - box.top },
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
      // When the hand did it, not when a busy page got round to it: a slow frame must not undo a double tap.
      time: event.timeStamp,
      ...(event.pointerType === 'touch' ? { contact: Math.max(event.width, event.height) } : {}),
      ...pressureOf(event),
      ...(DRAWING.has(model.tools.active().get(event.pointerId) ?? 'resting')
        ? { between: between(event, box) }
        : {}),
    };
  };
  const leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') model.pointAt(null);
  };

  container.addEventListener(
    'pointerdown',
    (event) => {
      if (!isInside(event.target)) return;
      const input = read(event);
      // Moves and the end of this pointer are ours wherever it goes.
      container.setPointerCapture(event.pointerId);
      // Keys are for the sheet now, whatever had the focus; but not while somebody else writes at this screen.
      if (!model.touch.together() || !isWritten(document.activeElement))
        container.focus({ preventScroll: true });
      model.tools.down(input);
      model.seeAt(input.at);
      model.pointAt(input.at);
      showCursor(container, model);
    },
    { signal },
  );
  container.addEventListener(
    'pointermove',
    (event) => {
      const input = read(event);
      // Two buttons at once are none: what the first began is as if it had not.
      if (isSecondButton(event)) model.tools.cancel(event.pointerId);
      const active = model.tools.move(input);
      if (active || (event.pointerType === 'mouse' && isInside(event.target))) {
        model.seeAt(input.at);
        model.pointAt(input.at);
      }
      if (active) showCursor(container, model);
    },
    { signal },
  );
  container.addEventListener(
    'pointerup',
    (event) => {
      if (!model.tools.active().has(event.pointerId)) return;
      model.tools.up(read(event));
      leave(event);
      showCursor(container, model);
      focusSelected(container, model);
    },
    { signal },
  );
  // A capture that is lost without an up is a pointer the system took.
  for (const kind of ['pointercancel', 'lostpointercapture'] as const) {
    container.addEventListener(
      kind,
      (event) => {
        model.tools.cancel(event.pointerId);
        leave(event);
        showCursor(container, model);
      },
      { signal },
    );
  }
  container.addEventListener(
    'pointerleave',
    ({ pointerType }) => {
      // A finger that is lifted leaves too, but where it tapped is where one goes on.
      if (pointerType === 'mouse') model.seeAt(null);
      model.pointAt(null);
    },
    { signal },
  );
  // Pressing must not move the focus away from a sticker to the page, nor start the browser's own panning.
  container.addEventListener('mousedown', (event) => isInside(event.target) && event.preventDefault(), {
    signal,
  });
  container.addEventListener('contextmenu', (event) => isInside(event.target) && event.preventDefault(), {
    signal,
  });
  listenToLoss(model, signal);
  listenToWheel(container, model, signal);
  oneTapOneDeed(container, isInside, signal);
  return () => stop.abort();
}

/** A mouse whose button goes down beside another says so in a movement. */
function isSecondButton({ pointerType, button, buttons }: PointerEvent): boolean {
  return pointerType === 'mouse' && button > 0 && (buttons & (buttons - 1)) !== 0;
}

/**
 * The window loses the pointers when another comes before it or nobody sees it: where they come up is not told here.
 */
function listenToLoss(model: CanvasModel, signal: AbortSignal): void {
  const lose = (): void => model.interrupt();
  window.addEventListener('blur', lose, { signal });
  window.addEventListener('pagehide', lose, { signal });
  document.addEventListener('visibilitychange', () => document.hidden && lose(), { signal });
}

/** What leaves a trail: where it came by between two events counts. */
const DRAWING: ReadonlySet<ToolName> = new Set(['inking', 'erasing']);

/** Mice and fingers say a half, or nothing. */
function pressureOf({ pointerType, pressure }: PointerEvent): { pressure?: number } {
  return pointerType === 'pen' ? { pressure } : {};
}

/** Where a pointer came by since the event before: a stroke drawn quickly is round all the same. */
function between(event: PointerEvent, box: DOMRect): NonNullable<PointerInput['between']> {
  const all = event.type === 'pointermove' ? (event.getCoalescedEvents?.() ?? []) : [];
  return all.slice(0, -1).map((one) => ({
    at: { x: one.clientX - box.left, y: one.clientY - box.top },
    ...pressureOf(one),
  }));
}

/** ms after a finger went up in which the browser may still make a click of it. */
const LATE_CLICK = 700;

/**
 * What a tap opens may come to lie under the finger, or push a button there: the click that browsers make of
 * the same tap must not press it.
 */
function oneTapOneDeed(
  container: HTMLElement,
  isInside: (target: EventTarget | null) => boolean,
  signal: AbortSignal,
): void {
  let onSheet = false;
  let upAt = Number.NEGATIVE_INFINITY;
  container.addEventListener(
    'touchend',
    (event) => {
      // A touch belongs to where it began: a tap on a control stays one.
      if (event.cancelable && isInside(event.target)) event.preventDefault();
    },
    { signal, passive: false },
  );
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      onSheet = target instanceof Node && container.contains(target) && isInside(target);
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'pointerup',
    ({ timeStamp }) => {
      upAt = timeStamp;
    },
    { signal, capture: true },
  );
  // Pens and mice, and fingers where the touch could not be refused. Clicks without a pointer count 0.
  container.addEventListener(
    'click',
    (event) => {
      const late = event.detail > 0 && onSheet && event.timeStamp - upAt < LATE_CLICK;
      if (!late || isInside(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
}

function listenToWheel(container: HTMLElement, model: CanvasModel, signal: AbortSignal): void {
  const readWheel = wheelReader();
  container.addEventListener(
    'wheel',
    (event) => {
      if (event.target instanceof Element && event.target.closest('[data-scrolls]')) return;
      event.preventDefault();
      const box = container.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey } = event;
      const intent = readWheel({
        deltaX,
        deltaY,
        deltaMode,
        ctrlKey,
        metaKey,
        shiftKey,
        time: performance.now(),
      });
      if (intent.kind === 'pan') model.camera.panBy(intent.by.x, intent.by.y);
      else if (intent.smooth) model.camera.zoomBy(at, intent.factor);
      else model.camera.zoomNow(at, intent.factor);
    },
    // Not passive: a pinch on the sheet must not zoom the whole page.
    { signal, passive: false },
  );
}

/** The mouse's form says what it does now. */
function showCursor(container: HTMLElement, model: CanvasModel): void {
  const names = [...model.tools.active().values()];
  const hand = names.includes('dragging') || names.includes('panning');
  const form = hand ? 'closed' : 'open';
  if (container.dataset.hand !== form) container.dataset.hand = form;
}

/** Tab goes on from the sticker that was tapped, and keys are for it. */
function focusSelected(container: HTMLElement, model: CanvasModel): void {
  const [only, ...more] = model.selection.get();
  if (only === undefined || more.length > 0 || model.desk.current.get()) return;
  if (isWritten(document.activeElement)) return;
  const element = container.querySelector<HTMLElement>(`[data-sticker-id="${CSS.escape(only)}"]`);
  element?.focus({ preventScroll: true });
}

/** Whether somebody writes in it. */
function isWritten(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement;
}
