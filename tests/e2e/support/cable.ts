import { createServer, connect as dial, type Socket } from 'node:net';

/**
 * The wire between a browser and the server, that a test can cut. A browser's own offline switch leaves
 * open WebSockets alone, so it would prove nothing.
 */
export interface Cable {
  /** Where the browser goes in place of the server's own address. */
  readonly url: string;
  /** Open connections through it, now. */
  live(): number;
  /** Breaks every connection, and every new one at once, until {@link mend}. */
  cut(): void;
  /** Nothing goes through any more, but nothing is closed either: a Wi-Fi that went away. */
  freeze(): void;
  /** New connections go through again. Frozen ones are broken: what was on its way is lost. */
  mend(): void;
  close(): Promise<void>;
}

/** Lays a cable to `target()`, asked anew for each connection. */
export async function layCable(target: () => string): Promise<Cable> {
  const ends = new Set<Socket>();
  let state: 'whole' | 'cut' | 'frozen' = 'whole';

  const breakAll = (): void => {
    for (const end of ends) end.destroy();
  };
  const keep = (end: Socket): void => {
    ends.add(end);
    // The other end is told by being closed; what the system calls the break does not matter here.
    end.on('error', () => undefined);
    end.on('close', () => ends.delete(end));
  };
  const server = createServer((near) => {
    keep(near);
    if (state === 'cut') near.destroy();
    if (state !== 'whole') return;
    const { hostname, port } = new URL(target());
    const far = dial(Number(port), hostname);
    keep(far);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the cable has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    live: () => ends.size,
    cut() {
      state = 'cut';
      breakAll();
    },
    freeze() {
      state = 'frozen';
      for (const end of ends) {
        end.unpipe();
        end.pause();
      }
    },
    mend() {
      if (state === 'frozen') breakAll();
      state = 'whole';
    },
    async close() {
      breakAll();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A link of the server's, as somebody behind this cable opens it. */
export function through(cable: Pick<Cable, 'url'>, link: string): string {
  const { pathname, hash } = new URL(link);
  return `${cable.url}${pathname}${hash}`;
}
