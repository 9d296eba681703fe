/** Numbers collected one by one, to be asked for their percentiles afterwards. */
export class Distribution {
  #values = new Float64Array(1024);
  #count = 0;
  #sorted = false;

  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
    this.#sorted = false;
  }

  /** Adds all of another distribution. */
  addAll(other: Distribution): void {
    for (const value of other.#values.subarray(0, other.#count)) this.add(value);
  }

  /**
   * The smallest value that at least this share of all values do not exceed (nearest rank).
   * @param share 0..1; 0.5 is the median
   * @returns `NaN` when there are no values
   */
  percentile(share: number): number {
    const values = this.#values.subarray(0, this.#count);
    if (!this.#sorted) values.sort();
    this.#sorted = true;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    return values[rank - 1] ?? Number.NaN;
  }
}
