import { parseDocumentName } from '@samenbord/shared/board';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import type { Note } from './store/types.ts';

/** The kind of the notes of documents that end or are begun anew; see `boards/lives.ts`. */
export const LIFE_NOTE = 'life';

const lifeSchema = z.object({
  over: z.boolean(),
  /** Client ids in ascending order, each as what it is more than the one before: varUints, base64. */
  former: z.string(),
});

/** What a note says. */
export interface Kept {
  readonly over: boolean;
  readonly former: ReadonlySet<number>;
}

/** Of a document that was never erased. */
export const BEGUN: Kept = { over: false, former: new Set() };

/** The id of the note of a silent round. */
export const roundId = (round: string): string => `silent/${round}`;

/** Where a document's note is; all of one silent round have one. */
export function placeOf(document: string): { readonly board: string; readonly id: string } | undefined {
  const name = parseDocumentName(document);
  switch (name?.kind) {
    case 'private':
      return { board: name.board, id: `private/${name.partner}` };
    case 'silent':
      return { board: name.board, id: roundId(name.round) };
    default:
      return undefined;
  }
}

/** A note's value. */
export function written({ over, former }: Kept): string {
  const encoder = encoding.createEncoder();
  let last = 0;
  for (const client of [...former].sort((a, b) => a - b)) {
    encoding.writeVarUint(encoder, client - last);
    last = client;
  }
  return JSON.stringify({ over, former: Buffer.from(encoding.toUint8Array(encoder)).toString('base64') });
}

/** @throws when it cannot be read: what was erased must not come back by an accident */
export function read({ value }: Pick<Note, 'value'>): Kept {
  const { over, former: encoded } = lifeSchema.parse(JSON.parse(value));
  const decoder = decoding.createDecoder(Buffer.from(encoded, 'base64'));
  const former = new Set<number>();
  for (let last = 0; decoding.hasContent(decoder); ) {
    last += decoding.readVarUint(decoder);
    former.add(last);
  }
  return { over, former };
}
