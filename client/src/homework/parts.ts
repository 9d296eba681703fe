import type { Partner } from '@samenbord/shared/board';
import type { MeetingCalls } from '../session/index.ts';
import type { OpenHomework } from './useHomework.ts';

/** What the parts of a poster need to know. */
export interface PosterParts {
  readonly open: OpenHomework;
  readonly partner: Partner;
  readonly calls: MeetingCalls;
  /** The homework was put on the table. */
  readonly revealed: boolean;
  /** Opens the sheet it was put on. */
  readonly onBoard: () => void;
}
