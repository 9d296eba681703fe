import type { Metrics } from './metrics.ts';
import { sendJson, sendText } from './respond.ts';
import type { Route } from './router.ts';

export interface ProbeOptions {
  readonly metrics: Metrics;
  /** Whether the server can do its work now: the store answers and it is not going down. */
  readonly ready: () => Promise<boolean>;
}

/** What the machinery around the server asks: is it alive, can it work, how is it doing. */
export function probeRoutes({ metrics, ready }: ProbeOptions): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/healthz',
      action: 'anyone',
      handle: ({ response }) => sendJson(response, 200, { status: 'ok' }),
    },
    {
      method: 'GET',
      pattern: '/readyz',
      action: 'anyone',
      async handle({ response }) {
        const isReady = await ready();
        sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready' });
      },
    },
    {
      method: 'GET',
      pattern: '/metrics',
      action: 'anyone',
      async handle({ response }) {
        sendText(response, 200, metrics.registry.contentType, await metrics.registry.metrics());
      },
    },
  ];
}
