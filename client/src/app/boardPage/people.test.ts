import type { Partner } from '@samenbord/shared/board';
import type { Presence, Role } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { initialsOf, peopleOn } from './people.ts';

const gemeente: Partner = { id: 'gemeente', name: 'Gemeente', mark: 'G', color: '#E69F00' };
const corporatie: Partner = { id: 'corporatie', name: 'Corporatie', mark: 'C', color: '#CC79A7' };
const me = { id: 'me', name: 'Ans de Wit', role: 'observer' as Role };

let clients = 0;
function other(
  id: string,
  name: string,
  role: Role,
  partner?: string,
): { client: number; presence: Presence } {
  clients += 1;
  return { client: clients, presence: { user: { id, name, role, ...(partner ? { partner } : {}) } } };
}

describe('peopleOn', () => {
  it('puts oneself first, then the facilitator, then partners as they sit at the table', () => {
    const others = [
      other('1', 'Zoë', 'observer'),
      other('2', 'Bram', 'partner', 'corporatie'),
      other('3', 'Piet', 'partner', 'gemeente'),
      other('4', 'Anna', 'partner', 'gemeente'),
      other('5', 'Fenna', 'facilitator'),
    ];
    const names = peopleOn(me, others, [gemeente, corporatie]).map(({ name }) => name);
    expect(names).toEqual(['Ans de Wit', 'Fenna', 'Anna', 'Piet', 'Bram', 'Zoë']);
  });

  it('counts one person in several tabs once, oneself too', () => {
    const others = [
      other('me', 'Ans de Wit', 'observer'),
      other('1', 'Bram', 'facilitator'),
      other('1', 'Bram', 'facilitator'),
    ];
    expect(peopleOn(me, others, []).map(({ id, isMe }) => [id, isMe])).toEqual([
      ['me', true],
      ['1', false],
    ]);
  });

  it('knows for whom somebody speaks, unless that partner left the table', () => {
    const others = [other('1', 'Bram', 'partner', 'gemeente'), other('2', 'Cor', 'partner', 'weg')];
    const partners = peopleOn(me, others, [gemeente]).map(({ partner }) => partner);
    expect(partners).toEqual([undefined, gemeente, undefined]);
  });
});

it.each([
  ['Ans', 'A'],
  ['Ans de Wit', 'AW'],
  ['  jan-peter  ', 'JP'],
  ['élodie', 'É'],
  ['🙂', '?'],
  ['', '?'],
])('takes initials of %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
