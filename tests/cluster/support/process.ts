import { type RelayProcess, serving, spawnChild, startServing } from '../../relay/support/process.ts';

/** A node in a process of its own. */
export type NodeProcess = RelayProcess;

/** Starts a node as a process; it is killed when the test ends. */
export function startNodeProcess(url: string, redis: string): Promise<NodeProcess> {
  return startServing(CHILD, argumentsOf(url, redis));
}

/** A node whose code is loaded; called, it starts. It is killed when the test ends. */
export function nodeOnStandBy(url: string, redis: string): () => Promise<NodeProcess> {
  const child = spawnChild(CHILD, [], []);
  return () => {
    child.send(argumentsOf(url, redis));
    return serving(child);
  };
}

const CHILD = new URL('./child.ts', import.meta.url);

const argumentsOf = (url: string, redis: string): string[] => [url, redis, `${new URL(url).pathname}:`];
