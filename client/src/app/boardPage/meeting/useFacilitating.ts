import { useState } from 'react';
import type { SessionHandle } from '../../../session/index.ts';
import { recall, remember } from '../../remembered.ts';

/** Whether the facilitator's panel is shown; the same again after loading the tab anew. */
export function useFacilitating({ board, me }: SessionHandle) {
  const name = `facilitate.${board}`;
  const [wanted, setWanted] = useState(() => recall(name, 'tab') === 'shown');
  const set = (next: boolean): void => {
    setWanted(next);
    remember(name, next ? 'shown' : 'hidden', 'tab');
  };
  const shown = wanted && me.role === 'facilitator';
  return { shown, toggle: () => set(!shown), close: () => set(false) };
}
