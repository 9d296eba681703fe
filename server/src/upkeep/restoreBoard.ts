import * as Y from 'yjs';
import { LIFE_NOTE, placeOf, read } from '../lifeNotes.ts';
import { clientsOf } from '../relay/lives.ts';
import {
  boardOfDocument,
  type InspectedDocument,
  type Inspection,
  type Repair,
  type TendedStore,
} from '../store/inspection.ts';
import { StoreError } from '../store/types.ts';
import { examine } from './examine.ts';

/**
 * Brings one board back from a backup: what the backup has of it and what can be read of it here become one
 * document each, in which newer changes win as ever. What cannot be read here is set aside.
 * @returns what was done, as lines for people.
 * @throws {StoreError} and then nothing of the board was changed
 */
export async function restoreBoard(
  backup: TendedStore,
  store: TendedStore,
  board: string,
): Promise<readonly string[]> {
  const [from, to] = [await backup.inspect(), await store.inspect()];
  let hand: Repair | undefined;
  try {
    await expectBoard(from, backup.place, board);
    await expectBoard(to, store.place, board);
    const names = (await from.documents()).filter((name) => boardOfDocument(name) === board);
    // All of them first, so that a backup that is no good changes nothing.
    const found = await Promise.all(
      names.map(async (name) => ({
        name,
        here: await to.document(name),
        state: stateIn(name, await from.document(name)),
      })),
    );
    const erased = new Set<string>();
    for (const { name, state } of found) if (await wasErased(to, name, state)) erased.add(name);
    hand = await store.repair();
    const lines: string[] = [];
    for (const { name, here, state } of found)
      if (erased.has(name)) lines.push(`document ${name}: not brought back: it was erased since the backup`);
      else lines.push(...(await bring(name, state, here, hand)));
    return lines;
  } finally {
    await hand?.close();
    await from.close();
    await to.close();
  }
}

/** Whether what a backup has of a document was erased for good by now. */
async function wasErased(to: Inspection, document: string, state: Uint8Array): Promise<boolean> {
  const place = placeOf(document);
  if (place === undefined) return false;
  const value = await to.note(place.board, LIFE_NOTE, place.id);
  if (value === undefined) return false;
  const { over, former } = read({ value });
  return over || [...clientsOf(state)].some((client) => former.has(client));
}

async function expectBoard(
  { boards }: { boards(): Promise<readonly string[]> },
  place: string,
  board: string,
): Promise<void> {
  if (!(await boards()).includes(board))
    throw new StoreError('unavailable', `there is no board ${board} in ${place}`);
}

function stateIn(name: string, kept: InspectedDocument): Uint8Array {
  const { state, refusal } = examine(kept);
  if (state !== undefined) return state;
  throw new StoreError('corrupt', `document ${name} cannot be read in the backup either: ${refusal}`);
}

async function bring(
  name: string,
  state: Uint8Array,
  here: InspectedDocument,
  hand: Repair,
): Promise<readonly string[]> {
  const { snapshot, updates } = here;
  const lines: string[] = [];
  const readable: Uint8Array[] = [];
  if (snapshot !== undefined && examine({ snapshot, updates: [] }).state === undefined) {
    const number = await hand.setAside(
      { kind: 'snapshot', document: name },
      snapshot.problem ?? 'it cannot be read',
    );
    lines.push(`document ${name}: its snapshot was set aside: row ${number} of the table set_aside`);
  } else if (snapshot?.bytes !== undefined) readable.push(snapshot.bytes);
  const bad = new Map(
    examine({ snapshot: undefined, updates }).bad.map(({ position, reason }) => [position, reason]),
  );
  for (const { position, bytes } of updates) {
    const reason = bad.get(position);
    if (reason === undefined && bytes !== undefined) readable.push(bytes);
    else {
      const number = await hand.setAside(
        { kind: 'update', document: name, position },
        reason ?? 'it is empty',
      );
      lines.push(`document ${name}: update ${position} was set aside: row ${number} of the table set_aside`);
    }
  }
  const position = Math.max(snapshot?.position ?? 0, updates.at(-1)?.position ?? 0);
  await hand.replace(name, Y.mergeUpdates([state, ...readable]), position);
  return [...lines, `document ${name}: restored, with ${readable.length} parts that were here`];
}
