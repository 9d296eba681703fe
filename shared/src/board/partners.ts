import type { FilePartner } from './file.ts';
import type { Partner } from './types.ts';

/**
 * The eight colours of Okabe and Ito (Color Universal Design, 2008), which readers with any kind of
 * colour blindness can tell apart. Black comes last: its tint is grey.
 */
export const OKABE_ITO = [
  '#56B4E9',
  '#E69F00',
  '#CC79A7',
  '#009E73',
  '#D55E00',
  '#0072B2',
  '#F0E442',
  '#000000',
] as const;

/** Legal forms and articles that say nothing about who somebody is. */
const FILLERS = new Set([
  'de',
  'het',
  'een',
  'van',
  'en',
  'the',
  'of',
  'bv',
  'nv',
  'ua',
  'stichting',
  'vereniging',
]);

/**
 * Completes partners somebody typed: an id from the name, a letter mark that nobody else has, a colour
 * that nobody else has. What is given stays.
 */
export function completePartners(given: readonly FilePartner[]): Partner[] {
  const ids = new Set(given.map((partner) => partner.id).filter((id) => id !== undefined));
  const marks = new Set(
    given.map((partner) => partner.mark?.toUpperCase()).filter((mark) => mark !== undefined),
  );
  const colors = new Set(given.map((partner) => partner.color?.toUpperCase()).filter((c) => c !== undefined));
  return given.map((partner, index) => {
    const id = partner.id ?? unused(proposeIds(partner.name), ids, `partner-${index + 1}`);
    const mark = partner.mark ?? unused(proposeMarks(partner.name), marks, String(index + 1));
    const color =
      partner.color ?? unused(OKABE_ITO, colors, OKABE_ITO[index % OKABE_ITO.length] ?? OKABE_ITO[0]);
    const { name, kind } = partner;
    return { id, name, mark, color, ...(kind === undefined ? {} : { kind }) };
  });
}

function unused(candidates: Iterable<string>, taken: Set<string>, otherwise: string): string {
  for (const candidate of candidates) {
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
  return otherwise;
}

function* proposeIds(name: string): Generator<string> {
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base =
    words
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 32) || 'partner';
  yield base;
  for (let n = 2; n < 100; n += 1) yield `${base}-${n}`;
}

/** Initials of the telling words first, then the other letters of the name, then the alphabet. */
function* proposeMarks(name: string): Generator<string> {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !FILLERS.has(word.toLowerCase()));
  for (const word of [...telling, ...words]) yield* capitals(word).slice(0, 1);
  yield* capitals(words.join(''));
  yield* 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
}

/** Whole letters in upper case, of which some become several or get a loose accent: ß is SS. */
const capitals = (word: string): string[] => word.toUpperCase().match(/[\p{L}\p{N}]/gu) ?? [];
