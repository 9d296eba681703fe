import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Admission, judge } from './admission.ts';

const open: Admission = {
  isStep2: false,
  mayWrite: true,
  frozen: false,
  lacks: () => true,
  spaceLeft: () => 1000,
};

function updates(): { readonly set: Uint8Array; readonly deletion: Uint8Array } {
  const doc = new Y.Doc();
  doc.getMap('m').set('a', 1);
  const set = Y.encodeStateAsUpdate(doc);
  let deletion: Uint8Array = Uint8Array.of();
  doc.on('update', (update: Uint8Array) => {
    deletion = update;
  });
  doc.getMap('m').delete('a');
  return { set, deletion };
}

it('takes a change as it came', () => {
  const { set } = updates();
  expect(judge(set, open)).toMatchObject({ take: { bytes: set } });
});

it('[RO1] refuses a write of one who may only read, but not what brings nothing new', () => {
  const { set } = updates();
  const reader = { ...open, mayWrite: false };
  expect(judge(set, reader)).toEqual({ take: undefined, refusal: 'read-only' });
  expect(judge(set, { ...reader, isStep2: true, lacks: () => false })).toEqual({ take: undefined });
  expect(judge(Uint8Array.of(0, 0), reader)).toEqual({ take: undefined });
});

it('[FA5] passes over a step 2 without news, and never a live update', () => {
  const { set } = updates();
  const known = { ...open, lacks: () => false };
  expect(judge(set, { ...known, isStep2: true })).toEqual({ take: undefined });
  expect(judge(set, known)).toMatchObject({ take: { bytes: set } });
});

it('[BO4] at the bound takes what deletes only', () => {
  const { set, deletion } = updates();
  const full = { ...open, spaceLeft: () => 0 };
  expect(judge(set, full)).toEqual({ take: undefined, refusal: 'too-large' });
  expect(judge(deletion, full)).toMatchObject({ take: { bytes: deletion } });
});

it('[BO3] never throws, and takes nothing that Yjs cannot read to its end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const verdict = judge(bytes, open);
      if (verdict.take !== undefined) expect(() => Y.decodeUpdate(bytes)).not.toThrow();
    }),
    { numRuns: 5000 },
  );
});

it('[BO13] refuses what builds on what its own client only makes later, also merged with others', () => {
  const [client, clock] = [77, 5];
  // Client 77 from clock 5: one text of one character in `parent` or beside `origin` or `rightOrigin`.
  const left = (at: number) => Uint8Array.of(1, 1, client, clock, 0x84, client, at, 1, 0x78, 0);
  const right = (at: number) => Uint8Array.of(1, 1, client, clock, 0x44, client, at, 1, 0x78, 0);
  const inside = (at: number) => Uint8Array.of(1, 1, client, clock, 0x04, 0, client, at, 1, 0x78, 0);
  for (const make of [left, right, inside]) {
    expect(judge(make(clock - 1), open)).toMatchObject({ take: { bytes: make(clock - 1) } });
    for (const at of [clock, clock + 1, 127]) {
      expect(judge(make(at), open)).toEqual({ take: undefined, refusal: 'malformed' });
      const merged = Y.mergeUpdates([updates().set, make(at)]);
      expect(judge(merged, open)).toEqual({ take: undefined, refusal: 'malformed' });
    }
  }
});
