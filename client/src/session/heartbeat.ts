/**
 * Finds connections that look open and are dead: a laptop that slept, a Wi-Fi that changed, a proxy that
 * forgot. The browser does not tell, and pings of the relay are invisible to a page.
 */

/** Times in ms. */
export interface HeartbeatTimes {
  /** How long may nothing come in before asking for a sign of life. */
  readonly quiet: number;
  /** The same while changes wait to be acknowledged: then silence is suspect sooner. */
  readonly quietWhileWaiting: number;
  /** How long the answer, or a connection being made, may take. */
  readonly patience: number;
}

export const HEARTBEAT: HeartbeatTimes = { quiet: 15_000, quietWhileWaiting: 3_000, patience: 8_000 };

/** The connection as the heartbeat sees it. Times in ms of the same clock. */
export interface Pulse {
  readonly phase: 'connecting' | 'open' | 'none';
  /** When the phase began. */
  readonly since: number;
  /** When something came in last; 0 for never. */
  readonly heard: number;
  /** When a sign of life was asked for last; 0 for never. */
  readonly asked: number;
  readonly waiting: boolean;
}

/**
 * What to do now. A silence alone never kills a connection, only an unanswered question does: the timers
 * of a page in the background stand still for minutes.
 */
export function diagnose(
  pulse: Pulse,
  now: number,
  times: HeartbeatTimes = HEARTBEAT,
): 'fine' | 'ask' | 'dead' {
  if (pulse.phase === 'none') return 'fine';
  if (pulse.phase === 'connecting') return now - pulse.since > times.patience ? 'dead' : 'fine';
  const heard = Math.max(pulse.heard, pulse.since);
  if (pulse.asked > heard) return now - pulse.asked > times.patience ? 'dead' : 'fine';
  const quiet = pulse.waiting ? times.quietWhileWaiting : times.quiet;
  return now - heard > quiet ? 'ask' : 'fine';
}
