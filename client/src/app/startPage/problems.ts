import { markSchema } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import { type BoardForm, marksOf, type PartnerEntry } from './form.ts';

/** What is wrong with one field of the form; the page has the words. */
export type FieldProblem =
  | { readonly kind: 'title-missing' | 'name-missing' | 'mark-unfit' }
  /** `over` characters too many. */
  | { readonly kind: 'too-long'; readonly over: number }
  /** `other` is the partner that has it too. */
  | { readonly kind: 'name-twice' | 'mark-twice'; readonly other: string };

/** What is wrong with one partner. */
export interface PartnerProblems {
  readonly name?: FieldProblem;
  readonly mark?: FieldProblem;
}

/** Everything that is wrong with a form; `count` is 0 when it can be sent. */
export interface FormProblems {
  readonly title?: FieldProblem;
  /** By the partner's key; only those with a problem. */
  readonly partners: ReadonlyMap<string, PartnerProblems>;
  readonly count: number;
}

/** Looks at the whole form: a mark can only be wrong beside the other marks. */
export function findProblems(form: BoardForm): FormProblems {
  const marks = marksOf(form);
  const partners = new Map<string, PartnerProblems>();
  for (const partner of form.partners) {
    const name = nameProblem(partner, form.partners);
    const mark = markProblem(partner, form.partners, marks);
    if (name ?? mark) partners.set(partner.key, { ...(name && { name }), ...(mark && { mark }) });
  }
  const title = titleProblem(form.title.trim());
  const count =
    (title ? 1 : 0) + [...partners.values()].reduce((sum, found) => sum + Object.keys(found).length, 0);
  return { ...(title && { title }), partners, count };
}

function titleProblem(title: string): FieldProblem | undefined {
  if (title === '') return { kind: 'title-missing' };
  return tooLong(title, LIMITS.title);
}

function nameProblem(partner: PartnerEntry, all: readonly PartnerEntry[]): FieldProblem | undefined {
  const name = partner.name.trim();
  if (name === '') return { kind: 'name-missing' };
  const same = (other: PartnerEntry) => other.name.trim().toLowerCase() === name.toLowerCase();
  const first = all.find(same);
  // Only the later of two is marked: one of them is enough to change.
  if (first !== undefined && first.key !== partner.key)
    return { kind: 'name-twice', other: first.name.trim() };
  return tooLong(name, LIMITS.partnerName);
}

function markProblem(
  partner: PartnerEntry,
  all: readonly PartnerEntry[],
  marks: ReadonlyMap<string, string>,
): FieldProblem | undefined {
  const mark = marks.get(partner.key) ?? '';
  // Without a name there is nothing to propose a mark from; the name is what is asked for.
  if (mark === '') return undefined;
  if (!markSchema.safeParse(mark).success) return { kind: 'mark-unfit' };
  const first = all.find(({ key }) => marks.get(key) === mark);
  if (first === undefined || first.key === partner.key) return undefined;
  return { kind: 'mark-twice', other: first.name.trim() || mark };
}

function tooLong(value: string, limit: number): FieldProblem | undefined {
  return value.length > limit ? { kind: 'too-long', over: value.length - limit } : undefined;
}
