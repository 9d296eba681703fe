import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Identity } from './identity.ts';
import { endsObject } from './plainJson.ts';
import type { Session } from './types.ts';

const seed = Math.floor(Math.random() * 2 ** 31);
process.stdout.write(`identity: seed ${seed}\n`);

const session: Session = {
  board: 'board',
  link: 'link',
  person: { id: 'anna', name: 'Anna "de \\ Vries"' },
  role: 'partner',
  partner: 'gemeente',
};
const OWN = { id: 'anna', name: 'Anna "de \\ Vries"', role: 'partner', partner: 'gemeente' };

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value));

it('what ends an object the plain way is JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), json)), fc.nat(), fc.nat(127), (members, at, code) => {
      const rest = `${members.map(([key, value]) => `,${JSON.stringify(key)}:${value}`).join('')}}`;
      expect(() => JSON.parse(`{"a":1${rest}`)).not.toThrow();
      const broken = `${rest.slice(0, at % rest.length)}${String.fromCharCode(code)}${rest.slice((at % rest.length) + 1)}`;
      for (const text of [rest, broken, rest.slice(1), `${rest}}`, ''])
        if (endsObject(`{"a":1${text}`, 6)) expect(() => JSON.parse(`{"a":1${text}`)).not.toThrow();
    }),
    { seed, numRuns: 500 },
  );
}, 30_000);

it('knows what the page says as plain', () => {
  const state =
    '{"a":1,"sheet":"één","cursor":{"x":-1.5,"y":0,"z":120},"drag":null,"list":[true,false,[],{}]}';
  expect(endsObject(state, 6)).toBe(true);
  for (const text of [
    '{"a":1,"x":01}',
    '{"a":1,"x":1.}',
    '{"a":1,"x":-}',
    '{"a":1,}',
    '{"a":1} ',
    '{"a":1,"x":[1,]}',
  ])
    expect(endsObject(text, 6), text).toBe(false);
});

it('[PR6] whatever was said before and however it is spelt, a state says who its session is, and the rest', () => {
  const user = fc.oneof(json, fc.constant(JSON.stringify(OWN)), fc.constant('{"id":"bram","id":"carla"}'));
  const key = fc.constantFrom('user', '\\u0075ser', 'use\\u0072', 'cursor', 'drag', '__proto__', 'a"b');
  const member = fc.tuple(key, user).map(([name, value]) => `"${name.replace('"', '\\"')}":${value}`);
  const state = fc.array(member, { maxLength: 4 }).map((members) => `{${members.join(',')}}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(state, fc.boolean()), { minLength: 1, maxLength: 6 }), (said) => {
      const identity = new Identity(session);
      for (const [text, again] of said) {
        for (const one of again ? [text, text] : [text]) {
          const put = identity.put(one, true);
          expect(put).toBeDefined();
          const parsed = JSON.parse(put ?? '');
          expect(parsed.user).toMatchObject(OWN);
          expect({ ...parsed, user: 0 }).toEqual({ ...JSON.parse(one), user: 0 });
          // Also for a reader that takes the first of two members of one name.
          expect(put?.match(/"(u|\\u0075)se(r|\\u0072)":/g)?.length).toBe(1 + inside(parsed));
        }
      }
    }),
    { seed, numRuns: 500 },
  );
}, 30_000);

/** How many members called `user` lie deeper. */
function inside(state: object): number {
  const text = JSON.stringify(Object.values(state));
  return text.match(/"user":/g)?.length ?? 0;
}

it('[PR7] refuses what is no JSON object, also behind a beginning that it knows', () => {
  const identity = new Identity(session);
  expect(identity.put('{"user":{"id":"x"},"a":1}', true)).toBeDefined();
  for (const text of [
    '',
    '[]',
    '1',
    'null',
    '{"user":{"id":"x"},"a":}',
    '{"user":{"id":"x"}',
    '{"user":{"id":"x"},"a":1}}',
  ])
    expect(identity.put(text, true), text).toBeUndefined();
});

it('[PR9] one who may only read is not seen to drag, however often it says so', () => {
  const identity = new Identity(session);
  const text = '{"user":{},"drag":{"x":1},"ink":{"x":1},"typing":"s1","sheet":"a"}';
  for (const mayWrite of [true, false, false, true, false]) {
    const put = JSON.parse(identity.put(text, mayWrite) ?? '');
    expect('drag' in put || 'ink' in put || 'typing' in put).toBe(mayWrite);
    expect(put).toMatchObject({ user: OWN, sheet: 'a' });
  }
});
