import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import type { Point } from '@samenbord/shared/layout';
import { apart, type Field, type FieldSticker, fieldOf, freeCorner } from './field.ts';
import { type FrameFigures, figuresOf } from './frames.ts';
import { atRest, Hand } from './hand.ts';
import { checkAllDrawn, checkMoved, checkView, isSeenAt, MOST } from './honest.ts';
import type { Seen } from './pixels.ts';
import { screenshot } from './screenshot.ts';
import type { Deed, Opened, Subject, View } from './subject.ts';

/** A full board with one person who works on it. */
export const FULL = 3_000;
/** A busy board. */
export const BUSY = 300;
export const PEOPLE = 12;
/** Stickers that are dragged together. */
export const MANY = 50;
/** Movements of each of the others, a second. */
const RATE = 30;

/** CSS pixels that a hand goes round in. */
const REACH = 120;
const SHIFT = 8;
const CONTROL = 2;

export interface LoadFigures {
  /** From the navigation to the board on screen, ms. */
  readonly drawn: number;
  /** Initial JavaScript, bytes when compressed with gzip. */
  readonly scriptGzip: number;
  /** What JavaScript keeps after collecting its garbage, bytes. */
  readonly heap: number;
  /** Share of the stickers that are seen to have letters. */
  readonly lettered: number;
}

/** What there is to know about one product. */
export interface SubjectFigures {
  readonly load?: LoadFigures;
  readonly drag?: FrameFigures;
  readonly dragMany?: FrameFigures;
  readonly pan?: FrameFigures;
  readonly zoom?: FrameFigures;
  readonly people?: FrameFigures;
}

export const SCENARIO_NAMES = ['load', 'drag', 'dragMany', 'pan', 'zoom', 'people'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/**
 * Measures a product. Everything with {@link FULL} stickers is done in one page, in order.
 * @param ms how long each movement goes on
 * @throws {Error} when something that was measured did not happen
 */
export async function measureSubject(
  browser: Browser,
  subject: Subject,
  scenarios: readonly ScenarioName[],
  ms: number,
): Promise<SubjectFigures> {
  let figures: SubjectFigures = {};
  if (scenarios.some((name) => name !== 'people')) {
    const field = fieldOf(FULL);
    const opened = await subject.open(browser, field);
    const work = await workplace(opened, field, subject, ms);
    figures = { load: await loadFigures(opened, work.seen.lettered / FULL) };
    if (scenarios.includes('drag')) figures = { ...figures, drag: await dragging(work, 1) };
    if (scenarios.includes('dragMany')) figures = { ...figures, dragMany: await dragging(work, MANY) };
    if (scenarios.includes('pan')) figures = { ...figures, pan: await panning(work) };
    if (scenarios.includes('zoom')) figures = { ...figures, zoom: await zooming(work) };
    await opened.context.close();
  }
  if (scenarios.includes('people')) figures = { ...figures, people: await others(browser, subject, ms) };
  return figures;
}

/** All that a movement needs. */
interface Workplace {
  readonly opened: Opened;
  readonly field: Field;
  readonly hand: Hand;
  readonly pinch: number;
  readonly ms: number;
  readonly seen: Seen;
}

async function workplace(opened: Opened, field: Field, { pinch }: Subject, ms: number): Promise<Workplace> {
  await atRest(opened.page);
  const seen = await checkAllDrawn(opened, field);
  const hand = new Hand(opened.page, opened.cdp);
  return { opened, field, hand, pinch, ms, seen };
}

async function loadFigures({ cdp, drawn, scriptGzip }: Opened, lettered: number): Promise<LoadFigures> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { drawn, scriptGzip, heap: usedSize, lettered };
}

/** Where a sticker can be taken, in CSS pixels of the page. */
function holdOf(field: Field, view: View, sticker: FieldSticker): Point {
  const { x, y, width, height } = freeCorner(field, sticker, sticker.side);
  return { x: (x + width / 2 - view.x) * view.scale, y: (y + height / 2 - view.y) * view.scale };
}

/** A way that goes round twice and ends at `end`, which is above and to the left: over all that lie there. */
const wayRound =
  (from: Point, end: Point) =>
  (share: number): Point => ({
    x: from.x + share * end.x + REACH * (Math.cos(4 * Math.PI * share) - 1),
    y: from.y + share * end.y + REACH * Math.sin(4 * Math.PI * share),
  });

async function dragging({ opened, field, hand, ms, seen }: Workplace, count: number): Promise<FrameFigures> {
  const view = await opened.view();
  const chosen = apart(field, MANY + 1);
  // The one that is dragged alone is none of the many.
  const stickers = count === 1 ? chosen.slice(-1) : chosen.slice(0, count);
  const [lead] = stickers;
  if (lead === undefined) throw new RangeError('nothing to drag');
  const before = await opened.positions();
  if (count > 1) {
    // Row by row from the top: what a page shows above a selection then never lies over the next.
    for (const sticker of [...stickers].sort((a, b) => a.y - b.y || a.x - b.x))
      await hand.click(holdOf(field, view, sticker), SHIFT);
    await atRest(opened.page);
  }
  const by = { x: -3 * field.pitch.x, y: -2 * field.pitch.y };
  const way = wayRound(holdOf(field, view, lead), { x: by.x * view.scale, y: by.y * view.scale });
  const part = await hand.measure(
    ms,
    (share) => (share === 0 ? hand.press(way(0)) : hand.send({ type: 'mouseMoved', at: way(share) })),
    () => {
      hand.send({ type: 'mouseMoved', at: way(1) });
      hand.release(way(1));
    },
  );
  await opened.page.keyboard.press('Escape');
  await opened.page.keyboard.press('Escape');
  hand.send({ type: 'mouseMoved', at: { x: 8, y: 400 } });
  await atRest(opened.page);
  await pause(SETTLE);
  await checkMoved(opened, stickers, before, by, seen.colors);
  return figuresOf([part]);
}

/** ms after which a sticker that glides to its place lies there, and the server has it. */
const SETTLE = 1_500;

/** Where a pan ends, in CSS pixels from where it began. */
const PANNED = { x: -120, y: -80 };
async function panning({ opened, field, hand, ms }: Workplace): Promise<FrameFigures> {
  const before = await opened.view();
  const way = wayRound({ x: 900, y: 500 }, PANNED);
  const part = await hand.measure(
    ms,
    (share) =>
      share === 0 ? hand.press(way(0), 'middle') : hand.send({ type: 'mouseMoved', at: way(share) }),
    () => hand.send({ type: 'mouseMoved', at: way(1) }),
  );
  // Not before the page has caught up with the hand: else it takes it for a throw, and glides on.
  await atRest(opened.page);
  hand.release(way(1));
  await atRest(opened.page);
  await pause(SETTLE);
  const after = await opened.view();
  const moved = { x: (before.x - after.x) * after.scale, y: (before.y - after.y) * after.scale };
  const off = Math.hypot(moved.x - PANNED.x, moved.y - PANNED.y);
  // Some begin a pan a few pixels late.
  const near = off < 0.6 * Math.hypot(PANNED.x, PANNED.y);
  checkView(`pan along with the hand (but by ${moved.x.toFixed(0)}, ${moved.y.toFixed(0)})`, near);
  await checkAllDrawn(opened, field, MOST);
  return figuresOf([part]);
}

/** In and out again, around the middle of the page. */
async function zooming({ opened, field, hand, pinch, ms }: Workplace): Promise<FrameFigures> {
  const at = { x: 960, y: 540 };
  // As much by this moment as the whole way asks for, however late this deed comes.
  let turned = 0;
  const turn = (share: number, direction: 1 | -1): void => {
    const by = share * pinch - turned;
    turned += by;
    hand.send({ type: 'mouseWheel', at, deltaY: direction * by, modifiers: CONTROL });
  };
  hand.send({ type: 'mouseMoved', at });
  const start = await opened.view();
  const zoomIn = await hand.measure(ms / 2, (share) => turn(share, -1));
  turned = 0;
  await atRest(opened.page);
  await pause(SETTLE);
  const large = await opened.view();
  const zoomOut = await hand.measure(ms / 2, (share) => turn(share, 1));
  await atRest(opened.page);
  await pause(SETTLE);
  const end = await opened.view();
  const [factor, back] = [large.scale / start.scale, end.scale / large.scale];
  checkView(`zoom in and out (by ${factor.toFixed(2)} and ${back.toFixed(2)})`, factor > 2 && back < 0.7);
  await checkAllDrawn(opened, field, MOST);
  return figuresOf([zoomIn, zoomOut]);
}

/** Where each of the others is at a moment: round their own sticker. */
function deedsAt(stickers: readonly FieldSticker[], time: number): Deed[] {
  return stickers.map((sticker, n) => {
    const angle = (time / 1_000) * (1.4 + n / 10) + n;
    const at = { x: sticker.x + 240 * Math.cos(angle), y: sticker.y + 240 * Math.sin(angle) };
    return { name: `Deelnemer ${n + 1}`, sticker: sticker.id, at, cursor: { x: at.x + 60, y: at.y + 60 } };
  });
}

async function others(browser: Browser, subject: Subject, ms: number): Promise<FrameFigures> {
  const field = fieldOf(BUSY);
  const opened = await subject.open(browser, field);
  const { hand, seen } = await workplace(opened, field, subject, ms);
  const stickers = apart(field, PEOPLE);
  const crowd = await opened.crowd(stickers.map((_, n) => `Deelnemer ${n + 1}`));
  const began = performance.now();
  const timer = setInterval(() => crowd.say(deedsAt(stickers, performance.now() - began)), 1_000 / RATE);
  try {
    await pause(SETTLE);
    const part = await hand.measure(ms, () => undefined);
    clearInterval(timer);
    // They end above and to the left of where they began, where no other lies over them.
    const last = stickers.map((sticker, n) => {
      const at = { x: sticker.x - 60, y: sticker.y - 50 };
      return { name: `Deelnemer ${n + 1}`, sticker: sticker.id, at, cursor: { x: at.x + 60, y: at.y + 60 } };
    });
    crowd.say(last);
    await pause(SETTLE);
    crowd.say(last);
    await pause(SETTLE);
    const [view, pixels] = [await opened.view(), await screenshot(opened.cdp)];
    last.forEach(({ at, name }, n) => {
      const sticker = stickers[n];
      if (sticker && !isSeenAt(pixels, view, sticker, at, seen.colors))
        throw new Error(`what ${name} holds is not seen where it is`);
    });
    return figuresOf([part]);
  } finally {
    clearInterval(timer);
    crowd.leave();
    await opened.context.close();
  }
}
