import { describe, expect, test } from 'vitest';
import { decide, mayManageLinks, type Subject } from './decide.ts';

const BOARD = 'board-of-ours';
const SUBJECTS: Readonly<Record<string, Subject>> = {
  facilitator: { board: BOARD, role: 'facilitator' },
  partner: { board: BOARD, role: 'partner', partner: 'gemeente' },
  'other partner': { board: BOARD, role: 'partner', partner: 'corporatie' },
  observer: { board: BOARD, role: 'observer' },
  'facilitator elsewhere': { board: 'another-board', role: 'facilitator' },
  'partner elsewhere': { board: 'another-board', role: 'partner', partner: 'gemeente' },
  'observer elsewhere': { board: 'another-board', role: 'observer' },
};

/** r and w as allowed, - as refused: every role against every form of name. */
const TABLE: readonly [document: string, rights: Readonly<Record<keyof typeof SUBJECTS, string>>][] = [
  [
    BOARD,
    {
      facilitator: 'rw',
      partner: 'rw',
      'other partner': 'rw',
      observer: 'r-',
      'facilitator elsewhere': '--',
      'partner elsewhere': '--',
      'observer elsewhere': '--',
    },
  ],
  [
    `${BOARD}/table`,
    {
      facilitator: 'rw',
      partner: 'r-',
      'other partner': 'r-',
      observer: 'r-',
      'facilitator elsewhere': '--',
      'partner elsewhere': '--',
      'observer elsewhere': '--',
    },
  ],
];

const NOBODY = [
  `${BOARD}/private/gemeente`,
  `${BOARD}/private/corporatie`,
  `${BOARD}/silent/round-1/person-1`,
  'another-board-still',
  // Names that are none of the forms.
  '',
  '/',
  `${BOARD}/`,
  `/${BOARD}`,
  `${BOARD}/table/`,
  `${BOARD}/table/x`,
  `${BOARD}/Table`,
  `${BOARD}//table`,
  `${BOARD}/../${BOARD}`,
  `${BOARD}/private`,
  `${BOARD}/silent/round-1`,
  `${BOARD}\0`,
  `${BOARD}\n`,
  `${BOARD} `,
  '__proto__',
];

describe('what a session may do with a document', () => {
  for (const [document, rights] of TABLE)
    for (const [who, expected] of Object.entries(rights))
      test(`${who} on ${document}: ${expected}`, () => {
        const subject = SUBJECTS[who];
        if (subject === undefined) throw new Error(`the table names nobody called ${who}`);
        const { read, write } = decide(subject, document);
        expect(`${read ? 'r' : '-'}${write ? 'w' : '-'}`).toBe(expected);
      });

  for (const document of NOBODY)
    for (const [who, subject] of Object.entries(SUBJECTS))
      test(`${who} on ${JSON.stringify(document)}: nothing`, () => {
        expect(decide(subject, document)).toEqual({ read: false, write: false });
      });

  test.each(Object.entries(SUBJECTS))('links: %s', (_who, subject) => {
    expect(mayManageLinks(subject)).toBe(subject.role === 'facilitator');
  });
});
