export { Turns } from '../turns.ts';
export type { Migrate } from './document.ts';
export { RELAY_LIMITS, type RelayLimits, type SocketServerOptions, socketServerOptions } from './limits.ts';
export { clientsOf, type Life, type Lives } from './lives.ts';
export {
  type MetricDescription,
  noMetrics,
  RELAY_METRICS,
  type RelayMetricName,
  type RelayMetrics,
} from './metrics.ts';
export type { OwnPlace, OwnPlaces } from './own.ts';
export { createRelay, type RelayOptions } from './relay.ts';
export type { Relay, Session } from './types.ts';
