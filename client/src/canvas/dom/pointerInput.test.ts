import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setUp } from '../testing/harness.ts';
import { listenToPointers } from './pointerInput.ts';

/** A page without a browser: what is listened to, and the view at its top left. */
class Page extends EventTarget {
  hidden = false;
  readonly activeElement = null;
  readonly documentElement = { lang: 'nl' };
  readonly dataset: Record<string, string> = {};
  getBoundingClientRect = () => ({ left: 0, top: 0, width: 1400, height: 990 });
  setPointerCapture = () => undefined;
  focus = () => undefined;
  contains = () => true;
  querySelector = () => null;
}

const page = new Page();
const frame = new EventTarget();

beforeEach(() => {
  page.hidden = false;
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', frame);
  vi.stubGlobal('HTMLTextAreaElement', class {});
  vi.stubGlobal('Node', class {});
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});

interface Pressed {
  readonly button?: number;
  readonly buttons?: number;
  readonly pointerType?: string;
}

/** Sticker `a` in the hand of a mouse. */
function dragging() {
  const all = setUp();
  const { model } = all;
  const stop = listenToPointers(page as unknown as HTMLElement, model, () => true);
  const at = model.camera.get();
  const send = (type: string, x: number, y: number, pressed: Pressed = {}): void => {
    const { button = type === 'pointermove' ? -1 : 0, buttons = 1, pointerType = 'mouse' } = pressed;
    const clientX = (x - at.x) * at.scale;
    const clientY = (y - at.y) * at.scale;
    const event = Object.assign(new Event(type), {
      pointerId: 1,
      pointerType,
      button,
      buttons,
      clientX,
      clientY,
    });
    page.dispatchEvent(event);
  };
  send('pointerdown', 300, 600);
  send('pointermove', 700, 900);
  expect([...model.tools.active().values()]).toEqual(['dragging']);
  return { ...all, send, stop };
}

describe('a pointer that the page loses', () => {
  it.each([
    ['the system takes it', ({ send }: ReturnType<typeof dragging>) => send('pointercancel', 700, 900)],
    ['its capture is lost', ({ send }: ReturnType<typeof dragging>) => send('lostpointercapture', 700, 900)],
    ['another window comes before this', () => frame.dispatchEvent(new Event('blur'))],
    ['one leaves the page', () => frame.dispatchEvent(new Event('pagehide'))],
    [
      'nobody sees the page',
      () => {
        page.hidden = true;
        page.dispatchEvent(new Event('visibilitychange'));
      },
    ],
    [
      'a second button is pressed',
      ({ send }: ReturnType<typeof dragging>) => send('pointermove', 700, 900, { button: 2, buttons: 3 }),
    ],
  ])('lets go of what it held when %s', (_how, lose) => {
    const all = dragging();
    const { model, board, send, place, stop } = all;
    lose(all);
    expect(model.hands.held().size).toBe(0);
    send('pointermove', 900, 900);
    send('pointerup', 900, 900, { buttons: 0 });
    expect(model.tools.active().size).toBe(0);
    expect(board.calls).toEqual([]);
    expect(place('a')).toEqual({ x: 300, y: 600 });
    stop();
  });

  it('keeps it when the page is only shown again, and after this stopped listening nothing is heard', () => {
    const { model, send, board, stop } = dragging();
    page.dispatchEvent(new Event('visibilitychange'));
    expect(model.hands.held().size).toBe(1);
    send('pointerup', 700, 900, { buttons: 0 });
    expect(board.calls).toEqual(['moveStickers']);
    stop();
    send('pointerdown', 300, 600);
    expect(model.tools.active().size).toBe(0);
  });
});
