import type { Point } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { GRACE, KEEP, type Shown, type Situation, shownPosition } from './shownPosition.ts';

const HOME = { x: 100, y: 100 };
const at = (x: number): Point => ({ x, y: 100 });

/** One watcher's view of one sticker: each call is a frame. */
function watcher() {
  let shown: Shown | undefined;
  let time = 0;
  let now: Omit<Situation, 'time'> = { document: HOME, mine: undefined, hands: [] };
  return (change: Partial<Omit<Situation, 'time'>> = {}, ms = 16): number => {
    now = { ...now, ...change };
    time += ms;
    shown = shownPosition(shown, { ...now, time });
    return shown.point.x;
  };
}

const hand = (x: number, client = 1) => ({ client, point: at(x) });

describe('shownPosition', () => {
  it('shows the document when nobody holds the sticker', () => {
    const frame = watcher();
    expect(frame()).toBe(100);
    expect(frame({ document: at(300) })).toBe(300);
  });

  it('shows it in my hand, whatever others do', () => {
    const frame = watcher();
    expect(frame({ mine: at(150), hands: [hand(500)] })).toBe(150);
    expect(frame({ mine: at(160), document: at(700) })).toBe(160);
  });

  it('follows another hand, and does not jump back when it ends before the document’s news', () => {
    const frame = watcher();
    expect(frame({ hands: [hand(200)] })).toBe(200);
    expect(frame({ hands: [hand(300)] })).toBe(300);
    expect(frame({ hands: [] })).toBe(300);
    expect(frame({}, 200)).toBe(300);
    expect(frame({ document: at(301) })).toBe(301);
    expect(frame({}, 5000)).toBe(301);
  });

  it('does not jump when the document’s news comes before the end of the hand', () => {
    const frame = watcher();
    frame({ hands: [hand(300)] });
    expect(frame({ document: at(300) })).toBe(300);
    expect(frame({ hands: [] })).toBe(300);
    expect(frame({}, 16)).toBe(300);
  });

  it('goes home after a while when no news comes: the hand was cancelled or lost', () => {
    const frame = watcher();
    frame({ hands: [hand(300)] });
    frame({ hands: [] });
    expect(frame({}, KEEP - 50)).toBe(300);
    expect(frame({}, 100)).toBe(100);
  });

  it('keeps following the hand that came first while two hold it', () => {
    const frame = watcher();
    frame({ hands: [hand(200, 7)] });
    expect(frame({ hands: [hand(900, 3), hand(210, 7)] })).toBe(210);
    expect(frame({ hands: [hand(910, 3)] })).toBe(910);
  });

  it('follows the other when I let go and they still hold it', () => {
    const frame = watcher();
    frame({ mine: at(150), hands: [hand(500)] });
    expect(frame({ mine: undefined, document: at(150) })).toBe(150);
    expect(frame({}, GRACE)).toBe(500);
    frame({ document: at(520), hands: [hand(520)] });
    expect(frame({ hands: [] })).toBe(520);
  });

  it('does not visit the other’s hand when both let go at once and mine wins', () => {
    const frame = watcher();
    frame({ mine: at(150), hands: [hand(500)] });
    const path = [
      frame({ mine: undefined, document: at(150) }),
      frame(),
      frame({ hands: [] }),
      frame({}, 500),
      frame({}, 2000),
    ];
    expect(path).toEqual([150, 150, 150, 150, 150]);
  });

  it('goes to the other’s place once when both let go at once and theirs wins', () => {
    const frame = watcher();
    frame({ mine: at(150), hands: [hand(500)] });
    const path = [
      frame({ mine: undefined, document: at(150) }),
      frame(),
      frame({ document: at(500) }),
      frame({ hands: [] }),
      frame({}, 500),
      frame({}, 2000),
    ];
    expect(path).toEqual([150, 150, 500, 500, 500, 500]);
  });

  it('ends for a third who watches where it ends for both', () => {
    const frame = watcher();
    frame({ hands: [hand(150, 1), hand(500, 2)] });
    frame({ document: at(150) });
    expect(frame({ hands: [hand(500, 2)] })).toBe(500);
    frame({ document: at(500) });
    expect(frame({ hands: [] })).toBe(500);
    expect(frame({}, 5000)).toBe(500);
  });

  it('shows a new drag of somebody who had just let go', () => {
    const frame = watcher();
    frame({ hands: [hand(300)] });
    frame({ hands: [] });
    expect(frame({ hands: [hand(320)] })).toBe(320);
  });
});
