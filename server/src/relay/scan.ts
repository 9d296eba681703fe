import { Reader } from './reader.ts';

/** Structs of one client in an update, one after the other. */
export interface Block {
  readonly client: number;
  /** Clocks: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly structs: number;
  /** Where the structs lie in the bytes of the update. */
  readonly start: number;
  readonly end: number;
}

/** What one client's structs of a delete set are: clocks and lengths in turn. */
export interface Deleted {
  readonly client: number;
  readonly ranges: readonly number[];
}

/** An update as far as it has to be known to check it and to put it together with others. */
export interface Scan {
  readonly blocks: readonly Block[];
  readonly deleted: readonly Deleted[];
}

/** What {@link scanUpdate} does not know well enough to judge. Made once: it is only caught, and a trace costs. */
const UNUSUAL = new Error('unusual');

/** How deep objects and arrays may lie in each other. */
const DEEPEST = 50;

/**
 * Walks through an update (v1) as clients of the board make them, without making objects of it: several times
 * as quick as decoding it. The layout is that of Yjs 13: `readClientsStructRefs`, `readDeleteSet` and the
 * contents' `read` functions.
 * @returns `undefined` for whatever it does not know or finds wrong: decoding has to decide then.
 */
export function scanUpdate(bytes: Uint8Array): Scan | undefined {
  try {
    const reader = new Reader(bytes);
    const scan = { blocks: blocks(reader), deleted: deletes(reader) };
    return reader.done ? scan : undefined;
  } catch {
    return undefined;
  }
}

function blocks(reader: Reader): Block[] {
  const found: Block[] = [];
  for (let left = reader.varUint(); left > 0; left--) {
    const structs = reader.varUint();
    const client = reader.varUint();
    const from = reader.varUint();
    const start = reader.at;
    let to = from;
    if (structs === 0) throw UNUSUAL;
    for (let index = 0; index < structs; index++) {
      const length = struct(reader, client, to);
      if (length < 1 || to + length > Number.MAX_SAFE_INTEGER) throw UNUSUAL;
      to += length;
    }
    found.push({ client, from, to, structs, start, end: reader.at });
  }
  return found;
}

function deletes(reader: Reader): Deleted[] {
  const found: Deleted[] = [];
  for (let left = reader.varUint(); left > 0; left--) {
    const client = reader.varUint();
    const ranges: number[] = [];
    for (let count = reader.varUint(); count > 0; count--) {
      const clock = reader.varUint();
      const length = reader.varUint();
      if (length < 1 || clock + length > Number.MAX_SAFE_INTEGER) throw UNUSUAL;
      ranges.push(clock, length);
    }
    if (ranges.length > 0) found.push({ client, ranges });
  }
  return found;
}

const GC = 0;
const SKIP = 10;
const CONTENT = 0b0001_1111;
const HAS_PARENT_KEY = 0b0010_0000;
const HAS_RIGHT = 0b0100_0000;
const HAS_LEFT = 0b1000_0000;

/** Passes over a struct. Returns its length in clocks. */
function struct(reader: Reader, client: number, clock: number): number {
  const info = reader.byte();
  if (info === SKIP) throw UNUSUAL;
  if ((info & CONTENT) === GC) return reader.varUint();
  if ((info & HAS_LEFT) !== 0) id(reader, client, clock);
  if ((info & HAS_RIGHT) !== 0) id(reader, client, clock);
  if ((info & (HAS_LEFT | HAS_RIGHT)) === 0) {
    if (reader.varUint() === 1) reader.text();
    else id(reader, client, clock);
    if ((info & HAS_PARENT_KEY) !== 0) reader.text();
  }
  return content(reader, info & CONTENT);
}

/** Passes over an id. One of its own client at its own place or later is wrong: see `checkUpdate`. */
function id(reader: Reader, client: number, clock: number): void {
  const of = reader.varUint();
  const at = reader.varUint();
  if (of === client && at >= clock) throw UNUSUAL;
}

/** Passes over a content by its number in Yjs. Returns its length. */
function content(reader: Reader, kind: number): number {
  switch (kind) {
    case 1:
      return reader.varUint();
    case 3:
      reader.skip(reader.varUint());
      return 1;
    case 4:
      return reader.text();
    case 7:
      type(reader);
      return 1;
    case 8: {
      const length = reader.varUint();
      for (let index = 0; index < length; index++) any(reader, 0);
      return length;
    }
    default:
      throw UNUSUAL;
  }
}

/** Array, map, text and fragment; the others have names, and the board does not use them. */
function type(reader: Reader): void {
  const ref = reader.varUint();
  if (ref !== 0 && ref !== 1 && ref !== 2 && ref !== 4) throw UNUSUAL;
}

/** Passes over a value as lib0 writes one. */
function any(reader: Reader, depth: number): void {
  if (depth > DEEPEST) throw UNUSUAL;
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      integer(reader);
      return;
    case 124:
      reader.skip(4);
      return;
    case 123: // a number
    case 122: // a bigint
      reader.skip(8);
      return;
    case 119:
      reader.text();
      return;
    case 118:
      for (let left = reader.varUint(); left > 0; left--) {
        reader.text();
        any(reader, depth + 1);
      }
      return;
    case 117:
      for (let left = reader.varUint(); left > 0; left--) any(reader, depth + 1);
      return;
    case 116:
      reader.skip(reader.varUint());
      return;
    default:
      throw UNUSUAL;
  }
}

/** Passes over a signed number; very large ones are left to lib0. */
function integer(reader: Reader): void {
  for (let bytes = 1; reader.byte() >= 128; bytes++) if (bytes > 6) throw UNUSUAL;
}
