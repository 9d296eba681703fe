import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What figures were measured on; nothing that names the machine or its owner. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** GB */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** How many processes wanted a core when it began, over a minute: what else was going on. */
  readonly loadBefore: number;
  /** YYYY-MM-DD */
  readonly day: string;
}

export function describeMachine(): Machine {
  const [first] = cpus();
  return {
    processor: (first?.model ?? 'unknown').trim(),
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    day: new Date().toISOString().slice(0, 10),
  };
}

/** The machine in a sentence. */
export function machineSentence(machine: Machine): string {
  const { processor, cores, memory, system, node, loadBefore, day } = machine;
  const hardware = `${cores} cores (${processor}), ${memory} GB`;
  return `Measured on ${day}: ${hardware}, ${system}, Node.js ${node}; load average ${loadBefore} before it began.`;
}
