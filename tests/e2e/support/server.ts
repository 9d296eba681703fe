import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NODE, ROOT, SERVER_ARGUMENTS } from '../../../scripts/toolchain.mjs';

/** ms the server may take to say that it listens, or to end after SIGTERM. */
const PATIENCE = 20_000;

/** The real server as a process of its own, on a data directory of its own. */
export interface ServerProcess {
  /** `http://127.0.0.1:<port>`: the same after a restart. */
  readonly url: string;
  readonly dataDir: string;
  /** Everything it wrote so far, both streams, over all its lives. */
  log(): string;
  /** Ends it with this signal and waits until it is gone. @returns its exit code; `null` for a killed one */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Starts it again, on the same port and data, after {@link end}. */
  begin(): Promise<void>;
  /** {@link end} and {@link begin}. SIGKILL unless told otherwise: what a crash leaves behind. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Ends it for good and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port and an empty data directory.
 * @param environment more variables for it; HOST, PORT and DATA_DIR may not be among them
 * @throws {Error} with its log, when it does not come up
 */
export async function startServer(
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samenbord-e2e-'));
  const output: string[] = [];
  const log = (): string => output.join('');
  let { child, url } = await launch({ ...environment, DATA_DIR: dataDir, PORT: '0' }, output);

  const end = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE) });
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  };
  const begin = async (): Promise<void> => {
    ({ child, url } = await launch({ ...environment, DATA_DIR: dataDir, PORT: new URL(url).port }, output));
  };
  return {
    get url() {
      return url;
    },
    dataDir,
    log,
    end,
    begin,
    restart: async (signal = 'SIGKILL') => {
      await end(signal);
      await begin();
    },
    stop: async () => {
      await end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Launched {
  readonly child: ChildProcess;
  readonly url: string;
}

async function launch(environment: Readonly<Record<string, string>>, output: string[]): Promise<Launched> {
  // To run the tests against another build of the page than the one in its usual place.
  const built = process.env.CLIENT_DIR === undefined ? {} : { CLIENT_DIR: process.env.CLIENT_DIR };
  const child = spawn(NODE, SERVER_ARGUMENTS, {
    cwd: ROOT,
    // Not the whole environment: what somebody set for a server of their own does not belong in a test.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, HOST: '127.0.0.1', ...built, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => output.push(`${line}\n`));
  const address = new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(late);
      child.kill('SIGKILL');
      reject(new Error(`the server ${why}:\n${output.join('')}`));
    };
    const late = setTimeout(() => fail('did not say that it listens'), PATIENCE);
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code) => fail(`ended with code ${code}`));
    lines.on('line', (line) => {
      const [, found] = /^listening on (http:\S+)$/.exec(line) ?? [];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
  });
  return { child, url: await address };
}
