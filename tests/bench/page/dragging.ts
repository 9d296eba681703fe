import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { Distribution } from '../relay/distribution.ts';
import { type MadeBoard, newVisitor, openBoard } from './board.ts';
import { followingTimes, type Position } from './following.ts';
import { type Notes, takeNotes, watch } from './watching.ts';

/** A distribution in three figures, ms. */
export interface Times {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
}

export interface DraggingResult {
  /** From the mouse's movement in one browser to the frame in which the other shows the sticker there. */
  readonly shown: Times;
  /** From the moment one page says where the sticker is to the moment the other page hears it. */
  readonly heard: Times;
  /** Movements that the other never showed before the hand turned; 0 unless something is wrong. */
  readonly missed: number;
}

/** Movements to and fro; in CSS pixels and ms. */
const SWEEPS = 6;
const MOVES = 50;
const STEP = 8;
const BEAT = 16;
/** ms that the other browser may take to catch up when the hand is still. */
const REST = 600;

/** Lets one person drag a sticker to and fro, and looks at it in the browser of another. */
export async function dragging(browser: Browser, made: MadeBoard): Promise<DraggingResult> {
  const mover = await openWatched(browser, made, 'Anna');
  const watcher = await openWatched(browser, made, 'Bram');
  const box = await findSticker(mover);
  // Held low, so that the hand and its name tag hang below the line that is looked at.
  const hold = { x: box.x + box.width / 2, y: box.y + box.height * 0.8 };
  await mover.mouse.move(hold.x, hold.y);
  await mover.mouse.down();
  await mover.mouse.move(hold.x + STEP, hold.y, { steps: 4 });
  await watcher.evaluate((y) => window.benchLook(y), box.y + box.height * 0.3);
  await pause(REST);

  const shown = new Distribution();
  const heard = new Distribution();
  let missed = 0;
  let x = hold.x + STEP;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const direction = sweep % 2 === 0 ? 1 : -1;
    await Promise.all([mover.evaluate(takeNotes), watcher.evaluate(takeNotes)]);
    for (let move = 0; move < MOVES; move++) {
      x += direction * STEP;
      await Promise.all([mover.mouse.move(x, hold.y), pause(BEAT)]);
    }
    await pause(REST);
    const [hers, his] = await Promise.all([mover.evaluate(takeNotes), watcher.evaluate(takeNotes)]);
    const times = shownTimes(hers, his);
    missed += hers.hand.length - times.length;
    for (const time of times) shown.add(time);
    for (const time of heardTimes(hers, his)) heard.add(time);
  }
  await mover.mouse.up();
  await Promise.all([mover.context().close(), watcher.context().close()]);
  return { shown: summary(shown), heard: summary(heard), missed };
}

async function openWatched(browser: Browser, made: MadeBoard, name: string): Promise<Page> {
  const context = await newVisitor(browser, made, name);
  await context.addInitScript(watch);
  const page = await context.newPage();
  await openBoard(page, made);
  return page;
}

/** A sticker with room to its right, where it is on screen. */
async function findSticker(page: Page) {
  const stickers = page.locator('[data-sticker-id]');
  await stickers.first().waitFor({ state: 'attached' });
  const room = MOVES * STEP + 200;
  for (const sticker of await stickers.all()) {
    const box = await sticker.boundingBox();
    if (box !== null && box.x > 50 && box.x + box.width + room < 1900 && box.y > 150 && box.y < 900)
      return box;
  }
  throw new Error('no sticker on screen has room to be dragged');
}

/**
 * Both pages show the same part of the sheet at the same size, so the sticker's edge in the one is the hand in
 * the other but for a fixed distance: that of the end of the sweep, when everything has come to rest.
 */
function shownTimes(hers: Notes, his: Notes): number[] {
  const hand: readonly Position[] = hers.hand;
  const distance = (his.shown.at(-1)?.x ?? 0) - (hand.at(-1)?.x ?? 0);
  return followingTimes(
    hand,
    his.shown.map(({ at, x }) => ({ at, x: x - distance })),
  );
}

/** Every place that was said, until it is first heard. What was never heard was overtaken by a later one. */
function heardTimes(hers: Notes, his: Notes): number[] {
  return hers.said.flatMap(({ at, place }) => {
    const heard = his.heard.find((one) => one.place === place && one.at >= at - 1);
    return heard === undefined ? [] : [heard.at - at];
  });
}

const summary = (times: Distribution): Times => ({
  count: times.count,
  median: times.percentile(0.5),
  p95: times.percentile(0.95),
});
