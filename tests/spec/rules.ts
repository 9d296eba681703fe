/** Holds `server/SPEC.md` and the tests that carry its numbers together. */

/** A rule as it stands in the specification. */
export interface Rule {
  /** Two letters and a number. */
  readonly number: string;
  /** The heading above it. */
  readonly section: string;
}

/** The rule numbers in the names of a file's tests. */
export interface CarriedBy {
  readonly file: string;
  readonly numbers: readonly string[];
  /** Whether its tests talk to a server over sockets. */
  readonly sockets: boolean;
}

/** What a store promises is shown at the store itself; what the relay promises, to those connected to it. */
const OF_A_STORE = /\bstore\b/;

/** The rules of a specification, in its order. */
export function rulesOf(specification: string): readonly Rule[] {
  const rules: Rule[] = [];
  let section = '';
  for (const line of specification.split('\n')) {
    section = /^## (.*)/.exec(line)?.[1] ?? section;
    const number = /^- \*\*\[([A-Z]{2}\d+)\]\*\*/.exec(line)?.[1];
    if (number !== undefined) rules.push({ number, section });
  }
  return rules;
}

/** The rule numbers with which the tests of a source begin, each once. */
export function numbersIn(source: string): readonly string[] {
  const names = source.matchAll(/\(\s*['"`]((?:\[[A-Z]{2}\d+\]\s?)+)/g);
  const numbers = [...names].flatMap(([, name = '']) => name.match(/[A-Z]{2}\d+/g) ?? []);
  return [...new Set(numbers)];
}

/** What does not fit together, as sentences; none when all does. */
export function misfits(rules: readonly Rule[], carried: readonly CarriedBy[]): readonly string[] {
  const known = new Set(rules.map(({ number }) => number));
  const twice = rules.filter(({ number }, index) => rules.findIndex((one) => one.number === number) < index);
  return [
    ...twice.map(({ number }) => `${number} stands in the specification twice`),
    ...gapsIn(known).map((number) => `${number} is left out between its neighbours`),
    ...rules.flatMap((rule) => shortfall(rule, carried)),
    ...carried.flatMap(({ file, numbers }) =>
      numbers
        .filter((number) => !known.has(number))
        .map((number) => `${file} carries ${number}, which is no rule`),
    ),
  ];
}

function shortfall({ number, section }: Rule, carried: readonly CarriedBy[]): readonly string[] {
  const tests = carried.filter(({ numbers }) => numbers.includes(number));
  if (tests.length === 0) return [`${number} has no test that carries it`];
  if (OF_A_STORE.test(section) || tests.some(({ sockets }) => sockets)) return [];
  return [`${number} has no test over real sockets`];
}

/** Numbers below the highest of their letters that are missing: a rule that went leaves its number to its tests. */
function gapsIn(known: ReadonlySet<string>): readonly string[] {
  const letters = new Set([...known].map((number) => number.slice(0, 2)));
  return [...letters].flatMap((of) => {
    const highest = Math.max(
      ...[...known].filter((one) => one.startsWith(of)).map((one) => Number(one.slice(2))),
    );
    return Array.from({ length: highest }, (_, index) => `${of}${index + 1}`).filter(
      (one) => !known.has(one),
    );
  });
}
