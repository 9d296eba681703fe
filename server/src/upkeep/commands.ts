import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  backUp,
  restore,
  StoreError,
  silentLog,
  type TendedStore,
  tendDatabase,
  tendDirectory,
  tendFile,
} from '../store/index.ts';
import { check } from './check.ts';
import { describe, EXIT, exitCode, type Report } from './report.ts';
import { restoreBoard } from './restoreBoard.ts';

export const USAGE = `npm run server -- check [DATA_DIR] [--repair]
    looks at every board of a store that no server uses, and with --repair sets aside what cannot be read
npm run server -- backup FILE [DATA_DIR] [--force]
    copies a store into one file, also while a server uses it; --force replaces a file that is there
npm run server -- restore FILE DATA_DIR [--board BOARD]
    makes a new data directory from such a file, after looking at every board in it; with --board, brings one board
    back into a directory that no server uses, and keeps what can be read of it there

Without DATA_DIR the directory is that of the server (DATA_DIR, ./data). With DATABASE_URL set and no directory
named, check looks at that database.

Ends with 0 when all is well or was set right, 1 when something is damaged or stays refused, 2 when it could not
do its work.`;

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the commands need of the world. */
export interface Surroundings {
  /** Where paths of the command line begin. */
  readonly cwd: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly say: (line: string) => void;
}

/**
 * Runs one command.
 * @returns its exit code.
 * @throws {UsageError} @throws {StoreError} when it could not do its work
 */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { command, paths, flags } = parse(args);
  const at = (path: string) => resolve(surroundings.cwd, path);
  const [first, second] = paths;
  switch (command) {
    case 'check':
      expectPaths(command, paths, 0, 1);
      return await checkStore(
        storeOf(first === undefined ? undefined : at(first), surroundings),
        flags.repair,
        surroundings,
      );
    case 'backup':
      expectPaths(command, paths, 1, 2);
      return await makeBackup(
        at(first ?? ''),
        second === undefined ? undefined : at(second),
        flags.force,
        surroundings,
      );
    case 'restore':
      expectPaths(command, paths, 2, 2);
      if (flags.board !== undefined)
        return await bringBoard(at(first ?? ''), at(second ?? ''), flags.board, surroundings);
      return await makeFromBackup(at(first ?? ''), at(second ?? ''), surroundings);
    default:
      throw new UsageError(command === undefined ? 'say what to do' : `there is no command ${command}`);
  }
}

interface Parsed {
  readonly command: string | undefined;
  readonly paths: readonly string[];
  readonly flags: { readonly repair: boolean; readonly force: boolean; readonly board: string | undefined };
}

function parse(args: readonly string[]): Parsed {
  const options = {
    repair: { type: 'boolean' },
    force: { type: 'boolean' },
    board: { type: 'string' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const [command, ...paths] = parsed.positionals;
  const { repair = false, force = false, board } = parsed.values;
  if (repair && command !== 'check') throw new UsageError('--repair goes with check');
  if (force && command !== 'backup') throw new UsageError('--force goes with backup');
  if (board !== undefined && command !== 'restore') throw new UsageError('--board goes with restore');
  return { command, paths, flags: { repair, force, board } };
}

function expectPaths(command: string, paths: readonly string[], low: number, high: number): void {
  if (paths.length < low) throw new UsageError(`${command} needs more: see below`);
  if (paths.length > high) throw new UsageError(`${command} takes no more than ${high} paths`);
}

function storeOf(directory: string | undefined, { dataDir, databaseUrl }: Surroundings): TendedStore {
  if (directory === undefined && databaseUrl !== undefined) return tendDatabase(databaseUrl, silentLog);
  return tendDirectory(directory ?? dataDir);
}

async function checkStore(store: TendedStore, repair: boolean, { say }: Surroundings): Promise<number> {
  try {
    const report = await check(store, repair);
    say(describe(report));
    return exitCode(report);
  } finally {
    await store.close();
  }
}

async function makeBackup(
  file: string,
  directory: string | undefined,
  force: boolean,
  { dataDir, databaseUrl, say }: Surroundings,
): Promise<number> {
  if (directory === undefined && databaseUrl !== undefined)
    throw new StoreError(
      'unavailable',
      'the boards are in the database of DATABASE_URL: back it up with its own tools, such as pg_dump --format=custom --schema=samenbord',
    );
  const from = directory ?? dataDir;
  const bytes = await backUp({ directory: from, file, force });
  say(`Backed up ${from} to ${file}: ${bytes} bytes.`);
  return EXIT.well;
}

async function makeFromBackup(file: string, directory: string, { say }: Surroundings): Promise<number> {
  let report: Report | undefined;
  await restore(file, directory, async (copy) => {
    const store = tendFile(copy);
    report = { ...(await check(store, false)), place: file };
    if (exitCode(report) !== EXIT.well)
      throw new StoreError(
        'corrupt',
        `the backup is damaged and nothing was restored. To make do with it, copy it to DATA_DIR/samenbord.sqlite in a new directory and run check --repair there.\n${describe(report)}`,
      );
  });
  if (report !== undefined) say(describe(report));
  say(`Restored ${file} to ${directory}. Start the server with DATA_DIR=${directory}.`);
  return EXIT.well;
}

async function bringBoard(
  file: string,
  directory: string,
  board: string,
  { say }: Surroundings,
): Promise<number> {
  const store = tendDirectory(directory);
  try {
    for (const line of await restoreBoard(tendFile(file), store, board)) say(line);
  } finally {
    await store.close();
  }
  return EXIT.well;
}
