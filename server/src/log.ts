import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/**
 * The log: JSON lines, on standard error unless told otherwise. Written at once, so that the last lines
 * before an end are not lost.
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Logger {
  return pino({ level, base: null }, destination ?? pino.destination({ fd: 2, sync: true }));
}
