import { type Point, regionAt, type SheetLayout } from '@samenbord/shared/layout';
import { type Writable, writable } from '../../session/readable.ts';
import type { SessionHandle } from '../../session/types.ts';

/** On whose behalf one writes: a partner, `null` for nobody, `undefined` for whose panel one writes in. */
export type PartnerChoice = string | null | undefined;

/** What was last chosen, by board: remembered as long as the page is open. */
const remembered = new Map<string, Writable<PartnerChoice>>();

/** A partner's own people speak for their partner; a facilitator for whose panel they write in until they choose. */
export function partnerChoice({ board, me }: Pick<SessionHandle, 'board' | 'me'>): Writable<PartnerChoice> {
  const known = remembered.get(board);
  if (known) return known;
  const choice = writable<PartnerChoice>(me.partner);
  remembered.set(board, choice);
  return choice;
}

/** The partner of a new sticker at a point of the sheet. */
export function partnerAt(choice: PartnerChoice, layout: SheetLayout, center: Point): string | null {
  return choice === undefined ? (regionAt(layout, center)?.partner ?? null) : choice;
}
