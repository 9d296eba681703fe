import { type CSSProperties, type RefObject, useEffect, useLayoutEffect } from 'react';
import type { StickerView } from '../../board/types.ts';
import { LINE_HEIGHT, readableOn, stickerDisc, stickerTextBox } from '../../drawing/index.ts';
import { toView } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import type { Stage } from '../stage.ts';
import { keepInside } from './anchoring.ts';

/** What the cards that lie over a sticker share: the one to write in and the one to read. */

/** Side of the sticker while one writes in it, in CSS pixels, however far away the sheet is. */
const SMALLEST_SIDE = 230;
/** On a small screen it takes at most this part of the smaller side of what can be seen. */
const LARGEST_PART = 0.62;

/** Room above the card for who else writes in it. */
const NAMES_ABOVE = 36;

/** What is shown of the sticker under a card. */
export type Edited = Pick<StickerView, 'center' | 'side' | 'partner'>;

export function CardMark({ edited: { partner, side } }: { readonly edited: Edited }) {
  if (!partner) return null;
  const { radius, inset } = stickerDisc(side);
  const style = {
    right: inset,
    bottom: inset,
    width: 2 * radius,
    height: 2 * radius,
    background: partner.color,
    color: readableOn(partner.color),
    fontSize: radius * (partner.mark.length > 1 ? 0.95 : 1.25),
  };
  return (
    <span className="canvas-editor-mark" aria-hidden="true" style={style}>
      {partner.mark}
    </span>
  );
}

/** Same place for letters as on the sticker; the size that fits what is written so far. */
export function textStyle(stage: Stage, value: string, side: number): CSSProperties {
  const { padding } = stickerTextBox(side);
  const { size } = stage.typesetter.fit(value === '' ? '—' : value, side);
  return { padding: `${padding}px`, fontSize: Math.min(size, side * 0.16), lineHeight: LINE_HEIGHT };
}

/** Keeps the card on its sticker, large enough to read and above a keyboard on screen. */
export function useCardPlace(
  model: CanvasModel,
  card: RefObject<HTMLElement | null>,
  edited: Edited,
  named = false,
): void {
  const { side } = edited;
  const { x, y } = edited.center;
  useLayoutEffect(() => {
    const follow = (): void => {
      const node = card.current;
      const home = node?.closest('.canvas');
      if (!node || !home) return;
      const visible = visiblePart(home, named ? NAMES_ABOVE : 0);
      const room = Math.min(visible.width, visible.height) * LARGEST_PART;
      const shown = Math.max(side * model.camera.get().scale, Math.min(SMALLEST_SIDE, room));
      const center = toView(model.camera.get(), { x, y });
      const at = keepInside(center, { width: shown, height: shown }, visible);
      node.style.transform = `translate(${at.x}px, ${at.y}px) scale(${shown / side})`;
    };
    follow();
    const stop = new AbortController();
    const { visualViewport } = window;
    visualViewport?.addEventListener('resize', follow, { signal: stop.signal });
    visualViewport?.addEventListener('scroll', follow, { signal: stop.signal });
    const stopCamera = model.camera.onChange(follow);
    return () => {
      stop.abort();
      stopCamera();
    };
  }, [model, card, side, x, y, named]);
}

/** The part of the canvas a person can see, in CSS pixels of the canvas: a keyboard covers the rest. */
function visiblePart(home: Element, above: number) {
  const box = home.getBoundingClientRect();
  const { visualViewport } = window;
  const top = Math.max(0, (visualViewport?.offsetTop ?? 0) - box.top) + above;
  const bottom = (visualViewport ? visualViewport.offsetTop + visualViewport.height : box.bottom) - box.top;
  return { x: 0, y: top, width: box.width, height: Math.max(0, Math.min(box.height, bottom) - top) };
}

/** A tap anywhere else on the page is for something else. */
export function useElsewhere(card: RefObject<HTMLElement | null>, leave: () => void): void {
  useEffect(() => {
    const down = (event: PointerEvent): void => {
      if (event.target instanceof Node && card.current?.contains(event.target) !== true) leave();
    };
    document.addEventListener('pointerdown', down, { capture: true });
    return () => document.removeEventListener('pointerdown', down, { capture: true });
  }, [card, leave]);
}
