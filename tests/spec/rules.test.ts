import { expect, it } from 'vitest';
import { type CarriedBy, misfits, numbersIn, rulesOf } from './rules.ts';
import { carriedRules, SPECIFICATION } from './sources.ts';

const rule = (number: string, section = 'Loading') => ({ number, section });
const carries = (numbers: readonly string[], sockets = true): CarriedBy => ({
  file: 'a.test.ts',
  numbers,
  sockets,
});

it('every rule of the specification has a test with its number, those of the relay over sockets', () => {
  const rules = rulesOf(SPECIFICATION);
  expect(rules.length).toBeGreaterThan(100);
  expect(misfits(rules, carriedRules())).toEqual([]);
});

it('notices a rule without a test, and a number without a rule', () => {
  expect(misfits([rule('LO1'), rule('LO2')], [carries(['LO1', 'LO3'])])).toEqual([
    'LO2 has no test that carries it',
    'a.test.ts carries LO3, which is no rule',
  ]);
});

it('notices a rule of the relay that is tested without sockets only', () => {
  const rules = [rule('LO1'), rule('SQ1', 'The SQLite store')];
  expect(misfits(rules, [carries(['LO1', 'SQ1'], false)])).toEqual(['LO1 has no test over real sockets']);
  expect(misfits(rules, [carries(['LO1', 'SQ1'], false), carries(['LO1'])])).toEqual([]);
});

it('notices a number that stands twice, or is left out', () => {
  expect(misfits([rule('LO1'), rule('LO1'), rule('LO3')], [carries(['LO1', 'LO3'])])).toEqual([
    'LO1 stands in the specification twice',
    'LO2 is left out between its neighbours',
  ]);
});

it('reads rules with their sections, and numbers in the names of tests', () => {
  expect(rulesOf('## One\n\n- **[LO1]** A\n  [LO9].\n## Two\n- **[DU12]** B, see [LO1]')).toEqual([
    rule('LO1', 'One'),
    rule('DU12', 'Two'),
  ]);
  // Put together here, so that this file carries none of them.
  const name = (numbers: string) => `('${numbers} does`;
  const source = `it${name('[LO1]')} x', f); it.each([1])(\n  ${name('[DU2] [DU3]').slice(1)}'); // [AB1]`;
  expect(numbersIn(source)).toEqual(['LO1', 'DU2', 'DU3']);
});
