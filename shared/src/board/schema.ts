import type * as Y from 'yjs';
import { ORIGIN } from './origin.ts';

/**
 * The version of the documents' shape that this program writes. It is kept in each document, in the
 * map `meta` under `schema`, so that a client older than a document knows to keep its hands off it.
 */
export const SCHEMA_VERSION = 1;

/** One numbered step from `to - 1` to `to`. It runs inside a transaction and must be repeatable. */
export interface Migration {
  readonly to: number;
  readonly up: (doc: Y.Doc) => void;
}

/** All steps, oldest first. Never change one that was released: add the next. */
export const MIGRATIONS: readonly Migration[] = [];

const meta = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');

/** The version a document says it has; 0 for one that was never written. */
export function schemaOf(doc: Y.Doc): number {
  const version = meta(doc).get('schema');
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : 0;
}

/** Whether this program is too old to write this document. */
export function isNewer(doc: Y.Doc, program: number = SCHEMA_VERSION): boolean {
  return schemaOf(doc) > program;
}

/** Stamps a document that was just made. Call inside the transaction that fills it. */
export function stampSchema(doc: Y.Doc, version: number = SCHEMA_VERSION): void {
  meta(doc).set('schema', version);
}

/**
 * Brings a document up to this program's version, in one transaction. Run by the relay after loading
 * and before anybody is answered, so that one writer does it once.
 * @returns the versions it went through; empty when there was nothing to do (new, current or newer).
 * @throws {RangeError} when `migrations` leave a gap.
 */
export function migrate(
  doc: Y.Doc,
  migrations: readonly Migration[] = MIGRATIONS,
  program: number = SCHEMA_VERSION,
): number[] {
  const from = schemaOf(doc);
  if (from === 0 || from >= program) return [];
  const steps = migrations.filter((step) => step.to > from && step.to <= program);
  steps.forEach((step, index) => {
    if (step.to !== from + 1 + index) throw new RangeError(`no migration to schema ${from + 1 + index}`);
  });
  if (steps.length !== program - from)
    throw new RangeError(`no migration to schema ${from + steps.length + 1}`);
  doc.transact(() => {
    for (const step of steps) step.up(doc);
    stampSchema(doc, program);
  }, ORIGIN.migrate);
  return steps.map((step) => step.to);
}
