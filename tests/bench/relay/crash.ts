import { setTimeout as pause } from 'node:timers/promises';
import type { Contender } from './contender.ts';
import type { ReceivedFrame } from './coverage.ts';
import { openPerson } from './person.ts';
import { readRanges, receivedFrames } from './received.ts';
import { gather, type Member, play } from './traffic.ts';

export interface CrashOptions {
  readonly people: number;
  /** Moves a second and person. */
  readonly updates: number;
  /** ms before the server is killed. */
  readonly before: number;
}

export interface CrashResult {
  /** Moves that at least one other person saw. */
  readonly seen: number;
  /** Of these, how many were gone after the restart. */
  readonly lost: number;
}

/** The server is killed while people work, and started again on the same data. */
export async function crash(
  contender: Contender,
  data: string,
  { people, updates, before }: CrashOptions,
): Promise<CrashResult> {
  const rates = { updates, states: 0 };
  // The traffic goes on over the moment of death.
  const duration = before + 200;
  const server = await contender.start(data, { memory: false });
  const { board, members } = await gather(contender, server, { people, rates, duration });
  const playing = play([{ board, members }], rates, duration);
  await pause(before);
  await server.kill();
  await playing;
  const seen = movesSeen(contender, members);

  const restarted = await contender.start(data, { memory: false });
  try {
    const url = await board.ticket('Later', restarted);
    const left = contender.dialect.answers
      ? await movesLeft(contender, url, board.document, members)
      : new Set<string>();
    return { seen: seen.size, lost: [...seen].filter((move) => !left.has(move)).length };
  } finally {
    await restarted.stop();
  }
}

/** Names of the moves in what somebody received, other than their own. */
function* moves(
  frames: Iterable<{ readonly structs: ReceivedFrame['structs'] }>,
  senders: ReadonlySet<number>,
): Generator<string> {
  for (const { structs } of frames)
    for (const { client, from, to } of structs)
      for (let clock = from; senders.has(client) && clock < to; clock++) yield `${client}:${clock}`;
}

function movesSeen({ dialect }: Contender, members: readonly Member[]): Set<string> {
  const seen = new Set<string>();
  for (const { client: self, person } of members) {
    const others = new Set(members.map(({ client }) => client).filter((client) => client !== self));
    for (const move of moves(receivedFrames(person.recording, dialect), others)) seen.add(move);
  }
  return seen;
}

async function movesLeft(
  { dialect }: Contender,
  url: string,
  document: string,
  members: readonly Member[],
): Promise<Set<string>> {
  const person = await openPerson({ url, document, dialect });
  await person.close();
  const senders = new Set(members.map(({ client }) => client));
  return new Set(moves([{ structs: readRanges(person.document) }], senders));
}
