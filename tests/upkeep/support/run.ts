import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../server/src/config.ts';
import { StoreError } from '../../../server/src/store/index.ts';
import { runCommand, USAGE, UsageError } from '../../../server/src/upkeep/commands.ts';

const COMMAND = fileURLToPath(new URL('../../../server/src/command.ts', import.meta.url));

/** Each of these tests starts servers, and some of them processes. */
export const PATIENCE = 120_000;

/** How a command ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Variables = Readonly<Record<string, string>>;

/** Does what `npm run server -- ...` does, in this process. */
export async function run(args: readonly string[], env: Variables = {}): Promise<Ended> {
  const { dataDir, databaseUrl } = readConfig(env);
  let out = '';
  const say = (line: string) => {
    out += `${line}\n`;
  };
  try {
    const code = await runCommand(args, { cwd: process.cwd(), dataDir, databaseUrl, say });
    return { code, out, err: '' };
  } catch (error) {
    if (error instanceof UsageError) return { code: 2, out, err: `${error.message}\n${USAGE}` };
    if (error instanceof StoreError) return { code: 2, out, err: error.message };
    throw error;
  }
}

/** The same as a process of its own, beside one that serves the directory. */
export async function runApart(args: readonly string[], env: Variables = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', COMMAND, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stderr.on('data', (data) => {
    err += String(data);
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}
