import { isNewer, readMeeting, readTable, writeConduct } from '@samenbord/shared/board';
import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import { nanoid } from 'nanoid';
import type { Bench, Desk } from './desk.ts';
import { planCommands } from './planCommands.ts';
import { seatCommands } from './seatCommands.ts';
import { timerCommands } from './timerCommands.ts';
import { turnCommands } from './turnCommands.ts';
import type { Conductor } from './types.ts';
import { viewCommands } from './viewCommands.ts';

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
