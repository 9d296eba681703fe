/**
 * `npm run soak`: people who join, drag, lose their connections, leave and come again for ten minutes, and what
 * the server's memory is after it.
 *
 *     npm run soak -- --minutes 1
 *
 * Without flags the figures go into docs/; with `--minutes` they are only printed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CONTENDERS, withServer } from './relay/contenders.ts';
import type { BenchServer } from './relay/server.ts';
import { describeMachine, machineSentence } from './report/machine.ts';
import { publish } from './report/write.ts';
import { crowd, type Deeds, makeBoards } from './soak/crowd.ts';
import { isBack, type Memory, type SoakResult, soakTable, WITHIN } from './soak/table.ts';

const MINUTES = 10;
const MINUTE = 60_000;
const PEOPLE = 40;
const BOARDS = 10;
/** ms of the same before memory is looked at: until then code is compiled and caches fill. */
const WARM_UP = 3 * MINUTE;
/** ms after everybody left: longer than the server keeps a board on purpose. */
const AFTER = 45_000;

/** ms after garbage was collected: pages that became free are given back with a delay of up to 8 s. */
const GIVEN_BACK = 20_000;

/** @throws {RangeError} */
function readMinutes(): { readonly minutes: number; readonly whole: boolean } {
  const { values } = parseArgs({ options: { minutes: { type: 'string' } } });
  const minutes = Number(values.minutes ?? MINUTES);
  if (!(minutes > 0 && minutes <= 600)) throw new RangeError('--minutes takes a number up to 600');
  return { minutes, whole: values.minutes === undefined };
}

const nothing = (): Deeds => ({ joins: 0, drags: 0, reconnections: 0, leaves: 0 });

const memoryOf = ({ heapUsed, external, rss }: NodeJS.MemoryUsage): Memory => ({
  kept: heapUsed + external,
  rss,
});

/** Memory with nobody there. */
async function emptied(server: BenchServer): Promise<Memory> {
  await pause(AFTER);
  await server.collect();
  await pause(GIVEN_BACK);
  return memoryOf(await server.memory());
}

async function soak(minutes: number): Promise<SoakResult> {
  const { ours } = CONTENDERS;
  if (ours === undefined) throw new Error('our own server is missing among those that can be started');
  const data = mkdtempSync(join(tmpdir(), 'samenbord-soak-'));
  try {
    return await withServer(ours, { data, memory: true }, async (server) => {
      const boards = await makeBoards(ours, server, BOARDS);
      const options = { people: PEOPLE, boards, random: Math.random };
      await crowd(ours, { ...options, duration: WARM_UP, deeds: nothing() });
      const before = await emptied(server);
      const deeds = nothing();
      const during: Memory[] = [];
      const look = setInterval(
        async () => {
          during.push(memoryOf(await server.memory()));
          process.stderr.write(`  ${during.length}: ${Math.round((during.at(-1)?.kept ?? 0) / 1e6)} MB\n`);
        },
        Math.min(MINUTE, (minutes * MINUTE) / 4),
      );
      await crowd(ours, { ...options, duration: minutes * MINUTE, deeds });
      clearInterval(look);
      const after = await emptied(server);
      return { minutes, people: PEOPLE, boards: BOARDS, deeds, before, after, during };
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { minutes, whole } = readMinutes();
  const machine = describeMachine();
  const result = await soak(minutes);
  const text = `${machineSentence(machine)}\n\n${soakTable(result)}`;
  process.stdout.write(`\n${text}\n`);
  if (whole) publish('soak', { machine, ...result }, text);
  if (isBack(result)) return;
  process.stderr.write(`The server keeps over ${100 * WITHIN} % more than before.\n`);
  process.exitCode = 1;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
