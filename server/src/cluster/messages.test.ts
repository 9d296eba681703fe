import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type DocumentMessage,
  decodeDocumentMessage,
  decodeNodeMessage,
  encodeDocumentMessage,
  encodeNodeMessage,
  type NodeMessage,
} from './messages.ts';

const count = fc.nat({ max: 2 ** 31 - 1 });
const sender = fc.record({ node: fc.string(), opening: count, number: count });
const state = fc.record({ client: count, clock: count, json: fc.string(), person: fc.string() });
const documentMessage: fc.Arbitrary<DocumentMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    change: fc.record({ previous: count, position: count, updates: fc.array(fc.uint8Array()) }),
  }),
  fc.record({ kind: fc.constant('presence' as const), all: fc.boolean(), states: fc.array(state) }),
  fc.record({ kind: fc.constant('compacted' as const), bytes: count }),
  fc.record({ kind: fc.constantFrom('ask' as const, 'leave' as const) }),
);
const nodeMessage: fc.Arbitrary<NodeMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('withdrawn' as const),
    withdrawal: fc.record({ board: fc.string(), link: fc.string() }),
  }),
  fc.record({
    kind: fc.constant('noted' as const),
    note: fc.record({ board: fc.string(), kind: fc.string(), id: fc.string() }),
  }),
  fc.record({ kind: fc.constantFrom('alive' as const, 'bye' as const) }),
);

it('[CN12] what nodes say to each other is read as it was written', () => {
  fc.assert(
    fc.property(sender, documentMessage, (from, message) => {
      expect(decodeDocumentMessage(encodeDocumentMessage(from, message))).toEqual({ sender: from, message });
    }),
  );
  fc.assert(
    fc.property(sender, nodeMessage, (from, message) => {
      expect(decodeNodeMessage(encodeNodeMessage(from, message))).toEqual({ sender: from, message });
    }),
  );
});

it('[CN12] bytes of anybody else, and messages cut short, are passed over', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(() => [decodeDocumentMessage(bytes), decodeNodeMessage(bytes)]).not.toThrow();
    }),
  );
  fc.assert(
    fc.property(sender, documentMessage, fc.nat(), (from, message, cut) => {
      const whole = encodeDocumentMessage(from, message);
      expect(decodeDocumentMessage(whole.subarray(0, cut % whole.byteLength))).toBeUndefined();
    }),
  );
  expect(decodeDocumentMessage(Uint8Array.of(2, 0, 0, 0, 2))).toBeUndefined();
});
