import {
  groupsOf,
  inkOf,
  type Link,
  linksOf,
  type Partner,
  type Place,
  placesOf,
  readFormer,
  readGroups,
  readLinks,
  readPlaces,
  readSticker,
  readTable,
  type Sticker,
  type StickerVotes,
  stickersOf,
  type Table,
  votesOf,
} from '@samenbord/shared/board';
import type * as Y from 'yjs';
import type { BoardSource } from '../session/index.ts';
import { type Ink, inkReader } from './inkReader.ts';
import { voteReader } from './voteReader.ts';

/** What the documents say at one moment. Parts that did not change are the same objects as last time. */
export interface Reading {
  /** Stickers that are on the board, by id. Always the same map. */
  readonly stickers: ReadonlyMap<string, Sticker>;
  /** Ids of stickers that may have come, changed or gone since the reading before. */
  readonly touched: ReadonlySet<string>;
  /** Titles of groups by id. The same map until one of them changes. */
  readonly groups: ReadonlyMap<string, string>;
  /** By id, so that every copy has them in one order. */
  readonly links: readonly Link[];
  readonly ink: Ink;
  /** Dots on stickers, by id. */
  readonly votes: ReadonlyMap<string, StickerVotes>;
  readonly table: Table;
  /** Partners who left the table, by id. */
  readonly former: ReadonlyMap<string, Partner>;
  /** Records that do not fit what this program knows: kept in the documents, passed over here. */
  readonly unreadable: number;
}

export interface Reader {
  read(): Reading;
  close(): void;
}

/**
 * Reads the documents again and again, each time only what transactions touched since.
 * @param me whose dots are marked
 * @param onChange called during every transaction that touched something
 */
export function createReader(
  { board, table }: BoardSource['documents'],
  me: string,
  onChange: () => void,
): Reader {
  const stickers = stickerReader(board);
  const ink = inkReader(board);
  const votes = voteReader(board, me);
  const links = whenTouched(() => readSortedLinks(board));
  const groups = whenTouched(() => readGroups(board));
  const partners = whenTouched(() => ({ ...readTable(table), former: readFormer(table) }));

  const onStickers = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const inside = event.path[0];
      if (typeof inside === 'string') stickers.touch(inside);
      else for (const id of event.changes.keys.keys()) stickers.touch(id);
    }
    onChange();
  };
  const onPlaces = (): void => {
    stickers.touchPlaces();
    onChange();
  };
  const onInk = ({ keysChanged }: Y.YMapEvent<unknown>): void => {
    for (const id of keysChanged) ink.touch(id);
    onChange();
  };
  const onVotes = (): void => {
    votes.touch();
    onChange();
  };
  const onLinks = (): void => {
    links.touch();
    onChange();
  };
  const onGroups = (): void => {
    groups.touch();
    onChange();
  };
  const onTable = (): void => {
    partners.touch();
    onChange();
  };
  const meta = board.getMap('meta');
  stickersOf(board).observeDeep(onStickers);
  placesOf(board).observe(onPlaces);
  linksOf(board).observe(onLinks);
  inkOf(board).observe(onInk);
  votesOf(board).observe(onVotes);
  groupsOf(board).observe(onGroups);
  meta.observe(onChange);
  table.on('update', onTable);

  return {
    read() {
      const drawn = ink.read();
      for (const id of drawn.touched) stickers.touch(id);
      const [lines, seats, notes] = [links.read(), partners.read(), stickers.read()];
      const dots = votes.read(notes.stickers, notes.touched);
      return {
        ...notes,
        votes: dots.votes,
        touched: dots.touched.length === 0 ? notes.touched : new Set([...notes.touched, ...dots.touched]),
        links: lines.links,
        ink: drawn,
        groups: groups.read(),
        table: seats.table,
        former: seats.former,
        unreadable: notes.unreadable + lines.unreadable + seats.unreadable + drawn.unreadable,
      };
    },
    close() {
      stickersOf(board).unobserveDeep(onStickers);
      placesOf(board).unobserve(onPlaces);
      linksOf(board).unobserve(onLinks);
      inkOf(board).unobserve(onInk);
      votesOf(board).unobserve(onVotes);
      groupsOf(board).unobserve(onGroups);
      meta.unobserve(onChange);
      table.off('update', onTable);
    },
  };
}

function whenTouched<T>(read: () => T): { touch: () => void; read: () => T } {
  let value: T | undefined;
  return {
    touch() {
      value = undefined;
    },
    read() {
      value ??= read();
      return value;
    },
  };
}

function readSortedLinks(board: Y.Doc): { links: readonly Link[]; unreadable: number } {
  const { links, unreadable } = readLinks(board);
  return { links: [...links.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), unreadable };
}

function stickerReader(board: Y.Doc) {
  const stickers = new Map<string, Sticker>();
  const unfit = new Set<string>();
  let places: ReadonlyMap<string, Place> = new Map();
  let unfitPlaces = 0;
  let placesTouched = true;
  let touched = new Set<string>(stickersOf(board).keys());

  const readTouchedPlaces = (): void => {
    if (!placesTouched) return;
    placesTouched = false;
    const read = readPlaces(board);
    for (const [id, place] of read.places) if (places.get(id) !== place) touched.add(id);
    for (const id of places.keys()) if (!read.places.has(id)) touched.add(id);
    places = read.places;
    unfitPlaces = read.unreadable;
  };
  const readOne = (id: string): void => {
    stickers.delete(id);
    unfit.delete(id);
    const record = stickersOf(board).get(id);
    const sticker = record === undefined ? 'removed' : readSticker(id, record, places.get(id));
    if (sticker === 'unreadable') unfit.add(id);
    else if (sticker !== 'removed') stickers.set(id, sticker);
  };

  return {
    touch: (id: string): unknown => touched.add(id),
    touchPlaces() {
      placesTouched = true;
    },
    read(): Pick<Reading, 'stickers' | 'touched' | 'unreadable'> {
      readTouchedPlaces();
      const now = touched;
      touched = new Set();
      for (const id of now) readOne(id);
      return { stickers, touched: now, unreadable: unfit.size + unfitPlaces };
    },
  };
}
