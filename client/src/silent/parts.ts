import type { SilentRound } from '@samenbord/shared/board';
import type { BoardHandle } from '../board/types.ts';
import type { BoardSession, MeetingCalls } from '../session/index.ts';

/** What the parts of a silent round need to know. */
export interface RoundParts {
  readonly board: BoardHandle;
  readonly session: BoardSession;
  readonly calls: MeetingCalls;
  readonly round: SilentRound;
  /** The field by name. */
  readonly field: string;
  /** How many people said they are ready. */
  readonly ready: number;
}
