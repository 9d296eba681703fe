import type { Rect } from '@samenbord/shared/layout';

/** Straight lines over the board that come and go with every movement of a hand. */
export interface GuideLayer {
  /** Shows these and no others, in CSS pixels of the view. */
  show(lines: readonly Rect[]): void;
  destroy(): void;
}

/**
 * Elements of one pixel that are stretched and moved by the browser alone: a canvas that is as large as the view
 * would be copied whole for a thin line.
 */
export function createGuideLayer(container: HTMLElement, color: string): GuideLayer {
  const elements: HTMLElement[] = [];
  let used = 0;

  const at = (index: number): HTMLElement => {
    const known = elements[index];
    if (known) return known;
    const element = document.createElement('div');
    element.className = 'canvas-guide';
    element.style.background = color;
    container.append(element);
    elements.push(element);
    return element;
  };

  return {
    show(lines) {
      lines.forEach(({ x, y, width, height }, n) => {
        at(n).style.transform = `translate(${x}px, ${y}px) scale(${width}, ${height})`;
      });
      for (let n = lines.length; n < used; n++) at(n).style.transform = 'scale(0)';
      used = lines.length;
    },
    destroy() {
      for (const element of elements) element.remove();
    },
  };
}
