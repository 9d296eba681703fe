import * as Y from 'yjs';
import { type Writable, writable } from '../session/readable.ts';
import type { Me, Other, SaveStatus } from '../session/types.ts';

/** A document beside the board without a connection, for tests. */
export interface FakeBeside {
  readonly me: Me;
  readonly doc: Y.Doc;
  readonly loaded: Writable<boolean>;
  readonly status: Writable<SaveStatus>;
  readonly others: Writable<readonly Other[]>;
  /** All announcements in order. */
  readonly announced: object[];
  announce(change: object): void;
  close(): void;
}

export function fakeBeside(me: Partial<Me> = {}): FakeBeside {
  const announced: object[] = [];
  return {
    me: { id: 'noor', name: 'Noor', role: 'partner', partner: 'gemeente', ...me },
    doc: new Y.Doc(),
    loaded: writable(true),
    status: writable<SaveStatus>({ kind: 'saved' }),
    others: writable<readonly Other[]>([]),
    announced,
    announce: (change) => void announced.push(change),
    close: () => undefined,
  };
}

/** The table of a new board, as its document. */
export function tableOf({ table }: { readonly table: Uint8Array }): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, table, 'network');
  return doc;
}
