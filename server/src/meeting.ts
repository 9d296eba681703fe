import { setTimeout as pause } from 'node:timers/promises';
import type { Access } from './access/index.ts';
import { type BoardActs, createActs } from './boards/acts.ts';
import type { Enforcer } from './boards/enforcer.ts';
import { type Following, followBoards } from './boards/following.ts';
import type { KeptLives } from './boards/lives.ts';
import { type BoardStates, STATE_ID, STATE_KIND } from './boards/state.ts';
import type { Home } from './home.ts';
import type { Relay } from './relay/types.ts';
import type { Log } from './store/log.ts';

/** How long other nodes get to follow what they are told on the bus, ms: many times what it takes. */
const FOLLOW = 300;

export interface MeetingOptions {
  readonly home: Home;
  readonly relay: Relay;
  readonly access: Access;
  readonly states: BoardStates;
  readonly enforcer: Enforcer;
  readonly lives: KeptLives;
  /** Ends the sessions that came in by a link, on all nodes. */
  readonly endLink: (board: string, link: string) => void;
  readonly log: Log;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** Puts together what the server does during a meeting, on its own or as one of several nodes. */
export function openMeeting(options: MeetingOptions): {
  readonly acts: BoardActs;
  readonly following: Following;
} {
  const { home, relay, access, states, enforcer, lives, endLink, log, now } = options;
  const { store, shared } = home;
  const nodes = shared?.nodes;

  /** Without the bus, the others find it with their next look in the database. */
  const settled = async (): Promise<void> => {
    if (nodes === undefined) return;
    await pause(nodes.carrying ? FOLLOW : FOLLOW + 2 * nodes.paces.checkAlone);
  };
  const tell = (board: string): void => nodes?.noted({ board, kind: STATE_KIND, id: STATE_ID });
  const alone = nodes === undefined;
  const acting = { relay, store, states, enforcer, lives, alone, tell, settled, now };
  const acts = createActs({ acting, access, endLink, log });
  const following = followBoards({ store, relay, enforcer, acts, log });
  return { acts, following };
}
