import type { SessionHandle } from './types.ts';

/** ms after which one does not wait any longer: offline, or a server that cannot write. */
const PATIENCE = 15_000;

/**
 * Waits until everything this page did is on the server's disk, so that it may be asked about it.
 * @throws {Error} when that takes too long, or the connection ended
 */
export async function whenSaved(
  { status }: Pick<SessionHandle, 'status'>,
  patience: number = PATIENCE,
): Promise<void> {
  // What was done in this very task is counted in the next.
  await new Promise((resolve) => setTimeout(resolve));
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      const { kind } = status.get();
      if (kind === 'saved') finish(resolve);
      else if (kind === 'ended') finish(() => reject(new Error('the connection ended')));
    };
    const finish = (then: () => void): void => {
      stop();
      clearTimeout(late);
      then();
    };
    const late = setTimeout(() => finish(() => reject(new Error('it is not saved yet'))), patience);
    const stop = status.subscribe(look);
    look();
  });
}
