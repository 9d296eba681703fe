import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { RoomDocument } from './document.ts';
import { readFrame } from './frames.ts';
import { checkUpdate } from './updates.ts';

/** What a document made of an update holds, and whether anything waits in it. */
function contentOf(update: Uint8Array | undefined): { readonly map: unknown; readonly waits: boolean } {
  const doc = new Y.Doc();
  if (update !== undefined) Y.applyUpdate(doc, update);
  return { map: doc.getMap('m').toJSON(), waits: doc.store.pendingStructs !== null };
}

/** Two changes of client 9, and one of client 7 that waits for the second and fails when it comes. */
function rows(): { readonly first: Uint8Array; readonly second: Uint8Array; readonly trap: Uint8Array } {
  const doc = new Y.Doc();
  doc.clientID = 9;
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void made.push(update));
  doc.getMap('m').set('first', 1);
  doc.getMap('m').set('second', 2);
  const [first = Uint8Array.of(), second = Uint8Array.of()] = made;
  // Of client 7 at clock 0: beside its own clock 100, which never comes, and beside client 9 at clock 1.
  return { first, second, trap: Uint8Array.of(1, 1, 7, 0, 0xc4, 7, 100, 9, 1, 1, 0x78, 0) };
}

it('[DU13] what waits is dropped when a good change fails because of it', () => {
  const { first, second, trap } = rows();
  const document = new RoomDocument(undefined);
  document.apply([first]);
  document.apply([trap]);
  expect(document.pendingBytes).toBeGreaterThan(0);
  expect(document.takeDropped()).toBe(false);
  document.apply([second]);
  expect([document.takeDropped(), document.takeDropped()]).toEqual([true, false]);
  expect(contentOf(document.encode())).toEqual({ map: { first: 1, second: 2 }, waits: false });
});

it('[DU13] what came from another node and made it fail is shown all the same', () => {
  const { first, second, trap } = rows();
  const document = new RoomDocument({ snapshot: first, updates: [trap], position: 2 });
  const news = document.applyNews([second]);
  expect(document.takeDropped()).toBe(true);
  const reader = new Y.Doc();
  Y.applyUpdate(reader, first);
  Y.applyUpdate(reader, news ?? Uint8Array.of());
  expect(reader.getMap('m').toJSON()).toEqual({ first: 1, second: 2 });
});

it('[DU13] a snapshot with such a change in it opens, and the encoding kept for joining is made anew', () => {
  const { first, second, trap } = rows();
  const waiting = new RoomDocument({ snapshot: undefined, updates: [first, trap], position: 2 });
  const document = new RoomDocument({ snapshot: waiting.encode(), updates: [], position: 2 });
  const nothing = Y.encodeStateVector(new Y.Doc());
  const before = document.answer(nothing, 0);
  document.apply([second]);
  const after = document.answer(nothing, 0);
  expect(after.length).toBe(1);
  expect(after[0]).not.toEqual(before[0]);
});

it('[DU12] a change that fails by itself still does, though others wait', () => {
  const { first } = rows();
  const later = new Y.Doc();
  later.clientID = 8;
  later.getMap('m').set('a', 1);
  const vector = Y.encodeStateVector(later);
  later.getMap('m').set('b', 2);
  const document = new RoomDocument({ snapshot: first, updates: [], position: 1 });
  document.apply([Y.encodeStateAsUpdate(later, vector)]);
  expect(document.pendingBytes).toBeGreaterThan(0);
  expect(() => document.apply([Uint8Array.of(1, 1, 9, 0, 200)])).toThrow();
});

it('[ME5] asleep it answers as awake, whatever is asked and in whatever order it wakes', () => {
  const act = fc.record({
    key: fc.nat(5),
    value: fc.string({ maxLength: 5 }),
    remove: fc.boolean(),
    sleep: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 30 }), fc.nat(30), (acts, known) => {
      const [sleeper, waker] = [new RoomDocument(undefined), new RoomDocument(undefined)];
      const client = new Y.Doc();
      let partial = Uint8Array.of(0);
      let step = 0;
      client.on('update', (update: Uint8Array) => {
        sleeper.apply([update]);
        waker.apply([update]);
      });
      for (const { key, value, remove, sleep } of acts) {
        if (sleep) sleeper.sleep(1_000_000);
        if (sleep) expect(sleeper.asleep).toBe(true);
        const map = client.getMap('m');
        if (step++ === known) partial = new Uint8Array(Y.encodeStateVector(client));
        for (const vector of [Uint8Array.of(0), partial, Y.encodeStateVector(client)]) {
          const [ours, theirs] = [sleeper, waker].map((one) => bodyOf(one.answer(vector, 0)));
          expect(ours).toEqual(theirs);
        }
        expect(bodyOf([sleeper.question()])).toEqual(bodyOf([waker.question()]));
        expect(contentOf(sleeper.encode())).toEqual(contentOf(waker.encode()));
        if (remove) map.delete(`k${key}`);
        else map.set(`k${key}`, value);
      }
      const all = checkUpdate(Y.encodeStateAsUpdate(client));
      sleeper.sleep(1_000_000);
      expect(all && sleeper.lacks(all)).toBe(false);
    }),
  );
});

/** What messages hold, in however many parts: from where to where of each client, and what is deleted. */
function bodyOf(messages: readonly Uint8Array[]): unknown {
  const frames = messages.map((message) => readFrame(message));
  const bodies = frames.flatMap((frame) => ('update' in frame ? [frame.update] : []));
  const vectors = frames.flatMap((frame) => ('stateVector' in frame ? [frame.stateVector] : []));
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates(bodies.length > 0 ? bodies : [Uint8Array.of(0, 0)]));
  return {
    from: structs[0]?.id.clock,
    to: structs.reduce((end, { id, length }) => Math.max(end, id.clock + length), 0),
    deleted: [...ds.clients].map(([client, items]) => [client, items.map(({ clock, len }) => [clock, len])]),
    vectors: vectors.map((vector) => [...Y.decodeStateVector(vector)]),
  };
}

it('[LO7] who has a part gets what it lacks and what waits for others; that is made once for all who ask', () => {
  const { first, second } = rows();
  const author = new Y.Doc();
  author.clientID = 5;
  author.getMap('m').set('third', 3);
  const third = Y.encodeStateAsUpdate(author);
  const document = new RoomDocument({ snapshot: first, updates: [second], position: 2 });
  const late = new Y.Doc();
  late.clientID = 3;
  const made: Uint8Array[] = [];
  late.on('update', (update: Uint8Array) => void made.push(update));
  late.getText('t').insert(0, 'samen');
  late.getText('t').delete(0, 2);
  const [missing = Uint8Array.of()] = made;
  // What builds on, and deletes of, what has not come.
  document.apply(made.slice(1));
  document.apply([third]);
  const reader = new Y.Doc();
  Y.applyUpdate(reader, first);
  const answer = document.answer(Y.encodeStateVector(reader), 0);
  expect(answer.map((frame) => readFrame(frame).kind)).toEqual(['step2', 'update']);
  expect(document.answer(Y.encodeStateVector(author), 0)[1]).toBe(answer[1]);
  for (const frame of answer.map(readFrame)) if ('update' in frame) Y.applyUpdate(reader, frame.update);
  expect(reader.getMap('m').toJSON()).toEqual({ first: 1, second: 2, third: 3 });
  Y.applyUpdate(reader, missing);
  expect(reader.getText('t').toJSON()).toBe('men');
  document.apply([missing]);
  expect(document.answer(Y.encodeStateVector(author), 0)).toHaveLength(1);
});
