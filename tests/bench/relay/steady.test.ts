import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { CONTENDERS, withServer } from './contenders.ts';
import { crash } from './crash.ts';
import { steady } from './steady.ts';

const contender = (name: string) => {
  const found = CONTENDERS[name];
  if (found === undefined) throw new Error(`there is no contender ${name}`);
  return found;
};

function temporary(): string {
  const data = mkdtempSync(join(tmpdir(), 'samenbord-bench-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

it.each(['frames', 'ours'])('finds that %s gives everybody everything', async (name) => {
  const relay = contender(name);
  const rates = { updates: 20, states: 10 };
  const options = { boards: 2, people: 3, rates, warmUp: 200, measured: 500 };
  const found = await withServer(relay, { data: temporary() }, (server) => steady(relay, server, options));
  expect(found.seen).toBe(1);
  expect(found.deliveries).toBeGreaterThan(0);
  // More than was sent cannot have been delivered: two boards, three senders, two receivers each.
  expect(found.deliveries).toBeLessThanOrEqual(2 * 3 * 2 * (30 * 0.7 + 2));
});

it('sees what a relay without a store loses, and that ours does not', async () => {
  const options = { people: 2, updates: 20, before: 400 };
  const frames = await crash(contender('frames'), temporary(), options);
  expect(frames.seen).toBeGreaterThan(0);
  expect(frames.lost).toBe(frames.seen);
  const ours = await crash(contender('ours'), temporary(), options);
  expect(ours.seen).toBeGreaterThan(0);
  expect(ours.lost).toBe(0);
});
