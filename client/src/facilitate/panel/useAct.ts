import { useState } from 'react';
import { text } from '../../i18n/index.ts';
import { ApiFailure } from '../../session/index.ts';
import { notify } from '../../ui/index.ts';

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
        notify({ text: text('facilitate', wordsOf(error)), tone: 'trouble' });
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Why an act was not done, as the key of a text. */
export function wordsOf(error: unknown): 'act.network' | 'act.forbidden' | 'act.tooMany' | 'act.failed' {
  if (!(error instanceof ApiFailure)) return 'act.failed';
  switch (error.code) {
    case 'network':
    case 'unavailable':
      return 'act.network';
    case 'unauthorised':
    case 'forbidden':
      return 'act.forbidden';
    case 'too-many':
      return 'act.tooMany';
    default:
      return 'act.failed';
  }
}
