/** What is pressed here; keys of the screen's keyboard act by themselves when a finger comes down. */
const PRESSED = '.canvas-over :is(button, a):not(.wall-key, :disabled)';

/**
 * Browsers make a click of one finger's tap only while no other finger is down: at a screen of several people a
 * tap would do nothing as long as somebody drags. So each finger that comes up where it went down clicks for itself,
 * and the click the browser may make of it is left out.
 * @returns the way to stop
 */
export function clickWithEachFinger(): () => void {
  const stop = new AbortController();
  document.addEventListener(
    'touchend',
    (event) => {
      for (const { target, clientX, clientY } of event.changedTouches) {
        const pressed = pressedAt(target);
        if (!pressed) continue;
        // Before anything may take it from the page: what is gone gets no more events, and the browser would click.
        if (event.cancelable) event.preventDefault();
        // A finger that slid off it changed its mind.
        if (pressedAt(document.elementFromPoint(clientX, clientY)) === pressed) pressed.click();
      }
    },
    { signal: stop.signal, passive: false, capture: true },
  );
  return () => stop.abort();
}

function pressedAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(PRESSED)) || undefined;
}
