import { completePartners, markSchema, ORIGIN, type Partner, seatPartners } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { customAlphabet } from 'nanoid';
import type { Desk } from './desk.ts';
import { moved } from './moved.ts';
import type { Conductor, PartnerChange, SeatProblem } from './types.ts';

type Seats = Pick<Conductor, 'addPartner' | 'editPartner' | 'movePartner'>;

/** Who sits at the table. */
export function seatCommands(desk: Desk): Seats {
  const { doc, mayWrite, partners } = desk;
  return {
    addPartner(name) {
      const present = partners();
      if (!mayWrite()) return 'read-only';
      if (present.length >= LIMITS.maxPartners) return 'full';
      const problem = problemOfName(name);
      if (problem !== undefined) return problem;
      const partner = newPartner(name.trim(), present);
      doc.transact(() => {
        seatPartners(doc, [...present, partner]);
        const { turns } = desk.meeting();
        // Nobody who is at the table is left out of the round.
        if (turns !== null) desk.set({ turns: { ...turns, order: [...turns.order, partner.id] } });
      }, ORIGIN.writeTable);
      return partner;
    },

    editPartner(id, change) {
      if (!mayWrite()) return 'read-only';
      const present = partners();
      const former = present.find((partner) => partner.id === id);
      if (former === undefined) return undefined;
      const tidy = tidied(change);
      const problem = problemOf(tidy, id, present);
      if (problem !== undefined) return problem;
      const edit = (partner: Partner): Partner => {
        if (partner.id === id) return { ...partner, ...tidy };
        // Two partners never have one colour: who had it gets the other's.
        return tidy.color !== undefined && partner.color.toUpperCase() === tidy.color.toUpperCase()
          ? { ...partner, color: former.color }
          : partner;
      };
      seatPartners(doc, present.map(edit));
      return undefined;
    },

    movePartner(id, by) {
      if (!mayWrite()) return;
      const present = partners();
      const order = moved(
        present,
        present.findIndex((partner) => partner.id === id),
        by,
      );
      if (order !== undefined) seatPartners(doc, order);
    },
  };
}

function tidied({ name, mark, color }: PartnerChange): PartnerChange {
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(mark === undefined ? {} : { mark: mark.trim().toUpperCase() }),
    ...(color === undefined ? {} : { color }),
  };
}

function problemOf(
  { name, mark }: PartnerChange,
  id: string,
  present: readonly Partner[],
): SeatProblem | undefined {
  if (name !== undefined) return problemOfName(name);
  if (mark === undefined) return undefined;
  if (!markSchema.safeParse(mark).success) return 'mark-unfit';
  const taken = present.some((other) => other.id !== id && other.mark.toUpperCase() === mark);
  return taken ? 'mark-taken' : undefined;
}

function problemOfName(name: string): SeatProblem | undefined {
  const { length } = [...name.trim()];
  if (length === 0) return 'no-name';
  return length > LIMITS.partnerName ? 'name-long' : undefined;
}

/** Letters and digits that a partner id may hold. */
const tail = customAlphabet('abcdefghijkmnpqrstuvwxyz23456789', 6);
/** So that with the tail an id stays within 40 characters. */
const LONGEST_STEM = 32;

/**
 * A partner with a letter and colour nobody has. Its id ends by chance: ids are names of documents, and somebody
 * who comes with the name of one who left may not open what that one wrote.
 */
function newPartner(name: string, others: readonly Partner[]): Partner {
  const completed = completePartners([...others, { name }]).at(-1);
  if (completed === undefined) throw new RangeError('completing partners gives as many as it got');
  return { ...completed, id: `${completed.id.slice(0, LONGEST_STEM)}-${tail()}` };
}
