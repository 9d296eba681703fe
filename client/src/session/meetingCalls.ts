import type {
  ActResponse,
  OwnPeopleResponse,
  RevealResponse,
  RoundResponse,
} from '@samenbord/shared/protocol';
import type { TemplateKey } from '@samenbord/shared/template';
import { call, pathOf } from './join.ts';

/**
 * The acts of the server that homework and silent rounds need. What came of an act is shown to everybody through
 * the table document. All throw `ApiFailure`.
 */
export interface MeetingCalls {
  /** For one's own partner. @param alone please reveal ours by itself */
  setHomework(status: 'inProgress' | 'ready', alone?: boolean): Promise<void>;
  /**
   * Puts the homework of one partner that asked for it on the board, or of all that are ready.
   * @param which `withAlone`: those too that asked to come by themselves
   */
  revealHomework(
    which?: { readonly partner: string } | { readonly withAlone: boolean },
  ): Promise<RevealResponse>;
  /** After the reveal: these stickers of one's own partner too. */
  shareHomework(stickers: readonly string[]): Promise<RevealResponse>;
  /** Deletes these stickers of one's own partner's homework for good; what is on the board stays there. */
  deleteHomework(stickers: readonly string[]): Promise<void>;
  /** Deletes all of one's own partner's homework for good; what is on the board stays there. */
  eraseHomework(): Promise<void>;
  /** Opens a silent round on a field. */
  openRound(sheet: TemplateKey, region: string): Promise<RoundResponse>;
  setRoundReady(round: string, ready: boolean): Promise<void>;
  revealRound(round: string): Promise<void>;
  /** Ends a silent round without showing anything. */
  cancelRound(round: string): Promise<void>;
  /** Who came in for one's own partner, and the links by which one can. */
  people(): Promise<OwnPeopleResponse>;
  /** All that this person's partner may see, as the server gives it out. */
  mine(): Promise<unknown>;
}

/** The acts on one board. @param ticket where the browser keeps no cookies */
export function meetingCalls(board: string, ticket?: string): MeetingCalls {
  const act = <T = ActResponse>(path: string, body: unknown = {}): Promise<T> =>
    call<T>('POST', `${pathOf(board)}/${path}`, body, { ticket });
  const done = async (path: string, body?: unknown): Promise<void> => void (await act(path, body));
  const roundPath = (round: string, what: string): string => `rounds/${encodeURIComponent(round)}/${what}`;
  return {
    setHomework: (status, alone) =>
      done('homework/status', { status, ...(alone === undefined ? {} : { alone }) }),
    revealHomework: (which) => act('homework/reveal', which ?? {}),
    shareHomework: (stickers) => act('homework/share', { stickers }),
    deleteHomework: (stickers) => done('homework/delete', { stickers }),
    eraseHomework: () => done('homework/erase'),
    openRound: (sheet, region) => act('rounds', { sheet, region }),
    setRoundReady: (round, ready) => done(roundPath(round, 'ready'), { ready }),
    revealRound: (round) => done(roundPath(round, 'reveal')),
    cancelRound: (round) => done(roundPath(round, 'cancel')),
    people: () => call('GET', `${pathOf(board)}/people`, undefined, { ticket }),
    mine: () => call('GET', `${pathOf(board)}/mine.json`, undefined, { ticket }),
  };
}
