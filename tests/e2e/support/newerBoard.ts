import { boardDocument } from '@samenbord/shared/board';
import * as Y from 'yjs';
import { openSqliteStore, silentLog } from '../../../server/src/store/index.ts';

/** Writes in the store of a server that stands still that a board is of another form, as a newer server would. */
export async function writeSchema(directory: string, board: string, schema: number): Promise<void> {
  const store = await openSqliteStore({ directory, log: silentLog });
  try {
    const document = boardDocument(board);
    const stored = await store.load(document);
    const doc = new Y.Doc();
    for (const update of [...(stored?.snapshot ? [stored.snapshot] : []), ...(stored?.updates ?? [])])
      Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    doc.getMap('meta').set('schema', schema);
    await store.append(document, [Y.encodeStateAsUpdate(doc, before)]);
  } finally {
    await store.close();
  }
}
