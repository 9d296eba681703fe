import { useState } from 'react';
import { notifyFailedAct } from '../session/index.ts';
import { notify } from '../ui/index.ts';

/** An act of the server that a dialog asks for, and whether it is under way. */
export interface DialogAct {
  readonly busy: boolean;
  readonly go: () => void;
}

/**
 * Does an act once at a time: says `done` and closes the dialog when it went well; otherwise says why not and leaves
 * it open, so that one can try again.
 */
export function useAct(act: () => Promise<unknown>, done: string, onClose: () => void): DialogAct {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await act();
      notify({ text: done, about: 'homework' });
      onClose();
    } catch (error) {
      notifyFailedAct(error);
      setBusy(false);
    }
  };
  return { busy, go: () => void run() };
}
