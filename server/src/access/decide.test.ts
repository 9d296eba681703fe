import { expect, test } from 'vitest';
import { type Action, BOARD_ACTIONS, DOCUMENT_ACTIONS } from './actions.ts';
import { decide, type Facts, type Verdict } from './decide.ts';
import { BOARD, ROWS, STATES, SUBJECTS } from './testing/truthTable.ts';

/** Of the same names, roles and partners, on another board: nothing here is theirs. */
const ELSEWHERE = Object.values(SUBJECTS).flatMap((subject) =>
  subject === undefined ? [] : [{ ...subject, board: 'another-board' }],
);

const LETTERS: Readonly<Record<string, Verdict>> = {
  y: { ok: true },
  u: { ok: false, refusal: 'unauthorised' },
  f: { ok: false, refusal: 'forbidden' },
  z: { ok: false, refusal: 'frozen' },
  o: { ok: false, refusal: 'over' },
  w: { ok: false, refusal: 'withdrawn' },
  b: { ok: false, refusal: 'no-board' },
};

const TARGETS = [...new Set(ROWS.map(({ target }) => target))];
const ACTIONS: readonly Action[] = [...DOCUMENT_ACTIONS, ...BOARD_ACTIONS];
const row = (target: string, action: string) =>
  ROWS.find((one) => one.target === target && one.action === action);

/** Names that are none of the forms, and what is no board's action on a document that is not the first. */
const NO_NAMES = [
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
  `${BOARD}/private/`,
  `${BOARD}/private/gemeente/x`,
  `${BOARD}/private/gemeente/../corporatie`,
  `${BOARD}/private/%67emeente`,
  `${BOARD}/silent/round-1`,
  `${BOARD}/silent/round-1/bea/x`,
  `${BOARD}\0`,
  `${BOARD}\n`,
  `${BOARD} `,
];

/** Fails with the first cell that is answered otherwise. Thousands are compared, so what is said of one is made late. */
function expectVerdict(letter: string | undefined, ...[subject, target, action, facts]: Ask): void {
  const expected = LETTERS[letter ?? ''];
  if (expected === undefined) throw new Error(`no such letter: ${letter}`);
  const verdict = decide(subject, target, action, facts);
  if (refusalOf(verdict) === refusalOf(expected)) return;
  expect(verdict, JSON.stringify({ subject, target, action, facts })).toEqual(expected);
}
const refusalOf = (verdict: Verdict): string => (verdict.ok ? 'none' : verdict.refusal);
type Ask = Parameters<typeof decide>;

function everyState(then: (facts: Facts, state: number) => void): void {
  for (const boardThere of [true, false])
    for (const link of ['works', 'withdrawn', 'past-end'] as const)
      STATES.forEach((state, index) => {
        then({ boardThere, link, ...state }, index);
      });
}

test('the table has a row for every document and action, and a cell for everybody', () => {
  for (const target of TARGETS)
    for (const action of DOCUMENT_ACTIONS) expect(row(target, action), `${target} ${action}`).toBeDefined();
  for (const action of BOARD_ACTIONS) expect(row(BOARD, action), action).toBeDefined();
  for (const { cells } of ROWS) {
    expect(cells).toHaveLength(Object.keys(SUBJECTS).length);
    for (const cell of cells) expect(cell).toMatch(/^[yufzowb]{4}$/);
  }
});

for (const { target, action, cells } of ROWS)
  test(`${action} ${target}`, () => {
    Object.values(SUBJECTS).forEach((subject, column) => {
      everyState((facts, state) => {
        const known = ACTIONS.find((one) => one === action);
        if (known === undefined) throw new Error(`the table has an action that there is not: ${action}`);
        const letter = !facts.boardThere
          ? 'b'
          : facts.link === 'works' || subject === undefined
            ? cells[column]?.[state]
            : 'w';
        expectVerdict(letter, subject, target, known, facts);
      });
    });
  });

test('a session of another board has nothing here, whatever its role', () => {
  for (const subject of ELSEWHERE)
    for (const { target } of ROWS)
      for (const action of ACTIONS)
        everyState((facts) => {
          expectVerdict(facts.boardThere ? 'f' : 'b', subject, target, action, facts);
        });
});

test('what is no name of a document is refused to everybody', () => {
  for (const subject of [...Object.values(SUBJECTS), ...ELSEWHERE])
    for (const target of NO_NAMES)
      for (const action of ACTIONS)
        everyState((facts) => {
          expectVerdict('f', subject, target, action, facts);
        });
});

test('actions of a board are asked of its first document and of no other', () => {
  for (const subject of Object.values(SUBJECTS))
    for (const target of TARGETS.filter((name) => name !== BOARD))
      for (const action of BOARD_ACTIONS)
        everyState((facts) => {
          const letter = !facts.boardThere
            ? 'b'
            : subject === undefined
              ? 'u'
              : facts.link === 'works'
                ? 'f'
                : 'w';
          expectVerdict(letter, subject, target, action, facts);
        });
});
