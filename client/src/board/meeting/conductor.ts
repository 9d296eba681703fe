import {
  type Conduct,
  isNewer,
  type Meeting,
  type Partner,
  readMeeting,
  readTable,
  writeConduct,
} from '@samenbord/shared/board';
import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import type { Readable } from '../../session/readable.ts';
import type { Me } from '../../session/types.ts';
import { planCommands } from './planCommands.ts';
import { seatCommands } from './seatCommands.ts';
import { timerCommands } from './timerCommands.ts';
import { turnCommands } from './turnCommands.ts';
import type { Conductor } from './types.ts';
import { viewCommands } from './viewCommands.ts';

/** What the facilitator's commands work on. */
export interface Bench {
  /** The table document. */
  readonly doc: Y.Doc;
  readonly me: Me;
  readonly loaded: Readable<boolean>;
  /** ms since the epoch by the server's clock. */
  readonly now: () => number;
  readonly newId?: () => string;
  /** 0 up to 1. */
  readonly random?: () => number;
}

/** What every group of commands is given. */
export interface Desk extends Required<Bench> {
  /** Whether this person may set anything now. */
  mayWrite(): boolean;
  meeting(): Meeting;
  partners(): readonly Partner[];
  /** Sets parts of the conduct, when this person may. */
  set(change: Partial<Conduct>): void;
}

const ID_LENGTH = 10;

/** The only writers of the table. */
export function createConductor(bench: Bench): Conductor {
  const { doc, me, loaded } = bench;
  const mayWrite = (): boolean => me.role === 'facilitator' && loaded.get() && !isNewer(doc);
  const desk: Desk = {
    newId: () => nanoid(ID_LENGTH),
    random: Math.random,
    ...bench,
    mayWrite,
    meeting: () => readMeeting(doc),
    partners: () => readTable(doc).table.partners,
    set(change) {
      if (mayWrite()) writeConduct(doc, change);
    },
  };
  return {
    ...seatCommands(desk),
    openSheet: (sheet, open) => openSheet(desk, sheet, open),
    ...planCommands(desk),
    ...timerCommands(desk),
    ...viewCommands(desk),
    ...turnCommands(desk),
  };
}

function openSheet({ meeting, set }: Desk, sheet: TemplateKey, open: boolean): void {
  const before = meeting().sheets;
  const sheets = TEMPLATE_KEYS.filter((key) => (key === sheet ? open : before.includes(key)));
  if (sheets.length > 0) set({ sheets });
}
