import type { Bus } from './bus.ts';

/** The bus of a node that is alone: nobody listens. */
export function localBus(): Bus {
  return {
    subscribe: () => () => undefined,
    publish: () => undefined,
    renew: () => undefined,
    close: async () => undefined,
  };
}
