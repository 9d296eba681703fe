import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger, type Ledger } from './ledger.ts';

describe('the ledger of unsaved changes', () => {
  it('counts each local transaction until the frame it went in is acknowledged', () => {
    const ledger = createLedger();
    for (let n = 0; n < 3; n += 1) {
      ledger.changed();
      ledger.sentNewest();
    }
    expect(ledger.waiting).toBe(3);
    ledger.acknowledged(2);
    expect(ledger.waiting).toBe(1);
    ledger.acknowledged(3);
    expect(ledger.waiting).toBe(0);
  });

  it('counts what was typed in one text without a break as one change', () => {
    const ledger = createLedger();
    const [one, other] = [{}, {}];
    for (const text of [one, one, one, other, other, undefined, undefined, other]) ledger.changed(text);
    expect(ledger.waiting).toBe(5);
    ledger.sentEverything();
    ledger.changed(other);
    expect(ledger.waiting).toBe(5);
    ledger.acknowledged(1);
    expect(ledger.waiting).toBe(1);
  });

  it('changes made offline wait for the frame that brings everything', () => {
    const ledger = createLedger();
    ledger.changed();
    ledger.changed();
    ledger.acknowledged(5);
    expect(ledger.waiting).toBe(2);
    ledger.sentEverything();
    ledger.acknowledged(1);
    expect(ledger.waiting).toBe(0);
  });

  it('after a lost connection everything waits anew, whatever frame it was in', () => {
    const ledger = createLedger();
    ledger.changed();
    ledger.sentNewest();
    ledger.disconnected();
    ledger.acknowledged(1);
    expect(ledger.waiting).toBe(1);
    ledger.sentEverything();
    ledger.acknowledged(1);
    expect(ledger.waiting).toBe(0);
  });

  it('a change sent on a new connection before the frame with everything does not vouch for older ones', () => {
    const ledger = createLedger();
    ledger.changed();
    ledger.disconnected();
    ledger.changed();
    ledger.sentNewest();
    ledger.acknowledged(1);
    expect(ledger.waiting).toBe(1);
    ledger.sentEverything();
    ledger.acknowledged(2);
    expect(ledger.waiting).toBe(0);
  });

  it('an empty frame with everything, as every connection starts with, is counted too', () => {
    const ledger = createLedger();
    ledger.sentEverything();
    ledger.changed();
    ledger.sentNewest();
    ledger.acknowledged(1);
    expect(ledger.waiting).toBe(1);
    ledger.acknowledged(2);
    expect(ledger.waiting).toBe(0);
  });

  it('agrees with the plain truth, whatever happens in whatever order', () => {
    const event = fc.record({
      what: fc.constantFrom('change', 'changeAndSend', 'sendAll', 'disconnect', 'acknowledge'),
      count: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const [ledger, truth] = [createLedger(), plainTruth()];
        for (const { what, count } of events) {
          truth[what as keyof typeof acts](count);
          acts[what as keyof typeof acts](ledger, truth.possible(count));
          expect(ledger.waiting).toBe(truth.waiting());
        }
      }),
    );
  });
});

it('while what is sent is dropped, takes no acknowledgement for saved, and then waits for what is asked for', () => {
  const ledger = createLedger();
  ledger.changed();
  ledger.sentNewest();
  ledger.held(true);
  // Sent before and after the relay froze the board: of neither is known that it was taken.
  ledger.acknowledged(1);
  ledger.changed();
  ledger.sentNewest();
  ledger.acknowledged(2);
  expect(ledger.waiting).toBe(2);
  ledger.held(false);
  ledger.acknowledged(2);
  expect(ledger.waiting).toBe(2);
  ledger.sentEverything();
  ledger.acknowledged(3);
  expect(ledger.waiting).toBe(0);
});

const acts = {
  change: (ledger: Ledger) => ledger.changed(),
  changeAndSend(ledger: Ledger) {
    ledger.changed();
    ledger.sentNewest();
  },
  sendAll: (ledger: Ledger) => ledger.sentEverything(),
  disconnect: (ledger: Ledger) => ledger.disconnected(),
  acknowledge: (ledger: Ledger, count: number) => ledger.acknowledged(count),
};

/** Which changes each frame of this connection carries, and which changes are on disk. */
function plainTruth() {
  const onDisk = new Set<number>();
  let frames: number[][] = [];
  let changes = 0;
  const possible = (count: number): number => Math.min(count, frames.length);
  return {
    possible,
    waiting: () => changes - onDisk.size,
    change() {
      changes += 1;
    },
    changeAndSend() {
      frames.push([changes]);
      changes += 1;
    },
    sendAll() {
      frames.push(Array.from({ length: changes }, (_, n) => n));
    },
    disconnect() {
      frames = [];
    },
    acknowledge(count: number) {
      for (const change of frames.slice(0, possible(count)).flat()) onDisk.add(change);
    },
  };
}
