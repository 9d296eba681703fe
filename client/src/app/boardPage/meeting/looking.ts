import type { Focus, Lead } from '@samenbord/shared/board';
import type { TemplateKey } from '@samenbord/shared/template';
import type { MeetingView } from '../../../board/index.ts';
import type { Me } from '../../../session/index.ts';

/** How this person takes part in *kijk mee*. */
export type Looking =
  /** Nobody leads, or who leads is not here. */
  | 'free'
  | 'leading'
  | 'following'
  /** They let go, and can take it up again. */
  | 'apart'
  /** What is shown is on a sheet that is not open to them. */
  | 'closed';

interface Situation {
  readonly lead: Lead | null;
  readonly me: Pick<Me, 'id' | 'role'>;
  /** Whether who leads has the board open. */
  readonly isHere: boolean;
  readonly letGo: boolean;
  readonly open: readonly TemplateKey[];
}

/** What *kijk mee* means for this person now. */
export function lookingOf({ lead, me, isHere, letGo, open }: Situation): Looking {
  if (lead === null) return 'free';
  if (lead.person === me.id && me.role === 'facilitator') return 'leading';
  if (!isHere) return 'free';
  if (!open.includes(lead.sheet)) return 'closed';
  return letGo ? 'apart' : 'following';
}

/** The sheets that a person may look at: a facilitator prepares those that are not open yet. */
export function openSheets(
  { sheets }: Pick<MeetingView, 'sheets'>,
  role: Me['role'],
  all: readonly TemplateKey[],
): readonly TemplateKey[] {
  return role === 'facilitator' ? all : sheets;
}

/** The sheet that is shown: what one chose as long as that is open, else one that is. */
export function shownSheet(chosen: TemplateKey, open: readonly TemplateKey[]): TemplateKey | undefined {
  return open.includes(chosen) ? chosen : open[0];
}

/** Whether everybody was called to a focus since it was last looked at; never by looking for the first time. */
export function wasCalled(before: Focus | null | undefined, now: Focus | null): boolean {
  if (before === undefined || now === null || (now.calls ?? 0) === 0) return false;
  const same = before?.sheet === now.sheet && before.region === now.region;
  return same ? (now.calls ?? 0) > (before.calls ?? 0) : true;
}
