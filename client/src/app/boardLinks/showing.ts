import type { SpokenCodeResponse } from '@samenbord/shared/protocol';
import type { LinkCalls } from '../../session/index.ts';
import { ApiFailure } from '../../session/index.ts';

/** What there is to show. */
export type SpokenCode =
  | { readonly kind: 'asking' }
  | ({ readonly kind: 'shown' } & SpokenCodeResponse)
  | { readonly kind: 'failed' };

/** How often in its lease a code is renewed. */
const RENEWALS = 4;
/** How long after a failure it is tried again, ms. */
const RETRY = 3_000;

/**
 * Shows a code for a link: asks for one, renews it, asks for another when it has ended.
 * @param tell what there is to show
 * @returns what ends it
 */
export function showCode(
  calls: Pick<LinkCalls, 'showCode' | 'renewCode' | 'endCode'>,
  link: string,
  tell: (code: SpokenCode) => void,
): () => void {
  let stopped = false;
  let current: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (code: string): void => void calls.endCode(link, code).catch(() => undefined);

  const next = async (): Promise<void> => {
    try {
      took(await (current === undefined ? calls.showCode(link) : calls.renewCode(link, current)));
    } catch (error) {
      if (!stopped) failed(error instanceof ApiFailure && error.code === 'wrong-code');
    }
  };
  const again = (pause: number): void => {
    timer = setTimeout(() => void next(), pause);
  };
  const took = (shown: SpokenCodeResponse): void => {
    // Closed while the server was being asked: nobody sees it.
    if (stopped) {
      end(shown.code);
      return;
    }
    current = shown.code;
    tell({ kind: 'shown', ...shown });
    again(shown.lease / RENEWALS);
  };
  const failed = (ended: boolean): void => {
    if (ended) current = undefined;
    // While there is one that may still be good, a lost connection shows nothing else.
    else if (current === undefined) tell({ kind: 'failed' });
    again(ended ? 0 : RETRY);
  };
  void next();

  return () => {
    if (stopped) return;
    stopped = true;
    clearTimeout(timer);
    if (current !== undefined) end(current);
  };
}
