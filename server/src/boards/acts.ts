import type { Access } from '../access/index.ts';
import type { Log } from '../store/log.ts';
import { type Acting, act } from './acting.ts';
import { createEnding, type EndingActs } from './ending.ts';
import { createHomework, type HomeworkActs } from './homework.ts';
import { takeOffTable } from './partners.ts';
import { createRounds, type RoundActs } from './rounds.ts';

/**
 * What the server does during a meeting because it must hold for everybody. Who may ask for it is decided before;
 * whether it can be done now is decided here. What is thrown is an `ActError` or a `StoreError`.
 */
export interface BoardActs {
  freeze(board: string, frozen: boolean): Promise<void>;
  readonly homework: HomeworkActs;
  readonly rounds: RoundActs;
  readonly ending: EndingActs;
  removePartner(board: string, partner: string): Promise<void>;
}

export interface ActsOptions {
  readonly acting: Acting;
  readonly access: Access;
  /** Ends the sessions that came in by a link, on all nodes. */
  readonly endLink: (board: string, link: string) => void;
  readonly log: Log;
}

export function createActs({ acting, access, endLink, log }: ActsOptions): BoardActs {
  return {
    async freeze(board, frozen) {
      await act(acting, board, (state) => (state.frozen === frozen ? state : { ...state, frozen }));
    },
    homework: createHomework(acting),
    rounds: createRounds(acting),
    ending: createEnding(acting, log),
    removePartner: (board, partner) => takeOffTable(acting, access, endLink, board, partner),
  };
}
