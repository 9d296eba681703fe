import type { JoinResponse } from '@samenbord/shared/protocol';
import { SYNC } from '@samenbord/shared/protocol';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { MadeBoard } from '../page/board.ts';
import { SAMENBORD } from '../relay/dialect.ts';
import type { Crowd, Deed } from './subject.ts';

const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());
const EMPTY = Y.encodeStateVector(new Y.Doc());

/** One of the others at our own server: says the presence that a page says in the middle of a drag. */
interface Other {
  readonly say: (deed: Deed) => void;
  readonly leave: () => void;
}

async function come(made: MadeBoard, name: string, client: number): Promise<Other> {
  const { server, board, secret } = made;
  const joined = await fetch(`${server}/api/boards/${board}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, name }),
  });
  if (!joined.ok) throw new Error(`${name} could not join (${joined.status})`);
  const { ticket } = (await joined.json()) as JoinResponse;
  const address = `${server.replace('http', 'ws')}/relay/${board}?ticket=${encodeURIComponent(ticket)}`;
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  socket.on('message', (data: Buffer) => {
    for (const message of SAMENBORD.read(data))
      if (message.kind === 'step1') socket.send(SAMENBORD.sync(board, SYNC.step2, NOTHING));
  });
  for (const frame of SAMENBORD.greeting(board)) socket.send(frame);
  socket.send(SAMENBORD.sync(board, SYNC.step1, EMPTY));
  let clock = 0;
  return {
    say({ sticker, at, cursor }) {
      clock += 1;
      socket.send(SAMENBORD.awareness(board, awarenessOf(client, clock, name, { sticker, at, cursor })));
    },
    leave: () => socket.terminate(),
  };
}

function awarenessOf(client: number, clock: number, name: string, deed: Omit<Deed, 'name'>): Uint8Array {
  const sheet = 'brengen-halen';
  const state = {
    user: { id: `person-${client}`, name, role: 'facilitator' },
    sheet,
    cursor: { sheet, ...deed.cursor },
    drag: { sheet, stickers: [{ id: deed.sticker, ...deed.at }] },
  };
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}

/** Lets others come to a board of ours, each over a socket of their own. */
export async function comeToBoard(
  made: MadeBoard,
  names: readonly string[],
): Promise<{ readonly say: Crowd; readonly leave: () => void }> {
  const others = new Map<string, Other>();
  for (const [n, name] of names.entries()) others.set(name, await come(made, name, 1_000 + n));
  return {
    say(deeds) {
      for (const deed of deeds) others.get(deed.name)?.say(deed);
    },
    leave() {
      for (const other of others.values()) other.leave();
    },
  };
}
