/** Work on many things, of which that on one thing is done one after the other. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves when what is asked for until now is done, however it ended. */
  done(key: string): Promise<void> {
    return this.#last.get(key) ?? Promise.resolve();
  }

  /** What is under way, of all things. */
  all(): readonly Promise<void>[] {
    return [...this.#last.values()];
  }

  /** Does `work` when all before it on this thing is done. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = this.done(key).then(work);
    const quietly = result.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, quietly);
    void quietly.then(() => {
      if (this.#last.get(key) === quietly) this.#last.delete(key);
    });
    return result;
  }
}
