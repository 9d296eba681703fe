/** The moment at which a day ends here, in ms since the epoch; `undefined` for what is no day (`YYYY-MM-DD`). */
export function endOfDay(day: string): number | undefined {
  const [year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  // What the calendar does not have, such as 30 February, `Date` takes for a day further on.
  const itself = new Date(year, month - 1, date);
  const exists = itself.getMonth() === month - 1 && itself.getDate() === date;
  return exists ? new Date(year, month - 1, date + 1).getTime() : undefined;
}

/** The day that ends at this moment, or in which it lies, as `YYYY-MM-DD`. */
export function lastDayOf(end: number): string {
  const day = new Date(end - 1);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
