import type { Point } from '@samenbord/shared/layout';

/**
 * Where one sticker is shown while people drag it: the answer to "two hands, one sticker, late news".
 *
 * A drag travels as presence, its end as a transaction of the document and then as the end of the presence.
 * These come one after the other, and two people may drop within one round trip of each other. So:
 *
 * 1. What I hold is where my hand is.
 * 2. What others hold is where the hand is that was followed first; it is followed until it lets go.
 * 3. When a hand lets go, the sticker stays there until the document's new place arrives, at most
 *    {@link KEEP} ms: it does not jump back to where the drag began.
 * 4. For {@link GRACE} ms after I let go others' hands are not followed: who dropped at the same time is
 *    settled by the document alone, without a visit to the other's hand.
 * 5. In all other cases it is where the document says. After everybody let go all see that one place.
 */

/** ms a sticker waits, where a hand left it, for the document's news. */
export const KEEP = 1000;
/** ms after my own drop in which I do not follow another's hand: longer than news takes both ways. */
export const GRACE = 500;

/** Somebody else's hand on this sticker. */
export interface Hand {
  /** The client whose hand it is. */
  readonly client: number;
  /** The sticker's centre in it, in sheet units. */
  readonly point: Point;
}

/** What decides where a sticker is shown now. `center` is where the document had it at that moment. */
export type Holder =
  | { readonly kind: 'me'; readonly center: Point }
  | { readonly kind: 'other'; readonly client: number; readonly center: Point }
  | { readonly kind: 'left'; readonly center: Point; readonly at: number; readonly mine: boolean }
  | { readonly kind: 'document' };

/** Where a sticker is to be shown, and because of whom. */
export interface Shown {
  /** Its centre in sheet units. */
  readonly point: Point;
  readonly holder: Holder;
}

export interface Situation {
  /** The sticker's centre in the document, in sheet units. */
  readonly document: Point;
  /** Its centre in my hand, when I hold it. */
  readonly mine: Point | undefined;
  readonly hands: readonly Hand[];
  /** ms. */
  readonly time: number;
}

/** @param before what this function gave for the same sticker last time */
export function shownPosition(before: Shown | undefined, now: Situation): Shown {
  if (now.mine) return { point: now.mine, holder: { kind: 'me', center: now.document } };
  const holder = before?.holder ?? { kind: 'document' };
  const point = before?.point ?? now.document;
  const last: Shown = { point, holder };
  switch (holder.kind) {
    case 'me':
      return afterLetGo({ point, holder: { ...holder, kind: 'left', at: now.time, mine: true } }, now);
    case 'other': {
      const same = now.hands.find((hand) => hand.client === holder.client);
      if (same) return follow(same, last, now);
      return afterLetGo({ point, holder: { ...holder, kind: 'left', at: now.time, mine: false } }, now);
    }
    case 'left':
      return afterLetGo(last, now);
    case 'document':
      return followAny(last, now);
  }
}

function afterLetGo(last: Shown, now: Situation): Shown {
  const { holder } = last;
  if (holder.kind !== 'left') return followAny(last, now);
  const arrived = !samePoint(holder.center, now.document);
  if (holder.mine && now.time - holder.at < GRACE)
    return { point: arrived ? now.document : last.point, holder };
  if (now.hands.length > 0) return followAny(last, now);
  if (!arrived && now.time - holder.at < KEEP) return last;
  return { point: now.document, holder: { kind: 'document' } };
}

function followAny(last: Shown, now: Situation): Shown {
  const [first] = now.hands;
  if (first) return follow(first, last, now);
  return { point: now.document, holder: { kind: 'document' } };
}

function follow(hand: Hand, last: Shown, now: Situation): Shown {
  const { holder } = last;
  // The drop's transaction comes after the last movement: a change of the document since then is the drop.
  const still = holder.kind === 'other' && holder.client === hand.client && samePoint(hand.point, last.point);
  const center = still && holder.kind === 'other' ? holder.center : now.document;
  return { point: hand.point, holder: { kind: 'other', client: hand.client, center } };
}

/** Places are rounded when they are written: half a unit is no movement. */
export function samePoint(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
}
