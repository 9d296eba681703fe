import type { Presence } from '@samenbord/shared/protocol';
import type { LiveInk } from '../../drawing/index.ts';
import type { CanvasModel } from '../model.ts';
import { sampled } from './thinning.ts';

/** What is being drawn and rubbed out here, for this page to show and for the others to see. */
export interface LiveDesk {
  show(pointer: number, ink: LiveInk): void;
  /** @param kept whether it is on the board now */
  end(pointer: number, kept: boolean): void;
  /** Covers a stroke that is being rubbed out; `null` uncovers it. */
  rub(stroke: string, cover: LiveInk | null): void;
}

/** Points others are told of, in all strokes of one person together: at 30 times a second that is enough. */
const TOLD = 160;
/** ms a finished stroke is told on: presence comes sooner than what was saved, and nobody should see a gap. */
const LINGERS = 400;

export function createLiveDesk(model: CanvasModel, later: (run: () => void, ms: number) => void): LiveDesk {
  const told = new Map<number | object, LiveInk>();

  const tell = (): void => {
    const most = Math.max(8, Math.floor(TOLD / Math.max(1, told.size)));
    const strokes = [...told.values()].slice(-MOST_STROKES).map(({ points, width, partner }) => ({
      partner,
      width,
      points: sampled(points, most).map(({ x, y, pressure }) =>
        pressure === undefined
          ? [Math.round(x), Math.round(y)]
          : [Math.round(x), Math.round(y), Math.round(pressure * 100)],
      ),
    }));
    const ink: Presence['ink'] = strokes.length > 0 ? { sheet: model.sheet().key, strokes } : null;
    model.session.announce({ ink });
  };

  return {
    show(pointer, ink) {
      model.traces.ink(pointer, ink);
      told.set(pointer, ink);
      tell();
    },
    end(pointer, kept) {
      const ink = told.get(pointer);
      model.traces.ink(pointer, null);
      told.delete(pointer);
      if (kept && ink) {
        const finished = {};
        told.set(finished, ink);
        later(() => {
          told.delete(finished);
          tell();
        }, LINGERS);
      }
      tell();
    },
    rub: (stroke, cover) => model.traces.ink(stroke, cover),
  };
}

/** Strokes of one person that others see at once: two hands, and those just finished. */
const MOST_STROKES = 12;
