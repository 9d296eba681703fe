import { randomBytes } from 'node:crypto';
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type * as Y from 'yjs';
import { bearer, get, join, type Made, makeBoard } from '../../api/client.ts';
import { openPeer } from '../../api/peer.ts';
import { startServer, temporaryDirectory } from '../../api/server.ts';

/** A data directory with boards on which people have worked, and no server on it. */
export interface Boards {
  readonly dataDir: string;
  readonly made: readonly Made[];
  /** What each board was, as its export. */
  readonly exports: readonly unknown[];
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Brings a picture to a board. Returns its hash. */
export async function bringPicture(made: Made, bytes = 3000): Promise<string> {
  const response = await fetch(`${made.api}/pictures`, {
    method: 'POST',
    headers: { ...bearer(await join(made, made.facilitator)), 'content-type': 'image/png' },
    body: Uint8Array.from([...PNG, ...randomBytes(bytes)]),
  });
  const { hash } = (await response.json()) as { readonly hash: string };
  return hash;
}

export const marks = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('marks');

/** Edits a board as its facilitator, each edit an update of its own. */
export async function edit(url: string, made: Made, edits: number, prefix = 'edit'): Promise<void> {
  const peer = openPeer(url, made.board, await join(made, made.facilitator));
  await peer.synced;
  for (let index = 0; index < edits; index++) {
    marks(peer.doc).set(`${prefix} ${index}`, `text ${index} ${'x'.repeat(200)}`);
    await peer.saved();
  }
  peer.close();
  await peer.closed;
}

export async function exportOf(made: Made): Promise<unknown> {
  return (await get(`${made.api}/export.json`, bearer(await join(made, made.facilitator)))).body;
}

/** Makes boards, works on them, and stops the server so that updates lie beside their snapshots. */
export async function makeBoards(count: number, edits = 5): Promise<Boards> {
  const dataDir = joinPath(temporaryDirectory(), 'data');
  const server = await startServer({ DATA_DIR: dataDir, RELAY_LINGER: '3600000' });
  const made: Made[] = [];
  const exports: unknown[] = [];
  for (let index = 0; index < count; index++) {
    const board = await makeBoard(server.url, TITLED(index));
    await edit(server.url, board, edits);
    await bringPicture(board);
    made.push(board);
    exports.push(await exportOf(board));
  }
  await server.stop();
  return { dataDir, made, exports };
}

const TITLED = (index: number) => ({
  title: `Board ${index}`,
  partners: [{ name: 'Gemeente Veenwaarde' }, { name: 'Lageland Netbeheer' }],
});

/** The same board on another server. */
export const on = (made: Made, url: string): Made => ({ ...made, api: `${url}/api/boards/${made.board}` });

/** Changes the database behind the program's back. */
export function tamper<T>(dataDir: string, change: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(joinPath(dataDir, 'samenbord.sqlite'));
  try {
    return change(database);
  } finally {
    database.close();
  }
}
