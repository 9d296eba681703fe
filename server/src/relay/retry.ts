export interface RetryBounds {
  /** First pause before a refused write is tried again, ms. */
  readonly retryFirst: number;
  /** Longest pause, ms. */
  readonly retryMost: number;
}

/** How long to wait after the failure number `attempt` (from 0), ms: twice as long each time, up to a bound. */
export function retryPause(attempt: number, bounds: RetryBounds): number {
  return Math.min(bounds.retryMost, bounds.retryFirst * 2 ** Math.min(attempt, 30));
}
