import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { ORIGIN, type Origin } from './origin.ts';
import { LINK_KINDS, type Link } from './types.ts';

/** Lines between stickers: the map `links` from id to one flat value, which is never changed in part. */
const linkSchema = z.object({ from: z.string(), to: z.string(), kind: z.enum(LINK_KINDS) });

export const linksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('links');

/** All lines, also those of which an end is not on the board now; and how many did not fit. */
export function readLinks(doc: Y.Doc): { links: ReadonlyMap<string, Link>; unreadable: number } {
  const links = new Map<string, Link>();
  let unreadable = 0;
  for (const [id, value] of linksOf(doc)) {
    const parsed = linkSchema.safeParse(value);
    if (parsed.success) links.set(id, { id, ...parsed.data });
    else unreadable += 1;
  }
  return { links, unreadable };
}

/** A line without its id: what the document keeps under that. */
export type LinkValue = Omit<Link, 'id'>;

/** Adds lines in one transaction. */
export function addLinks(doc: Y.Doc, links: readonly Link[], origin: Origin = ORIGIN.addLink): void {
  doc.transact(() => {
    for (const { id, from, to, kind } of links) linksOf(doc).set(id, { from, to, kind });
  }, origin);
}

/** Writes lines that are there, or were, and takes off those that are `undefined`: one transaction. */
export function writeLinks(doc: Y.Doc, values: ReadonlyMap<string, LinkValue | undefined>): void {
  doc.transact(() => {
    for (const [id, value] of values) {
      if (value === undefined) linksOf(doc).delete(id);
      else linksOf(doc).set(id, { from: value.from, to: value.to, kind: value.kind });
    }
  }, ORIGIN.writeLinks);
}

/** Removes lines in one transaction. */
export function removeLinks(doc: Y.Doc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) linksOf(doc).delete(id);
  }, ORIGIN.removeLink);
}
