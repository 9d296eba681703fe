import type { Nodes, NoteName, Withdrawal } from './cluster/index.ts';
import type { Log, SharedStore } from './store/index.ts';

/** What one does about what other nodes did. Each may be called again for the same. */
export interface Following {
  /** A link was withdrawn. */
  withdrawn(withdrawal: Withdrawal): void;
  /** A note was written, by its kind. It may have been removed since. A failure is logged and tried again. */
  readonly noted: Readonly<Record<string, (name: NoteName) => Promise<void> | void>>;
}

/** How far back the database is asked, ms: more than the clocks of the nodes and of the database differ. */
const LOOK_BACK = 10 * 60_000;

/**
 * Follows what other nodes do that must hold here too: when that is said on the bus, and also when only the
 * database knows.
 * @param now ms since the epoch.
 * @returns what ends that.
 */
export function followOthers(
  { store, nodes }: { readonly store: SharedStore; readonly nodes: Nodes },
  log: Log,
  now: () => number,
  { withdrawn, noted }: Following,
): () => void {
  let asked = now();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  nodes.onWithdrawn(withdrawn);
  nodes.onNoted((name) => {
    if (!Object.hasOwn(noted, name.kind)) return;
    Promise.resolve(noted[name.kind]?.(name)).catch((error: unknown) =>
      log.debug({ err: error, kind: name.kind }, 'the database did not say what was changed elsewhere'),
    );
  });

  async function look(): Promise<void> {
    const time = now();
    const since = asked - LOOK_BACK;
    try {
      for (const { board, id } of await store.withdrawnSince(since)) withdrawn({ board, link: id });
      for (const [kind, follow] of Object.entries(noted))
        for (const { board, id } of await store.notesOfKind(kind, since)) await follow({ board, kind, id });
      asked = time;
    } catch (error) {
      log.debug({ err: error }, 'the database did not say what was changed elsewhere');
    }
    schedule();
  }
  function schedule(): void {
    if (stopped) return;
    timer = setTimeout(
      () => void look(),
      nodes.carrying ? nodes.paces.check : nodes.paces.checkAlone,
    ).unref();
  }

  schedule();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
