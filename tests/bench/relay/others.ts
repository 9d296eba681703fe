import { setTimeout as pause } from 'node:timers/promises';
import { machineBusy } from './process.ts';
import type { BenchServer } from './server.ts';

/** Load of other processes, 1 being one core, from which on a figure says little. */
export const DISTURBED = 0.3;

/** What was used between the start and the end of a measurement. Times in ms. */
export interface Usage {
  readonly elapsed: number;
  readonly serverCpu: number;
  /** How busy the generator was, 1 being one core. */
  readonly generatorLoad: number;
  /** How busy all other processes of the machine were, 1 being one core. */
  readonly othersLoad: number;
}

/** Begins to measure. @returns ends it */
export function startUsage(server: BenchServer): () => Usage {
  const start = performance.now();
  const cpu = server.cpu();
  const own = process.cpuUsage();
  const machine = machineBusy();
  return () => {
    const elapsed = performance.now() - start;
    const serverCpu = server.cpu() - cpu;
    const { user, system } = process.cpuUsage(own);
    const ownCpu = (user + system) / 1000;
    const others = machineBusy() - machine - serverCpu - ownCpu;
    return {
      elapsed,
      serverCpu,
      generatorLoad: ownCpu / elapsed,
      othersLoad: Math.max(0, others) / elapsed,
    };
  };
}

/** Waits until nothing else keeps the machine busy. @param patience ms. @returns how long it took, ms */
export async function quietMachine(patience: number): Promise<number> {
  const start = performance.now();
  const waited = (): number => performance.now() - start;
  while (waited() < patience) {
    const before = machineBusy();
    await pause(LOOK);
    if (machineBusy() - before < DISTURBED * LOOK) break;
  }
  return waited();
}

/** ms */
const LOOK = 1_000;
