import type { CDPSession, Page } from '@playwright/test';
import type { Pixel } from './pixels.ts';

/** Real touches, as the browser gets them from a screen: Playwright's own touchscreen only taps. */
export class Fingers {
  private readonly session: CDPSession;

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

  private async stroke(paths: readonly (readonly [from: Pixel, to: Pixel])[]): Promise<void> {
    const steps = 12;
    const points = (share: number) =>
      paths.map(([from, to], id) => ({
        id,
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
      }));
    // One after the other, as fingers do.
    for (let down = 1; down <= paths.length; down += 1)
      await this.send('touchStart', points(0).slice(0, down));
    for (let step = 1; step <= steps; step += 1) await this.send('touchMove', points(step / steps));
    await this.send('touchEnd', []);
  }

  private async send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: { id: number; x: number; y: number }[],
  ): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
