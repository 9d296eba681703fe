import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Point } from '@samenbord/shared/layout';
import type { FramePart } from './frames.ts';

/** ms between two movements of the hand: a mouse of 60 a second. */
const BEAT = 1000 / 60;

interface MouseEvent {
  readonly type: 'mouseMoved' | 'mousePressed' | 'mouseReleased' | 'mouseWheel';
  readonly at: Point;
  readonly button?: 'left' | 'middle';
  readonly deltaY?: number;
  /** 2 is control, 8 is shift. */
  readonly modifiers?: number;
}

const BUTTONS = { left: 1, middle: 4 } as const;

/**
 * A hand on the mouse: events as the operating system gives them to the browser. They come at their own pace,
 * whether or not the page keeps up.
 */
export class Hand {
  readonly #cdp: CDPSession;
  readonly #page: Page;
  readonly #under = new Set<Promise<unknown>>();
  #held: 'left' | 'middle' | undefined;

  constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  send({ type, at, button, deltaY, modifiers = 0 }: MouseEvent): void {
    const pressed = button ?? this.#held;
    const going = this.#cdp
      .send('Input.dispatchMouseEvent', {
        type,
        x: at.x,
        y: at.y,
        modifiers,
        button: pressed ?? 'none',
        buttons: this.#held === undefined ? 0 : BUTTONS[this.#held],
        clickCount: button === undefined ? 0 : 1,
        ...(type === 'mouseWheel' ? { deltaX: 0, deltaY: deltaY ?? 0 } : {}),
      })
      .finally(() => this.#under.delete(going));
    this.#under.add(going);
  }

  press(at: Point, button: 'left' | 'middle' = 'left', modifiers = 0): void {
    this.#held = button;
    this.send({ type: 'mousePressed', at, button, modifiers });
  }

  release(at: Point, modifiers = 0): void {
    const button = this.#held ?? 'left';
    this.#held = undefined;
    this.send({ type: 'mouseReleased', at, button, modifiers });
  }

  async click(at: Point, modifiers = 0): Promise<void> {
    this.send({ type: 'mouseMoved', at, modifiers });
    this.press(at, 'left', modifiers);
    this.release(at, modifiers);
    await this.done();
  }

  /** Waits until the page has taken everything the hand did. */
  async done(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under);
  }

  /**
   * Does something 60 times a second, and measures the frames meanwhile: from the first deed until the page has
   * taken the last.
   * @param ms how long
   * @param deed what it does, at this share (0..1) of the way
   * @param last what it does at the end
   */
  async measure(ms: number, deed: (share: number) => void, last?: () => void): Promise<FramePart> {
    await startFrames(this.#page);
    const busyBefore = await busyTime(this.#cdp);
    const began = performance.now();
    for (let now = 0; now < ms; now = performance.now() - began) {
      deed(now / ms);
      const beat = Math.floor((performance.now() - began) / BEAT) + 1;
      await pause(Math.max(0, beat * BEAT - (performance.now() - began)));
    }
    last?.();
    await this.done();
    const times = await takeFrames(this.#page);
    const elapsed = performance.now() - began;
    return { times, busy: (await busyTime(this.#cdp)) - busyBefore, elapsed };
  }
}

/** Work of the page's main thread so far, ms. */
async function busyTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

declare global {
  interface Window {
    benchFrames: { times: number[]; on: boolean };
  }
}

async function startFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames = { times: [] as number[], on: true };
    window.benchFrames = frames;
    const note = (time: number): void => {
      frames.times.push(time);
      if (frames.on) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

function takeFrames(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    window.benchFrames.on = false;
    return window.benchFrames.times;
  });
}

/** ms that a page may take to come to rest. */
const REST_PATIENCE = 60_000;

/** Waits until the page has drawn so many frames in a row in time and done little else: it has come to rest. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    (patience) =>
      new Promise<void>((resolve, reject) => {
        const began = performance.now();
        let calm = 0;
        let before = began;
        const look = (now: number): void => {
          calm = now - before < 25 ? calm + 1 : 0;
          before = now;
          if (calm >= 60) resolve();
          else if (now - began > patience) reject(new Error('the page did not come to rest'));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    REST_PATIENCE,
  );
}
