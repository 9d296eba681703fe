import {
  type AppendResult,
  type DocumentStore,
  StoreError,
  type StoreErrorCode,
} from '../../../server/src/store/types.ts';
import { gate } from './until.ts';

type Verb = keyof DocumentStore;

/** A store whose verbs can be made to refuse or to hang, one by one, in front of a real one. */
export class FaultyStore implements DocumentStore {
  readonly inner: DocumentStore;
  readonly #refusing = new Map<Verb, StoreErrorCode>();
  readonly #holding = new Map<Verb, { readonly opened: Promise<void>; readonly open: () => void }>();
  /** How often each verb was called. */
  readonly calls = new Map<Verb, number>();
  /** Highest position that a `synced` has resolved for. */
  syncedUpTo = 0;

  constructor(inner: DocumentStore) {
    this.inner = inner;
  }

  /** From now on `verb` throws, until {@link heal}. */
  refuse(verb: Verb, code: StoreErrorCode = 'disk-full'): void {
    this.#refusing.set(verb, code);
  }

  /** From now on `verb` hangs, until {@link heal}. */
  hold(verb: Verb): void {
    this.#holding.set(verb, gate());
  }

  /** What hung goes on. */
  release(verb: Verb): void {
    this.#holding.get(verb)?.open();
    this.#holding.delete(verb);
  }

  /** `verb` works again. */
  heal(verb: Verb): void {
    this.#refusing.delete(verb);
    this.release(verb);
  }

  count(verb: Verb): number {
    return this.calls.get(verb) ?? 0;
  }

  async append(document: string, updates: readonly Uint8Array[]): Promise<AppendResult> {
    await this.#fault('append');
    return this.inner.append(document, updates);
  }

  async synced(position: number): Promise<void> {
    await this.#fault('synced');
    await this.inner.synced(position);
    this.syncedUpTo = Math.max(this.syncedUpTo, position);
  }

  async load(document: string): ReturnType<DocumentStore['load']> {
    await this.#fault('load');
    return this.inner.load(document);
  }

  async compact(document: string, snapshot: Uint8Array, covers: number): Promise<void> {
    await this.#fault('compact');
    await this.inner.compact(document, snapshot, covers);
  }

  async remove(document: string): Promise<void> {
    await this.#fault('remove');
    await this.inner.remove(document);
  }

  async #fault(verb: Verb): Promise<void> {
    this.calls.set(verb, this.count(verb) + 1);
    await this.#holding.get(verb)?.opened;
    const code = this.#refusing.get(verb);
    if (code !== undefined) throw new StoreError(code, `made to fail: ${verb}`);
  }
}
