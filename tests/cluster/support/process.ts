import { type RelayProcess, startServing } from '../../relay/support/process.ts';

/** A node in a process of its own. */
export type NodeProcess = RelayProcess;

/** Starts a node as a process; it is killed when the test ends. */
export function startNodeProcess(url: string, redis: string): Promise<NodeProcess> {
  const prefix = `${new URL(url).pathname}:`;
  return startServing(new URL('./child.ts', import.meta.url), [url, redis, prefix]);
}
