import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL of the test's own, in a temporary directory and on a Unix socket there. */
export interface PostgresServer {
  /** Makes an empty database. Returns its connection string. */
  createDatabase(): Promise<string>;
  /** Runs statements as the superuser, in a database of {@link createDatabase} if one is named. */
  run(text: string, url?: string): Promise<readonly Record<string, unknown>[]>;
  /** Ends all of its processes at once, as a power switch would. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  /** Stops all of its processes where they are, with their sockets open. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}

/** How long it may take to start, ms. */
const START_TIMEOUT = 30_000;

/** Where the server's programs are; `undefined` when this machine has none. */
function findPrograms(): string | undefined {
  const candidates = [process.env.PG_BINDIR, bindirOfConfig()];
  return candidates.find((directory) => directory !== undefined && existsSync(join(directory, 'initdb')));
}

function bindirOfConfig(): string | undefined {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user its package made. */
function userToRunAs(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Why no PostgreSQL can be started here; `undefined` when one can. */
export function postgresMissing(): string | undefined {
  if (findPrograms() === undefined)
    return 'no PostgreSQL server on this machine: install the package postgresql, or set PG_BINDIR to the directory of its initdb';
  try {
    userToRunAs();
    return undefined;
  } catch {
    return 'PostgreSQL does not run as root, and there is no user named postgres to run it as';
  }
}

/** Starts a PostgreSQL. @throws when {@link postgresMissing} */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPrograms();
  if (programs === undefined) throw new Error(postgresMissing());
  const user = userToRunAs();
  const directory = mkdtempSync(join(tmpdir(), 'samenbord-pg-'));
  if (user !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  await ended(
    spawn(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...user, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] },
    ),
  );

  let server: ChildProcess | undefined;
  let databases = 0;

  const urlOf = (database: string) =>
    `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(directory)}`;

  async function run(text: string, url = urlOf('postgres')): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }

  function launch(): ChildProcess {
    // What is killed here survives in the page cache: flushing would only make the tests slow.
    const settings = ['fsync=off', 'max_connections=60', 'shared_buffers=16MB', 'autovacuum=off'];
    const flags = settings.flatMap((setting) => ['-c', setting]);
    return spawn(join(programs ?? '', 'postgres'), ['-D', data, '-k', directory, '-h', '', ...flags], {
      ...user,
      cwd: directory,
      stdio: 'ignore',
    });
  }

  async function start(): Promise<void> {
    server = launch();
    const deadline = performance.now() + START_TIMEOUT;
    for (;;) {
      try {
        await run('SELECT 1');
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await promisify(setTimeout)(20);
        // It refuses for as long as a process of the one that was killed has not noticed that yet.
        if (server.exitCode !== null) server = launch();
      }
    }
  }

  /** The server and its children; each session is one. */
  function processes(): number[] {
    if (server?.pid === undefined || server.exitCode !== null || server.signalCode !== null) return [];
    let children = '';
    try {
      children = execFileSync('pgrep', ['-P', String(server.pid)], { encoding: 'utf8', stdio: 'pipe' });
    } catch {
      // None: pgrep says so with its status.
    }
    return [server.pid, ...children.split('\n').filter(Boolean).map(Number)];
  }

  function signal(name: NodeJS.Signals): void {
    for (const pid of processes()) {
      try {
        process.kill(pid, name);
      } catch {
        // It ended by itself meanwhile.
      }
    }
  }

  async function kill(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    signal('SIGKILL');
    await exited;
    // The next server refuses to start over a lock file of a process that it takes to be alive.
    rmSync(join(data, 'postmaster.pid'), { force: true });
  }

  await start();
  return {
    run,
    kill,
    start,
    pause: async () => signal('SIGSTOP'),
    resume: async () => signal('SIGCONT'),
    async createDatabase() {
      const name = `test_${++databases}`;
      await run(`CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    async dispose() {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}: ${said}`);
}
