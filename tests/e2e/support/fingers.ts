import type { CDPSession, Page } from '@playwright/test';
import type { Pixel } from './pixels.ts';

type Way = readonly [from: Pixel, to: Pixel];
type Touch = Pixel & { readonly id: number };

/** Moves of one stroke. */
const STEPS = 12;

/** Real touches, as the browser gets them from a screen: Playwright's own touchscreen only taps. */
export class Fingers {
  private readonly session: CDPSession;
  /** What stays down between two calls. */
  private held: Touch[] = [];

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** One finger goes down, moves in steps and comes up. */
  async drag(from: Pixel, to: Pixel): Promise<void> {
    await this.stroke([[from, to]]);
  }

  /** Two fingers around a point, from one distance between them to another, in CSS pixels. */
  async pinch(around: Pixel, from: number, to: number): Promise<void> {
    const at = (side: number, apart: number): Pixel => ({
      x: around.x + (side * apart) / 2,
      y: around.y + (side * apart) / 5,
    });
    await this.stroke([
      [at(-1, from), at(-1, to)],
      [at(1, from), at(1, to)],
    ]);
  }

  /** A finger goes down and comes up. */
  async tap(at: Pixel): Promise<void> {
    await this.send('touchStart', [{ id: 0, ...at }]);
    await this.send('touchEnd', []);
  }

  /** Fingers go down one after the other, each moving a little at once; then all go their ways and come up together. */
  async together(paths: readonly Way[]): Promise<void> {
    const at: Touch[] = [];
    for (const [index, [from, to]] of paths.entries()) {
      at.push({ id: index, ...from });
      await this.send('touchStart', at);
      at[index] = { id: index, ...between(from, to, 0.5) };
      await this.send('touchMove', at);
    }
    for (let step = 1; step <= STEPS; step += 1)
      await this.send(
        'touchMove',
        paths.map(([from, to], id) => ({ id, ...between(from, to, 0.5 + step / STEPS / 2) })),
      );
    await this.send('touchEnd', []);
  }

  /** A finger takes something along and stays down. */
  async hold(from: Pixel, to: Pixel): Promise<void> {
    await this.send('touchStart', [{ id: 0, ...from }]);
    for (let step = 1; step <= STEPS; step += 1)
      await this.send('touchMove', [{ id: 0, ...between(from, to, step / STEPS) }]);
    this.held = [{ id: 0, ...to }];
  }

  /** Two more fingers pinch while one holds something; all stay down. */
  async pinchBeside(around: Pixel, from: number, to: number): Promise<void> {
    const two = (apart: number): Touch[] => [
      ...this.held,
      { id: 1, x: around.x - apart / 2, y: around.y },
      { id: 2, x: around.x + apart / 2, y: around.y },
    ];
    await this.send('touchStart', two(from).slice(0, 2));
    await this.send('touchStart', two(from));
    for (let step = 1; step <= STEPS; step += 1)
      await this.send('touchMove', two(from + ((to - from) * step) / STEPS));
    this.held = two(to);
  }

  /** As {@link hold}, of as many as there are ways: all stay down. */
  async holdAll(paths: readonly Way[]): Promise<void> {
    const at: Touch[] = [];
    for (const [id, [from, to]] of paths.entries()) {
      at.push({ id, ...from });
      await this.send('touchStart', at);
      for (let step = 1; step <= STEPS; step += 1) {
        at[id] = { id, ...between(from, to, step / STEPS) };
        await this.send('touchMove', at);
      }
    }
    this.held = at;
  }

  /** One more finger goes down and stays. */
  async pressBeside(at: Pixel): Promise<void> {
    this.held = [...this.held, { id: this.held.length, ...at }];
    await this.send('touchStart', this.held);
  }

  /** All that are down come up. */
  async letGo(): Promise<void> {
    await this.send('touchEnd', []);
    this.held = [];
  }

  /** A finger stays down until something came of it. */
  async press(at: Pixel, until: () => Promise<void>): Promise<void> {
    await this.send('touchStart', [{ id: 0, ...at }]);
    await until();
    await this.send('touchEnd', []);
  }

  /** A palm comes to rest, a pen drags beside it, and the palm rolls and is lifted after it. */
  async penBesidePalm(from: Pixel, to: Pixel, palm: Pixel): Promise<void> {
    const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Pixel) =>
      this.session.send('Input.dispatchMouseEvent', {
        type,
        ...at,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        pointerType: 'pen',
        clickCount: 1,
      });
    await this.send('touchStart', [{ id: 0, ...palm }]);
    await pen('mousePressed', from);
    for (let step = 1; step <= STEPS; step += 1) {
      await pen('mouseMoved', between(from, to, step / STEPS));
      await this.send('touchMove', [{ id: 0, x: palm.x + step * 2, y: palm.y + step }]);
    }
    await pen('mouseReleased', to);
    await this.send('touchMove', [{ id: 0, x: palm.x - 40, y: palm.y }]);
    await this.send('touchEnd', []);
  }

  private async stroke(paths: readonly Way[]): Promise<void> {
    const points = (share: number) => paths.map(([from, to], id) => ({ id, ...between(from, to, share) }));
    // One after the other, as fingers do.
    for (let down = 1; down <= paths.length; down += 1)
      await this.send('touchStart', points(0).slice(0, down));
    for (let step = 1; step <= STEPS; step += 1) await this.send('touchMove', points(step / STEPS));
    await this.send('touchEnd', []);
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Touch[]): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

function between(from: Pixel, to: Pixel, share: number): Pixel {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
