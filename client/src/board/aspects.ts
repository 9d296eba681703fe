import {
  type Contribution,
  moveStickers,
  ORIGIN,
  type Origin,
  type Place,
  recordOf,
  type Size,
  type Sticker,
  type StickerPicture,
  setContribution,
  setLocked,
  setPartner,
  setPicture,
  setSize,
  setSymbol,
  writeGroups,
} from '@samenbord/shared/board';
import type * as Y from 'yjs';

/** One thing about a sticker that a command changes and undo changes back. */
export interface Aspect<T> {
  readonly read: (sticker: Sticker) => T;
  /** One transaction for all. */
  readonly write: (values: ReadonlyMap<string, T>) => void;
}

/** Place and size as one thing: what is laid out together goes back together. */
export type Lie = Pick<Sticker, 'place' | 'size'>;

/** Place and group as one thing: a drop changes both. */
export interface Berth {
  readonly place: Place;
  readonly group?: string;
}

export function berthOf({
  place,
  group,
}: {
  readonly place: Place;
  readonly group?: string | undefined;
}): Berth {
  return { place, ...(group === undefined ? {} : { group }) };
}

export interface Aspects {
  readonly berth: Aspect<Berth>;
  readonly place: Aspect<Place>;
  readonly lie: Aspect<Lie>;
  readonly size: Aspect<Size>;
  readonly partner: Aspect<string | null>;
  readonly contribution: Aspect<Contribution>;
  readonly locked: Aspect<boolean>;
  /** As an object each, because there may be none of it. */
  readonly picture: Aspect<{ readonly picture: StickerPicture | undefined }>;
  readonly symbol: Aspect<{ readonly symbol: string | undefined }>;
}

/** The aspects of a board's stickers. */
export function aspectsOf(doc: Y.Doc): Aspects {
  const eachIn =
    <T>(origin: Origin, write: (id: string, value: T) => void) =>
    (values: ReadonlyMap<string, T>): void =>
      doc.transact(() => {
        for (const [id, value] of values) write(id, value);
      }, origin);
  return {
    berth: {
      read: berthOf,
      write: (berths) =>
        doc.transact(() => {
          moveStickers(doc, new Map([...berths].map(([id, { place }]) => [id, place])));
          writeGroups(doc, {
            titles: new Map(),
            members: new Map([...berths].map(([id, { group }]) => [id, group])),
          });
        }, ORIGIN.moveStickers),
    },
    place: { read: ({ place }) => place, write: (places) => moveStickers(doc, places) },
    lie: {
      read: ({ place, size }) => ({ place, size }),
      write: (lies) =>
        doc.transact(() => {
          moveStickers(doc, new Map([...lies].map(([id, { place }]) => [id, place])));
          for (const [id, { size }] of lies) setSize(doc, [id], size);
        }, ORIGIN.layStickers),
    },
    size: { read: ({ size }) => size, write: eachIn(ORIGIN.setSize, (id, size) => setSize(doc, [id], size)) },
    partner: {
      read: ({ partner }) => partner,
      write: eachIn(ORIGIN.setPartner, (id, partner) => setPartner(doc, [id], partner)),
    },
    contribution: {
      read: contributionOf,
      write: eachIn(ORIGIN.setContribution, (id, contribution) => setContribution(doc, id, contribution)),
    },
    locked: {
      read: ({ locked }) => locked === true,
      write: eachIn(ORIGIN.setLocked, (id, locked) => setLocked(doc, [id], locked)),
    },
    picture: {
      read: ({ picture }) => ({ picture }),
      write: eachIn(ORIGIN.setPicture, (id, { picture }) => setPicture(doc, recordOf(doc, id), picture)),
    },
    symbol: {
      read: ({ symbol }) => ({ symbol }),
      write: eachIn(ORIGIN.setSymbol, (id, { symbol }) => setSymbol(doc, recordOf(doc, id), symbol)),
    },
  };
}

/** What a sticker carries beside its text; only the keys it has. */
export function contributionOf({ category, quantity, certainty }: Contribution): Contribution {
  return {
    ...(category === undefined ? {} : { category }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(certainty === undefined ? {} : { certainty }),
  };
}
