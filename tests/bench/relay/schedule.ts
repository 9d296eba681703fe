/** One message to be sent. */
export interface Send {
  /** ms after the start. */
  readonly at: number;
  /** Which person, counted over all boards. */
  readonly person: number;
  readonly kind: 'update' | 'state';
  /** Which message of this person and kind, from 0. */
  readonly index: number;
}

/** Messages per second and person. */
export interface Rates {
  readonly updates: number;
  readonly states: number;
}

/**
 * When everybody sends what, in order of time. Every person keeps an even beat; the beats of the people
 * are spread evenly over one interval, and a person's presence comes half an interval after their updates:
 * people do not move in step, and a relay must not gain by it if they did.
 * @param duration ms
 */
export function schedule(people: number, rates: Rates, duration: number): Send[] {
  const sends: Send[] = [];
  const add = (kind: Send['kind'], rate: number, shift: number): void => {
    const interval = 1000 / rate;
    for (let person = 0; person < people; person++) {
      const phase = ((person / people + shift) % 1) * interval;
      for (let index = 0; phase + index * interval < duration; index++)
        sends.push({ at: phase + index * interval, person, kind, index });
    }
  };
  if (rates.updates > 0) add('update', rates.updates, 0);
  if (rates.states > 0) add('state', rates.states, 0.5);
  return sends.sort((a, b) => a.at - b.at);
}
