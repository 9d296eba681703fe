import { pick, shuffled, wholeBelow } from '../../relay/support/seeded.ts';
import type { Site } from './cluster.ts';
import type { Machines } from './machines.ts';
import type { Wanderer } from './wanderer.ts';

/** Ends a fault. */
type Heal = () => void | Promise<void>;

/** Something that may go wrong, and with what. Of one thing only one fault lasts at a time. */
export interface Fault {
  readonly what: string;
  readonly of: string;
  readonly begin: () => Heal | Promise<Heal>;
}

interface Victims {
  readonly machines: Machines;
  readonly sites: readonly Site[];
  readonly people: readonly Wanderer[];
}

/** Every kind of fault, each of a victim by chance. */
const KINDS: Readonly<Record<string, (victims: Victims, random: () => number) => Omit<Fault, 'what'>>> = {
  'a node is killed': ({ sites }, random) => ofNode(sites, random, (site) => ended(site, 'SIGKILL')),
  'a node is told to stop': ({ sites }, random) => ofNode(sites, random, (site) => ended(site, 'SIGTERM')),
  'a node hangs': ({ sites }, random) =>
    ofNode(sites, random, ({ node }) => {
      node.pause();
      return () => node.resume();
    }),
  'the database is killed': ({ machines: { postgres } }) => ({
    of: 'the database',
    async begin() {
      await postgres.kill();
      return () => postgres.start();
    },
  }),
  'the database hangs': ({ machines: { postgres } }) => ({
    of: 'the database',
    async begin() {
      await postgres.pause();
      return () => postgres.resume();
    },
  }),
  'Redis is killed': ({ machines: { redis } }) => ({
    of: 'Redis',
    async begin() {
      await redis.kill();
      return () => redis.start();
    },
  }),
  'Redis hangs': ({ machines: { redis } }) => ({
    of: 'Redis',
    begin() {
      redis.pause();
      return () => redis.resume();
    },
  }),
  'a node is cut off from the database': ({ sites }, random) => onTheWay(sites, random, 'database', 'cut'),
  'a node hears nothing of the database': ({ sites }, random) => onTheWay(sites, random, 'database', 'hold'),
  'a node is cut off from Redis': ({ sites }, random) => onTheWay(sites, random, 'redis', 'cut'),
  'a node hears nothing of Redis': ({ sites }, random) => onTheWay(sites, random, 'redis', 'hold'),
  'people lose their connections': ({ people }, random) => ({
    of: 'people',
    begin() {
      for (let count = 0; count < 3; count++) pick(random, people).drop();
      return () => undefined;
    },
  }),
};

function ofNode(
  sites: readonly Site[],
  random: () => number,
  begin: (site: Site) => Heal | Promise<Heal>,
): Omit<Fault, 'what'> {
  const index = wholeBelow(random, sites.length);
  const site = pick(() => index / sites.length, sites);
  return { of: `node ${index}`, begin: () => begin(site) };
}

async function ended(site: Site, how: 'SIGKILL' | 'SIGTERM'): Promise<Heal> {
  await site.end(how);
  return () => site.start();
}

function onTheWay(
  sites: readonly Site[],
  random: () => number,
  to: 'database' | 'redis',
  how: 'cut' | 'hold',
): Omit<Fault, 'what'> {
  const index = wholeBelow(random, sites.length);
  const way = pick(() => index / sites.length, sites)[to];
  return {
    of: `the way of node ${index} to ${to}`,
    begin() {
      way[how]();
      return () => way.open();
    },
  };
}

/** Every kind once and `more` of any kind, in any order. */
export function schedule(victims: Victims, random: () => number, more: number): readonly Fault[] {
  const kinds = Object.keys(KINDS);
  const all = [...kinds, ...Array.from({ length: more }, () => pick(random, kinds))];
  return shuffled(random, all).flatMap((what) => {
    const fault = KINDS[what]?.(victims, random);
    return fault === undefined ? [] : [{ what, ...fault }];
  });
}

/** Faults that last, by what they are of. */
export class Lasting {
  readonly #heal = new Map<string, Heal>();

  /** Begins a fault; ends the one before of the same thing first. */
  async begin({ of, begin }: Fault): Promise<void> {
    await this.end(of);
    this.#heal.set(of, await begin());
  }

  async end(of: string): Promise<void> {
    const heal = this.#heal.get(of);
    this.#heal.delete(of);
    await heal?.();
  }

  async endAll(): Promise<void> {
    for (const of of [...this.#heal.keys()]) await this.end(of);
  }
}
