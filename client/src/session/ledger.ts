/**
 * Which changes of this page are not on the server's disk yet, for one document.
 *
 * The relay acknowledges by counting: "of the document-changing frames of this connection, the first
 * `count` are on disk". So every local transaction remembers the frame it went in. A new connection
 * starts to count again, and what was under way may be lost: everything waits anew until the frame that
 * brings all that the server lacks (sync step 2) is acknowledged.
 */
export interface Ledger {
  /**
   * Changes that are not known to be on disk, as a person would count them: a sticker made and the letters
   * typed in it one after another are one change.
   */
  readonly waiting: number;
  /**
   * A local transaction happened. Call before the frame that carries it is sent, if one is.
   * @param text what stands for the sticker that was made or typed in, when that is what happened
   */
  changed(text?: object): void;
  /** A frame with everything the server lacked (sync step 2) went out. */
  sentEverything(): void;
  /** A frame with the newest change only (update) went out. */
  sentNewest(): void;
  /** The relay says the first `count` document-changing frames of this connection are on disk. */
  acknowledged(count: number): void;
  /**
   * The relay drops what is sent from here on, or does not any more: until then nothing of it is on disk, whatever
   * is acknowledged, and what was under way waits to be asked for.
   */
  held(isHeld: boolean): void;
  /** The connection is gone; the next one counts from 0. */
  disconnected(): void;
}

/** Starts with nothing waiting and no connection. */
export function createLedger(): Ledger {
  let changes: Waiting[] = [];
  let sent = 0;
  let isHeld = false;
  const inFrame = (change: Waiting): Waiting => (change.frame === 0 ? { ...change, frame: sent } : change);
  return {
    get waiting() {
      return changes.filter(({ text }, n) => text === undefined || text !== changes[n - 1]?.text).length;
    },
    changed(text) {
      changes.push({ frame: 0, text });
    },
    sentEverything() {
      sent += 1;
      changes = changes.map(inFrame);
    },
    sentNewest() {
      sent += 1;
      const newest = changes.pop();
      if (newest !== undefined) changes.push(inFrame(newest));
    },
    acknowledged(count) {
      if (isHeld) return;
      changes = changes.filter(({ frame }) => frame === 0 || frame > count);
    },
    held(held) {
      isHeld = held;
      changes = notSent(changes);
    },
    disconnected() {
      sent = 0;
      isHeld = false;
      changes = notSent(changes);
    },
  };
}

const notSent = (changes: readonly Waiting[]): Waiting[] => changes.map(({ text }) => ({ frame: 0, text }));

/** A local transaction that waits. */
interface Waiting {
  /** The frame it went in on this connection, 1-based; 0 when in none yet. */
  readonly frame: number;
  readonly text: object | undefined;
}
