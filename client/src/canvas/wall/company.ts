import { contains, type Point, type Rect, squareAt } from '@samenbord/shared/layout';
import { rectToView, toSheet } from '../camera/camera.ts';
import type { Mind } from '../mind/mind.ts';
import { newMind } from '../mind/mindMaker.ts';
import type { CanvasModel } from '../model.ts';
import type { PointerInput } from '../tools/types.ts';
import type { PartnerChoice } from '../writing/partnerChoice.ts';
import { REACH } from './reach.ts';

/** ms after which who did nothing, and has nothing selected, is not there any more. */
export const AT_WORK = 10_000;
/** ms after which what somebody selected is let go of, when they did nothing since: they went away. */
export const LEFT = 60_000;

/** Where a person stands, as far as the wall knows: at which palette, and on whose behalf. */
export interface Station {
  readonly key: number;
  readonly namens: PartnerChoice;
}

/** Several people at one screen: which of them a pointer is. */
export interface Company {
  /** Whose a pointer is that goes down. */
  mindFor(input: PointerInput): Mind;
  /** Everybody goes, and leaves nothing selected. */
  end(): void;
}

interface CompanyContext {
  readonly model: CanvasModel;
  /** The palette that a point of the view is nearest to. */
  readonly stationAt: (at: Point) => Station | undefined;
  /** On whose behalf one writes at a palette; `undefined` when it was closed. */
  readonly stationOf: (key: number) => Station | undefined;
  readonly later: (run: () => void, ms: number) => void;
}

/** One person at work. */
interface Worker {
  readonly mind: Mind;
  readonly station: number | undefined;
  readonly pointers: Set<number>;
  /** Where they touched last, in CSS pixels of the view, and when. */
  at: Point;
  time: number;
}

/**
 * A finger has no name on it, so where it comes down says whose it is: that of who works within reach at the same
 * palette; else of somebody new. Only the other end of a line may be anywhere: where nobody else is at work, a tap on a
 * sticker ends the line that is asked for nearest by. Mouse and keyboard are of one person, who leads.
 */
export function createCompany({ model, stationAt, stationOf, later }: CompanyContext): Company {
  let workers: readonly Worker[] = [];
  let ended = false;

  const keep = (still: (worker: Worker) => boolean): void => {
    const next = workers.filter(still);
    if (next.length === workers.length) return;
    workers = next;
    model.beside.set(workers.map(({ mind }) => mind));
  };

  const isBusy = ({ mind, pointers }: Worker): boolean => {
    const down = model.tools.active();
    return (
      [...pointers].some((id) => down.has(id)) ||
      mind.selection.get().some((id) => model.inHand.get().has(id))
    );
  };

  const join = (at: Point, time: number): Worker => {
    const station = stationAt(at)?.key;
    const namens = (): PartnerChoice => {
      const known = station === undefined ? undefined : stationOf(station);
      return known ? known.namens : model.partnerForNew.get();
    };
    const worker: Worker = { mind: newMind(model, namens), station, pointers: new Set(), at, time };
    workers = [...workers, worker];
    model.beside.set(workers.map(({ mind }) => mind));
    return worker;
  };

  /** Who did nothing for long lets go; who has nothing at all is forgotten. */
  const goodbye = (now: number): void => {
    for (const worker of workers) if (now - worker.time >= LEFT && !isBusy(worker)) letGo(worker.mind);
    keep((worker) => now - worker.time < AT_WORK || isBusy(worker) || hasAnything(worker.mind));
  };

  /** Whose line ends at the sticker that is touched here: of who stands at this palette, before others. */
  const asking = (at: Point, station: number | undefined): Worker | undefined => {
    if (!isOnSticker(model, at)) return undefined;
    const ask = workers.filter((worker) => worker.mind.lines.from.get() !== null && !isBusy(worker));
    const here = ask.filter((worker) => worker.station === station);
    return nearest(here.length > 0 ? here : ask, (one) => distanceTo(model, one, at));
  };

  return {
    mindFor(input) {
      if (input.kind === 'mouse') return model;
      goodbye(input.time);
      const station = stationAt(input.at)?.key;
      const beside = workers.filter((worker) => worker.station === station);
      const worker =
        nearest(beside, (one) => distanceTo(model, one, input.at), REACH) ??
        asking(input.at, station) ??
        join(input.at, input.time);
      worker.at = input.at;
      worker.time = input.time;
      const down = model.tools.active();
      for (const id of worker.pointers) if (!down.has(id)) worker.pointers.delete(id);
      worker.pointers.add(input.id);
      later(() => !ended && goodbye(worker.time + LEFT), LEFT);
      return worker.mind;
    },
    end() {
      ended = true;
      for (const { mind } of workers) letGo(mind);
      keep(() => false);
    },
  };
}

function hasAnything({ selection, openLabel, reading, menu, lines }: Mind): boolean {
  if (selection.get().length > 0) return true;
  return [openLabel, reading, menu, lines.from, lines.chosen].some((one) => one.get() !== null);
}

function letGo(mind: Mind): void {
  mind.forgetAll();
  mind.lines.from.set(null);
  mind.lines.chosen.set(null);
}

function isOnSticker(model: CanvasModel, at: Point): boolean {
  const point = toSheet(model.camera.get(), at);
  return model
    .sheet()
    .stickers.some((sticker) => contains(squareAt(model.motion.centerOf(sticker), sticker.side), point));
}

/** How far a point of the view is from what somebody touched last, selected, or draws a line from. CSS pixels. */
function distanceTo(model: CanvasModel, { mind, at }: Worker, point: Point): number {
  const { byId } = model.view();
  const from = mind.lines.from.get();
  const boxes = [...mind.selection.get(), ...(from === null ? [] : [from])].flatMap((id) => {
    const sticker = byId.get(id);
    const square = sticker && squareAt(model.motion.centerOf(sticker), sticker.side);
    return square ? [rectToView(model.camera.get(), square)] : [];
  });
  return Math.min(...[{ ...at, width: 0, height: 0 }, ...boxes].map((box) => beside(box, point)));
}

function beside({ x, y, width, height }: Rect, at: Point): number {
  return Math.hypot(Math.max(x - at.x, at.x - x - width, 0), Math.max(y - at.y, at.y - y - height, 0));
}

function nearest(
  workers: readonly Worker[],
  distance: (worker: Worker) => number,
  most = Number.POSITIVE_INFINITY,
): Worker | undefined {
  const measured = workers.map((worker) => ({ worker, far: distance(worker) }));
  return measured.filter(({ far }) => far <= most).sort((a, b) => a.far - b.far)[0]?.worker;
}
