import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { asVisibleText } from '../protocol/visibleText.ts';
import { LANGUAGES } from '../template/keys.ts';
import { colorSchema, markSchema, partnerIdSchema } from './fields.ts';
import { ORIGIN, type Origin } from './origin.ts';
import type { Partner, Table } from './types.ts';

/**
 * The table document (`<board>/table`), which only the facilitator writes: the map `table` with title,
 * language and time made, the map `partners` from id to one flat value with its order, and `former` with the
 * same of partners who left.
 */
const partnerValueSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(LIMITS.partnerName)),
  mark: markSchema,
  color: colorSchema,
  kind: z.optional(z.string().check(z.maxLength(80))),
  /** Place in the row of partners; ties by id. */
  order: z.number(),
});

const tableOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('table');
const partnersOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('partners');
const formerOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('former');

/** Reads the table. Missing or unfit values fall back to something that can be shown; counted. */
export function readTable(doc: Y.Doc): { table: Table; unreadable: number } {
  const { found, unreadable } = readSeats(partnersOf(doc));
  const [title, language, made] = ['title', 'language', 'made'].map((key) => tableOf(doc).get(key));
  return {
    table: {
      title: typeof title === 'string' ? asVisibleText(title, LIMITS.title, '') : '',
      language: LANGUAGES.find((known) => known === language) ?? 'nl',
      made: typeof made === 'number' ? made : 0,
      partners: found.slice(0, LIMITS.maxPartners).map(({ partner }) => partner),
    },
    unreadable,
  };
}

const UNTITLED = { nl: 'Bord zonder titel', en: 'Board without a title' } as const;

/** What a board is called: never nothing, also when a program took its title away. */
export const titleOf = ({ title, language }: Pick<Table, 'title' | 'language'>): string =>
  title === '' ? UNTITLED[language] : title;

/**
 * Partners who left the table, by id: what their parked stickers are named after. One who is at the table again
 * is not among them.
 */
export function readFormer(doc: Y.Doc): ReadonlyMap<string, Partner> {
  const { found } = readSeats(formerOf(doc));
  return new Map(
    found
      .filter(({ partner }) => !partnersOf(doc).has(partner.id))
      .map(({ partner }) => [partner.id, partner]),
  );
}

function readSeats(seats: Y.Map<unknown>): {
  found: { partner: Partner; order: number }[];
  unreadable: number;
} {
  const found: { partner: Partner; order: number }[] = [];
  let unreadable = 0;
  for (const [id, value] of seats) {
    const parsed = partnerValueSchema.safeParse(value);
    if (!parsed.success || !partnerIdSchema.safeParse(id).success) unreadable += 1;
    else {
      const { order, ...rest } = parsed.data;
      found.push({ partner: { id, ...(rest as Omit<Partner, 'id'>) }, order });
    }
  }
  found.sort((a, b) => a.order - b.order || (a.partner.id < b.partner.id ? -1 : 1));
  return { found, unreadable };
}

/** Writes the whole table, in one transaction. */
export function writeTable(doc: Y.Doc, table: Table, origin: Origin = ORIGIN.writeTable): void {
  doc.transact(() => {
    const map = tableOf(doc);
    map.set('title', table.title);
    map.set('language', table.language);
    map.set('made', table.made);
    table.partners.forEach(({ id, ...rest }, order) => {
      partnersOf(doc).set(id, { ...rest, order });
    });
  }, origin);
}

/**
 * Seats partners: new ones, or others in the place of those they have the id of, in this order and behind who
 * stays where they were. Only what differs is written, in one transaction.
 */
export function seatPartners(doc: Y.Doc, partners: readonly Partner[]): void {
  doc.transact(() => {
    partners.forEach(({ id, ...rest }, order) => {
      const seat = { ...rest, order };
      if (!equalityDeep(partnersOf(doc).get(id), seat)) partnersOf(doc).set(id, seat);
    });
  }, ORIGIN.writeTable);
}

/** Takes a partner off the table, in one transaction, and remembers it by name; what else speaks of it stays. */
export function removePartner(doc: Y.Doc, id: string): void {
  doc.transact(() => {
    const seat = partnersOf(doc).get(id);
    if (seat === undefined) return;
    formerOf(doc).set(id, seat);
    partnersOf(doc).delete(id);
  }, ORIGIN.writeTable);
}
