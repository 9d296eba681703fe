import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkUpdate, mergeChecked } from './updates.ts';

const seed = Math.floor(Math.random() * 2 ** 31);
process.stdout.write(`updates: seed ${seed}\n`);

/** One thing somebody does to a document. */
type Act = (doc: Y.Doc, at: number, text: string) => void;

const ACTS: readonly Act[] = [
  (doc, at, text) => doc.getMap('map').set(`k${at % 5}`, text),
  (doc, at) =>
    doc.getMap('map').set(`k${at % 5}`, { x: at / 7, y: -at, deep: [null, true, { z: 2 ** 40 + at }] }),
  (doc, at) => doc.getMap('map').delete(`k${at % 5}`),
  (doc, at, text) => doc.getText('text').insert(at % (doc.getText('text').length + 1), text),
  (doc, at) => {
    const text = doc.getText('text');
    if (text.length > 0) text.delete(at % text.length, 1);
  },
  (doc, at, text) =>
    doc
      .getArray('list')
      .insert(at % (doc.getArray('list').length + 1), [at, text, { none: undefined, list: [at] }]),
  (doc, at) => {
    const list = doc.getArray('list');
    if (list.length > 0) list.delete(at % list.length, 1);
  },
  (doc, at, text) => doc.getMap('map').set(`m${at % 3}`, new Y.Map([[text, new Y.Text(text)]])),
  (doc, at) => doc.getMap('map').set('bytes', Uint8Array.of(at % 256, 1, 2)),
  (doc, at, text) => doc.getText('text').format(0, doc.getText('text').length, { bold: at % 2 === 0, text }),
  (doc, at) => doc.getXmlFragment('xml').insert(0, [new Y.XmlElement(`e${at % 3}`)]),
];

const act = fc.record({
  person: fc.nat(2),
  what: fc.nat(ACTS.length - 1),
  at: fc.nat(1000),
  text: fc.oneof(fc.string({ maxLength: 8 }), fc.constant('één 🙂 \u{feff}')),
});

/** The updates of three people who work at once, some of whom have heard of each other. */
function updatesOf(
  acts: readonly { person: number; what: number; at: number; text: string }[],
): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const docs = [11, 7, 300_000].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      updates.push(update);
      for (const other of docs)
        if (other !== doc && updates.length % 3 === 0) Y.applyUpdate(other, update, 'other');
    });
    return doc;
  });
  for (const { person, what, at, text } of acts) {
    const doc = docs[person];
    if (doc !== undefined) ACTS[what]?.(doc, at, text);
  }
  return updates;
}

const stateOf = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const names = { map: doc.getMap('map'), list: doc.getArray('list'), xml: doc.getXmlFragment('xml') };
  return {
    ...Object.fromEntries(Object.entries(names).map(([name, type]) => [name, type.toJSON()])),
    text: doc.getText('text').toDelta(),
    vector: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
    waiting: doc.store.pendingStructs === null,
  };
};

it('merges checked updates into one that comes to the same as all of them, in whatever order they are cut', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), fc.nat(40), fc.nat(40), (acts, from, length) => {
      const updates = updatesOf(acts);
      const [head, window] = [updates.slice(0, from), updates.slice(from, from + length)];
      const merged = mergeChecked(window.map((update) => checkUpdate(update) ?? expect.fail('refused')));
      expect(stateOf([...head, ...merged])).toEqual(stateOf([...head, ...window]));
      // Also for one who lacks what it builds on, until that comes.
      expect(stateOf([...merged, ...head])).toEqual(stateOf([...window, ...head]));
    }),
    { seed, numRuns: 100 },
  );
}, 30_000);

it('knows the parts of most updates, so that they need not be decoded', () => {
  const kinds = ACTS.map((one) => {
    const doc = new Y.Doc();
    doc.getText('text').insert(0, 'begin');
    one(doc, 1, 'text');
    return checkUpdate(Y.encodeStateAsUpdate(doc))?.scan !== undefined;
  });
  expect(kinds.filter(Boolean).length).toBeGreaterThanOrEqual(ACTS.length - 2);
});

it('[BO3] what it takes Yjs can read, and it says the same of it; what Yjs cannot read it refuses', () => {
  const broken = fc.record({
    acts: fc.array(act, { minLength: 1, maxLength: 6 }),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
    cut: fc.nat(6),
  });
  fc.assert(
    fc.property(broken, ({ acts, changes, cut }) => {
      for (const update of updatesOf(acts)) {
        const bytes = update.slice(0, Math.max(0, update.byteLength - (cut < 4 ? 0 : cut)));
        for (const [at, value] of changes) if (bytes.byteLength > 0) bytes[at % bytes.byteLength] = value;
        const checked = checkUpdate(bytes);
        let decoded: ReturnType<typeof Y.decodeUpdate> | undefined;
        try {
          decoded = Y.decodeUpdate(bytes);
        } catch {
          expect(checked).toBeUndefined();
          continue;
        }
        if (checked?.scan === undefined) continue;
        const clocks = checked.scan.blocks.flatMap(({ client, from, to }) => [client, from, to]);
        const first = decoded.structs.filter(
          ({ id }, index) => id.client !== decoded.structs[index - 1]?.id.client,
        );
        expect(checked.scan.blocks.reduce((sum, { structs }) => sum + structs, 0)).toBe(
          decoded.structs.length,
        );
        for (const { id } of first) expect(clocks).toContain(id.clock);
        expect(checked.adds).toBe(decoded.structs.length > 0);
        expect(checked.deletes).toBe(decoded.ds.clients.size > 0);
      }
    }),
    { seed, numRuns: 300 },
  );
}, 30_000);
