import * as Y from 'yjs';
import { RoomDocument } from '../relay/document.ts';
import type { InspectedDocument, InspectedRow } from '../store/inspection.ts';

/** What a document comes to when all that can be read of it is put together. */
export interface Examined {
  /** Updates with which it cannot be opened. */
  readonly bad: readonly { readonly position: number; readonly reason: string }[];
  /** Why it cannot be opened even without those; `undefined` when it can. */
  readonly refusal: string | undefined;
  /** The document, as far as it can be read; `undefined` with a refusal. */
  readonly state: Uint8Array | undefined;
  /** Bytes of changes that wait for others, which are not there. */
  readonly waiting: number;
  /** Updates beside the snapshot that it covers already. */
  readonly covered: number;
  /** Newest position. */
  readonly position: number;
}

/** Looks at a document as the relay would open it. Changes nothing. */
export function examine({ snapshot, updates }: InspectedDocument): Examined {
  const covers = snapshot?.position ?? 0;
  const common = {
    covered: updates.filter(({ position }) => position <= covers).length,
    position: Math.max(covers, updates.at(-1)?.position ?? 0),
  };
  const unreadable = snapshot && problemOf(snapshot);
  if (unreadable !== undefined)
    return { ...common, bad: [], refusal: `its snapshot: ${unreadable}`, state: undefined, waiting: 0 };
  const bad: { position: number; reason: string }[] = [];
  const good: { readonly position: number; readonly bytes: Uint8Array }[] = [];
  for (const row of updates) {
    const reason = problemOf(row);
    if (reason === undefined && row.bytes !== undefined)
      good.push({ position: row.position, bytes: row.bytes });
    else bad.push({ position: row.position, reason: reason ?? 'it is empty' });
  }
  const opened = open(snapshot?.bytes, good, bad);
  if (typeof opened === 'string') return { ...common, bad, refusal: opened, state: undefined, waiting: 0 };
  const { state, waiting } = opened;
  if (bad.length > 0 && isEmpty(state))
    return {
      ...common,
      bad,
      refusal: 'nothing of it can be shown without what is damaged',
      state: undefined,
      waiting,
    };
  return { ...common, bad, refusal: undefined, state, waiting };
}

/** Why a row is of no use; `undefined` when it is. */
function problemOf({ bytes, problem }: InspectedRow): string | undefined {
  if (problem !== undefined || bytes === undefined) return problem ?? 'it is empty';
  try {
    Y.decodeUpdate(bytes);
    return undefined;
  } catch {
    return 'it is no Yjs update';
  }
}

/** The document with all `good` rows that Yjs integrates; the others go over to `bad`. */
function open(
  snapshot: Uint8Array | undefined,
  good: readonly { readonly position: number; readonly bytes: Uint8Array }[],
  bad: { position: number; reason: string }[],
): { readonly state: Uint8Array; readonly waiting: number } | string {
  const make = (rows: readonly Uint8Array[]) => new RoomDocument({ snapshot, updates: rows, position: 0 });
  const describe = (document: RoomDocument) => {
    const found = { state: document.encode(), waiting: document.pendingBytes };
    document.destroy();
    return found;
  };
  try {
    return describe(make(good.map(({ bytes }) => bytes)));
  } catch {
    // One by one, to find out which.
  }
  let document: RoomDocument;
  try {
    document = make([]);
  } catch {
    return 'its snapshot: Yjs cannot read it';
  }
  const taken: Uint8Array[] = [];
  for (const { position, bytes } of good) {
    try {
      document.apply([bytes]);
      taken.push(bytes);
    } catch {
      // What it has left behind half done is thrown away with the document.
      document.destroy();
      document = make(taken);
      bad.push({ position, reason: 'Yjs cannot integrate it' });
    }
  }
  bad.sort((a, b) => a.position - b.position);
  return describe(document);
}

function isEmpty(state: Uint8Array): boolean {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    return doc.store.clients.size === 0;
  } finally {
    doc.destroy();
  }
}
