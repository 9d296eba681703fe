/** A list with one item a place earlier (-1) or later (1); `undefined` when there is no such item or place. */
export function moved<T>(items: readonly T[], from: number, by: -1 | 1): readonly T[] | undefined {
  const [item, other] = [items[from], items[from + by]];
  return item === undefined || other === undefined
    ? undefined
    : items.with(from, other).with(from + by, item);
}
