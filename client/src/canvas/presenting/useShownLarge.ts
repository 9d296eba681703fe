import type { Rect } from '@samenbord/shared/layout';
import { type RefObject, useLayoutEffect } from 'react';
import type { CanvasModel } from '../model.ts';

/** CSS pixels around the field. */
const AIR = 16;

/** Keeps a field as large as fits between two bars, also in another size of view; afterwards the view goes back. */
export function useShownLarge(
  model: CanvasModel,
  home: HTMLElement,
  rect: Rect | undefined,
  head: RefObject<HTMLElement | null>,
  foot: RefObject<HTMLElement | null>,
): void {
  const { camera } = model;
  useLayoutEffect(() => {
    const sheet = model.sheet().key;
    const back = camera.fitted() ? undefined : camera.get();
    return () => {
      if (model.sheet().key !== sheet) return;
      if (back) camera.flyTo(back);
      else camera.fitSheet(true);
    };
  }, [model, camera]);
  useLayoutEffect(() => {
    if (!rect) return;
    const show = (): void => {
      const heightOf = ({ current }: RefObject<HTMLElement | null>) => current?.offsetHeight ?? 0;
      camera.fill(rect, {
        top: heightOf(head) + AIR,
        right: AIR,
        bottom: heightOf(foot) + AIR,
        left: AIR,
      });
    };
    // The canvas itself hears of its new size first.
    const observer = new ResizeObserver(() => requestAnimationFrame(show));
    for (const element of [home, head.current, foot.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [camera, home, rect, head, foot]);
}
