import { useLayoutEffect } from 'react';

/**
 * The canvas takes the whole page while this is shown. What is around it is covered then, and takes neither pointers
 * nor focus; notices and what is read aloud go on.
 */
export function useQuiet(home: HTMLElement): void {
  useLayoutEffect(() => {
    const quiet: Element[] = [];
    for (let inside: Element = home; inside.parentElement && inside !== document.body; ) {
      for (const beside of inside.parentElement.children)
        if (beside !== inside && !beside.hasAttribute('inert') && !isHeard(beside)) quiet.push(beside);
      inside = inside.parentElement;
    }
    for (const element of quiet) element.setAttribute('inert', '');
    document.documentElement.dataset.presenting = 'true';
    return () => {
      for (const element of quiet) element.removeAttribute('inert');
      delete document.documentElement.dataset.presenting;
    };
  }, [home]);
}

/** What stays in reach: notices, announcements, and dialogs of what is done meanwhile, which lie beside the page. */
function isHeard(element: Element): boolean {
  return element.parentElement === document.body && element.querySelector('main') === null;
}
