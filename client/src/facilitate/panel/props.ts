import type { TemplateKey } from '@samenbord/shared/template';
import type { BoardHandle, Conductor, MeetingHandle } from '../../board/index.ts';
import type { ServerClock, SessionHandle } from '../../session/index.ts';

export interface PanelProps {
  readonly id: string;
  readonly board: BoardHandle;
  readonly meeting: MeetingHandle;
  readonly session: SessionHandle;
  /** Where the browser keeps no cookies. */
  readonly ticket: string | undefined;
  readonly clock: ServerClock;
  /** The sheet that this facilitator looks at. */
  readonly sheet: TemplateKey | undefined;
  /** Whether everybody follows this facilitator's view. */
  readonly leads: boolean;
  readonly onLead: () => void;
  /** A link was made here, by its id: this browser is the only place that has its address. */
  readonly onLinkMade: (link: string, url: string) => void;
  /** The board is no more. */
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** A panel with the commands at hand. */
export interface TabProps extends PanelProps {
  readonly conductor: Conductor;
}
