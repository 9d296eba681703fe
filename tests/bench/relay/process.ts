import { readFileSync } from 'node:fs';

/** Clock ticks per second in /proc: the same on every Linux that Node runs on. */
const TICKS = 100;

/** User and system time of a process with all its threads so far, ms; exact to 10 ms. */
export function cpuTime(pid: number): number {
  return parseCpuTime(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** utime and stime of a line of /proc/<pid>/stat, ms. The name before them may hold spaces and brackets. */
export function parseCpuTime(stat: string): number {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // The fields are numbered from 1 in proc(5): the first after the name is 3, utime is 14, stime is 15.
  const ticks = Number(afterName[14 - 3]) + Number(afterName[15 - 3]);
  if (!Number.isFinite(ticks)) throw new Error('/proc/<pid>/stat is not as proc(5) describes it');
  return (ticks * 1000) / TICKS;
}

/** Time that all cores together were busy since the machine started, ms. */
export function machineBusy(): number {
  return parseMachineBusy(readFileSync('/proc/stat', 'utf8'));
}

/** The busy time of the first line of /proc/stat, ms: all but idle and waiting for a disk. */
export function parseMachineBusy(stat: string): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (stat.split('\n', 1)[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return ((user + nice + system + irq + softirq) * 1000) / TICKS;
}
