import { completePartners, OKABE_ITO } from '@samenbord/shared/board';
import { type CreateBoardRequest, LIMITS } from '@samenbord/shared/protocol';
import type { Language } from '@samenbord/shared/template';

/** One partner as it is being typed. */
export interface PartnerEntry {
  /** Tells the rows apart while they move; never leaves the form. */
  readonly key: string;
  readonly name: string;
  /** What was typed as mark; empty while the proposal is followed. */
  readonly mark: string;
  /** `#RRGGBB` of the Okabe-Ito set; no two partners have the same. */
  readonly color: string;
}

/** The form in which a board is made. An immutable value: every change gives a new one. */
export interface BoardForm {
  readonly title: string;
  readonly language: Language;
  readonly partners: readonly PartnerEntry[];
}

/** A form to start from: two partners, the fewest that make a collaboration. */
export function emptyForm(language: Language): BoardForm {
  const partners: PartnerEntry[] = [];
  for (let n = 0; n < LIMITS.minPartners; n += 1) partners.push(newPartner(partners));
  return { title: '', language, partners };
}

function newPartner(others: readonly PartnerEntry[]): PartnerEntry {
  const color = OKABE_ITO.find((free) => others.every((other) => other.color !== free)) ?? OKABE_ITO[0];
  const keys = others.map(({ key }) => Number(key));
  return { key: String(Math.max(0, ...keys) + 1), name: '', mark: '', color };
}

/** One partner more, with a colour nobody has; the same form when there are as many as a board holds. */
export function addPartner(form: BoardForm): BoardForm {
  if (form.partners.length >= LIMITS.maxPartners) return form;
  return { ...form, partners: [...form.partners, newPartner(form.partners)] };
}

/** One partner less; the same form when there are as few as a board needs. */
export function removePartner(form: BoardForm, key: string): BoardForm {
  if (form.partners.length <= LIMITS.minPartners) return form;
  return { ...form, partners: form.partners.filter((partner) => partner.key !== key) };
}

/** A partner one place up (-1) or down (+1); the same form at the ends. */
export function movePartner(form: BoardForm, key: string, by: -1 | 1): BoardForm {
  const from = form.partners.findIndex((partner) => partner.key === key);
  const moved = form.partners[from];
  const other = form.partners[from + by];
  if (moved === undefined || other === undefined) return form;
  const partners = form.partners.with(from, other).with(from + by, moved);
  return { ...form, partners };
}

/** Another name or mark for a partner. */
export function editPartner(
  form: BoardForm,
  key: string,
  change: Partial<Pick<PartnerEntry, 'name' | 'mark'>>,
): BoardForm {
  const edit = (partner: PartnerEntry) => (partner.key === key ? { ...partner, ...change } : partner);
  return { ...form, partners: form.partners.map(edit) };
}

/** Another colour for a partner. Who had it takes the old one, so that colours never meet. */
export function chooseColor(form: BoardForm, key: string, color: string): BoardForm {
  const former = form.partners.find((partner) => partner.key === key)?.color;
  if (former === undefined) return form;
  const recolor = (partner: PartnerEntry) => {
    if (partner.key === key) return { ...partner, color };
    return partner.color === color ? { ...partner, color: former } : partner;
  };
  return { ...form, partners: form.partners.map(recolor) };
}

/** The mark every partner has now, by key: as typed, else proposed from its name; empty without either. */
export function marksOf(form: BoardForm): ReadonlyMap<string, string> {
  const named = form.partners.filter(({ name, mark }) => name.trim() !== '' || mark.trim() !== '');
  const completed = completePartners(
    named.map(({ name, mark, color }) => ({
      name: name.trim(),
      color,
      ...(mark.trim() === '' ? {} : { mark: mark.trim().toUpperCase() }),
    })),
  );
  const marks = new Map(form.partners.map(({ key }) => [key, '']));
  named.forEach(({ key }, index) => {
    marks.set(key, completed[index]?.mark ?? '');
  });
  return marks;
}

/** What to ask the server for. Only for a form without problems. */
export function toRequest(form: BoardForm): CreateBoardRequest {
  const marks = marksOf(form);
  return {
    title: form.title.trim(),
    language: form.language,
    partners: form.partners.map(({ key, name, color }) => ({
      name: name.trim(),
      mark: marks.get(key) ?? '',
      color,
    })),
  };
}
