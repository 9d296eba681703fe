import { SYNC } from '@samenbord/shared/protocol';
import type { Board, Contender } from './contender.ts';
import type { SentBy } from './coverage.ts';
import { openPerson, type Person } from './person.ts';
import { type Rates, schedule } from './schedule.ts';
import type { BenchServer } from './server.ts';
import { boardOf, type PreparedUpdate, prepareMoves, prepareState } from './workload.ts';

/** People on a board who have prepared all they will send. */
export interface Crowd {
  readonly board: Board;
  readonly members: readonly Member[];
}

/** One of them. */
export interface Member {
  readonly client: number;
  readonly person: Person;
  readonly updates: readonly PreparedUpdate[];
  readonly updateFrames: readonly Uint8Array[];
  readonly stateFrames: readonly Uint8Array[];
  /** When each was sent, ms. */
  readonly updatesSent: number[];
  readonly statesSent: number[];
}

/** Stickers on a board where people move them about: two for each, and what lies there beside. */
const stickersFor = (people: number): number => Math.max(100, 2 * people);

export interface CrowdOptions {
  readonly people: number;
  readonly rates: Rates;
  /** ms they will be sending. */
  readonly duration: number;
}

/** Makes a board with stickers and lets people in, each with everything prepared. */
export async function gather(
  contender: Contender,
  server: BenchServer,
  { people, rates, duration }: CrowdOptions,
): Promise<Crowd> {
  const { dialect } = contender;
  const board = await contender.board(server);
  const { document } = board;
  const seed = boardOf(stickersFor(people));
  const messages = (perSecond: number): number => Math.ceil((perSecond * duration) / 1000) + 1;
  const members: Member[] = [];
  for (let index = 0; index < people; index++) {
    const client = 1000 + index;
    const updates = prepareMoves(
      seed,
      client,
      [`s${2 * index}`, `s${2 * index + 1}`],
      messages(rates.updates),
    );
    const states = Array.from({ length: messages(rates.states) }, (_, n) =>
      prepareState(client, n + 1, String(index)),
    );
    const url = await board.ticket(`Deelnemer ${index}`);
    const person = await openPerson({ url, document, dialect });
    if (index === 0) person.send(dialect.sync(document, SYNC.update, seed));
    members.push({
      client,
      person,
      updates,
      updateFrames: updates.map(({ update }) => dialect.sync(document, SYNC.update, update)),
      stateFrames: states.map((state) => dialect.awareness(document, state)),
      updatesSent: [],
      statesSent: [],
    });
  }
  return { board, members };
}

/** Lets everybody send at their beat. Resolves when the last message is on its way. */
export function play(crowds: readonly Crowd[], rates: Rates, duration: number): Promise<void> {
  const members = crowds.flatMap((crowd) => crowd.members);
  const sends = schedule(members.length, rates, duration);
  const start = performance.now();
  let next = 0;
  return new Promise((resolve) => {
    const tick = (): void => {
      for (;;) {
        const send = sends[next];
        if (send === undefined) {
          resolve();
          return;
        }
        if (performance.now() - start < send.at) break;
        next += 1;
        const member = members[send.person];
        if (member !== undefined) sendOne(member, send.kind, send.index);
      }
      setTimeout(tick, 1);
    };
    tick();
  });
}

function sendOne(member: Member, kind: 'update' | 'state', index: number): void {
  const frame = (kind === 'update' ? member.updateFrames : member.stateFrames)[index];
  if (frame === undefined) throw new RangeError('more is due than was prepared');
  (kind === 'update' ? member.updatesSent : member.statesSent).push(performance.now());
  member.person.send(frame);
}

/** What a member sent, for the count. */
export function sentBy({ client, updates, stateFrames, updatesSent, statesSent }: Member): SentBy {
  return {
    client,
    updates: updates.map(({ from, to }, index) => ({ from, to, at: updatesSent[index] })),
    states: stateFrames.map((_, index) => ({ clock: index + 1, at: statesSent[index] })),
  };
}

/** Ends everybody's socket. */
export async function disperse(crowds: readonly Crowd[]): Promise<void> {
  await Promise.all(crowds.flatMap(({ members }) => members.map(({ person }) => person.close())));
}
