import { useState } from 'react';
import { notifyFailedAct } from '../../session/index.ts';

/** Something asked of the server, one at a time; a failure is said in words. */
export interface Act {
  readonly busy: boolean;
  /** @returns whether it was done */
  run(ask: () => Promise<unknown>): Promise<boolean>;
}

export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async run(ask) {
      setBusy(true);
      try {
        await ask();
        return true;
      } catch (error) {
        notifyFailedAct(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
