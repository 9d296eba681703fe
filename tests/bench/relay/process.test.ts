import { expect, it } from 'vitest';
import { cpuTime, machineBusy, parseCpuTime, parseMachineBusy } from './process.ts';

it('reads user and system time, whatever the process is called', () => {
  const rest = 'S 1 2 3 4 5 6 7 8 9 10 123 45 0 0 20 0 11 0';
  expect(parseCpuTime(`4242 (node) ${rest}`)).toBe(1680);
  expect(parseCpuTime(`4242 (a) (b c) ${rest}`)).toBe(1680);
  expect(() => parseCpuTime('4242 (node) S 1')).toThrow(/proc/);
});

it('grows while this process works', () => {
  const before = cpuTime(process.pid);
  let sum = 0;
  while (cpuTime(process.pid) - before < 30) for (let n = 0; n < 1e5; n++) sum += n % 7;
  expect(sum).toBeGreaterThan(0);
  // Threads count: it cannot be less than what Node knows of itself, but for the last tick of each kind.
  const { user, system } = process.cpuUsage();
  expect(Math.abs(cpuTime(process.pid) - (user + system) / 1000)).toBeLessThan(100);
});

it('adds up what keeps the cores busy', () => {
  expect(parseMachineBusy('cpu  10 2 30 400 50 6 7 80 0 0\ncpu0 1 1 1 1\n')).toBe(550);
  expect(machineBusy()).toBeGreaterThan(cpuTime(process.pid));
});
