import type { Point } from '@samenbord/shared/layout';
import { type RefObject, useLayoutEffect } from 'react';
import type { Extent } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';

/**
 * Keeps an element at its place over the sheet while the camera moves, without rendering anything.
 * @param place gives its top left in CSS pixels of the view, from its size; `undefined` leaves it to the
 * style sheet. Runs again whenever the component renders.
 */
export function useAnchor(
  model: CanvasModel,
  element: RefObject<HTMLElement | null>,
  place: (size: Extent) => Point | undefined,
): void {
  useLayoutEffect(() => {
    const follow = (): void => {
      const node = element.current;
      if (!node) return;
      const at = place({ width: node.offsetWidth, height: node.offsetHeight });
      node.style.transform = at ? `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)` : '';
    };
    follow();
    return model.camera.onChange(follow);
  });
}
