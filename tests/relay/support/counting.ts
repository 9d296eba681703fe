/** Figures by name, and by name and label. */
export class CountingMetrics {
  readonly values = new Map<string, number>();

  add(name: string, amount = 1, label?: string): void {
    this.#count(name, amount);
    if (label !== undefined) this.#count(`${name} ${label}`, amount);
  }

  move(name: string, change: number): void {
    this.#count(name, change);
  }

  observe(name: string): void {
    this.#count(name, 1);
  }

  of(name: string): number {
    return this.values.get(name) ?? 0;
  }

  #count(name: string, amount: number): void {
    this.values.set(name, this.of(name) + amount);
  }
}
