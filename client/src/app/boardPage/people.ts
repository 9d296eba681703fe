import type { Partner } from '@samenbord/shared/board';
import type { Duty, Role } from '@samenbord/shared/protocol';
import type { TemplateKey } from '@samenbord/shared/template';
import type { Me, Other } from '../../session/types.ts';

/** Somebody on the board now. One person in three tabs is one. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly role: Role;
  /** What they do for their partner, where they said so. */
  readonly duty: Duty | undefined;
  /** For whom they speak; `undefined` for facilitator, observer and who left the table. */
  readonly partner: Partner | undefined;
  readonly isMe: boolean;
  /** The sheet they look at, where they said so. */
  readonly sheet: TemplateKey | undefined;
}

/** Everybody on the board: oneself first, then by partner in the order of the table, then by name. */
export function peopleOn(me: Me, others: readonly Other[], partners: readonly Partner[]): readonly Person[] {
  const people = new Map<string, Person>();
  const add = (user: Me, isMe: boolean, sheet: TemplateKey | undefined) =>
    people.set(user.id, {
      id: user.id,
      name: user.name,
      initials: initialsOf(user.name),
      role: user.role,
      duty: user.duty,
      partner: partners.find(({ id }) => id === user.partner),
      isMe,
      sheet,
    });
  add(me, true, undefined);
  for (const { presence } of others) {
    const { user, sheet } = presence;
    if (!people.has(user.id)) add(meOf(user), false, sheet);
  }
  const rank = (person: Person): number => {
    if (person.isMe) return -2;
    if (person.role === 'facilitator') return -1;
    return person.partner === undefined ? partners.length : partners.indexOf(person.partner);
  };
  return [...people.values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

const meOf = ({ partner, duty, ...user }: Other['presence']['user']): Me => ({
  ...user,
  ...(partner === undefined ? {} : { partner }),
  ...(duty === undefined ? {} : { duty }),
});

/** One or two letters for a name: of the first and the last word; `?` for a name without letters. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => [...(word ?? '')][0] ?? '').join('');
  return letters === '' ? '?' : letters.toUpperCase();
}
