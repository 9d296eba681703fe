import type { IncomingMessage } from 'node:http';
import type { ServerRates } from '../config.ts';
import { countedAs } from './address.ts';
import { tooMany } from './errors.ts';
import type { Metrics } from './metrics.ts';
import { createRateLimit, type RateLimit } from './rate.ts';

/**
 * Counts a try at a spoken code as a wrong one. It is counted before the code is looked up, so that many tries at one
 * moment count like many one after the other.
 * @returns what to call when it was right
 * @throws {HttpError} `too-many`
 */
export type CodeTried = (request: IncomingMessage) => () => void;

/** Wrong codes that a site may have in an hour without being counted among those that guess. */
export const FIRST_WRONG = 3;
const HOUR = 60 * 60_000;

/** In the place of an address, where all count together. */
const EVERYBODY = 'everybody';

/**
 * Guessing has to be hopeless from however many addresses, and nobody who guesses may keep others out. So there are
 * two budgets for all together: one for sites that had hardly any wrong code in the last hour, which one hostile site
 * can take only {@link FIRST_WRONG} of, and one for those that had more. SECURITY.md has the arithmetic.
 */
export function createCodeTries(
  limits: Pick<Record<keyof ServerRates, RateLimit>, 'code' | 'codeFirst' | 'codeWrong'>,
  metrics: Pick<Metrics, 'rateLimited'>,
  addressOf: (request: IncomingMessage) => string,
  now: () => number,
): CodeTried {
  const own = createRateLimit(FIRST_WRONG, now, HOUR);

  return (request) => {
    const address = addressOf(request);
    const taken: (() => void)[] = [];
    const giveBack = (): void => {
      for (const back of taken) back();
    };
    /** @returns ms to wait; 0 when it was taken */
    const take = (limit: RateLimit, by: string): number => {
      const wait = limit.take(by);
      if (wait === 0) taken.push(() => limit.giveBack(by));
      return wait;
    };
    const refuse = (what: keyof ServerRates, wait: number): never => {
      // What is refused was not tried, so it is no wrong one.
      giveBack();
      metrics.rateLimited(what);
      throw tooMany(wait);
    };

    const network = take(limits.code, countedAs(address));
    if (network > 0) refuse('code', network);
    const site = countedAs(address, 'site');
    if (own.take(site) === 0) {
      if (take(limits.codeFirst, EVERYBODY) === 0) {
        taken.push(() => own.giveBack(site));
        return giveBack;
      }
      own.giveBack(site);
    }
    const wait = take(limits.codeWrong, EVERYBODY);
    if (wait > 0) refuse('codeWrong', wait);
    return giveBack;
  };
}
