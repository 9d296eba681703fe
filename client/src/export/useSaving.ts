import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardView } from '../board/types.ts';
import { download } from '../ui/download.ts';
import { type FailureReason, PictureFailure } from './failure.ts';
import type { Shelf } from './pictures.ts';
import { type PictureOptions, renderSheetPng } from './renderSheetPng.ts';

/** How far saving is. */
export type Saving =
  | { readonly kind: 'idle' | 'cancelled' }
  /** `share` of the work that is done, 0 to 1. */
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason | 'other' };

export interface Saver {
  readonly saving: Saving;
  /** Makes the picture and gives it to the browser's downloads. */
  save(view: BoardView, options: PictureOptions, file: string): void;
  cancel(): void;
  /** Forgets how the last time ended. */
  reset(): void;
}

/** Saves one picture at a time; stops when the dialog goes away. */
export function useSaving(shelf: Shelf): Saver {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const save = useCallback(
    (view: BoardView, options: PictureOptions, file: string) => {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      const say = (next: Saving): void => {
        if (running.current === stop) setSaving(next);
      };
      say({ kind: 'working', share: 0 });
      const onProgress = (share: number): void => say({ kind: 'working', share });
      renderSheetPng(view, options, { shelf, signal: stop.signal, onProgress }).then(
        (picture) => {
          if (stop.signal.aborted) return;
          download(picture, file);
          say({ kind: 'saved', file });
        },
        (error: unknown) => say(endOf(error, stop.signal)),
      );
    },
    [shelf],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const reset = useCallback(() => setSaving({ kind: 'idle' }), []);
  return { saving, save, cancel, reset };
}

function endOf(error: unknown, signal: AbortSignal): Saving {
  if (signal.aborted) return { kind: 'cancelled' };
  return { kind: 'failed', reason: error instanceof PictureFailure ? error.reason : 'other' };
}
