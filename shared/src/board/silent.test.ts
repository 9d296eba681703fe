import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { isLate, LATE_TAG, readSilentReady, writeSilentReady } from './silent.ts';

it('remembers whether the writer is ready, and writes only what changes', () => {
  const doc = new Y.Doc();
  let written = 0;
  doc.on('update', () => {
    written += 1;
  });
  writeSilentReady(doc, false);
  expect([readSilentReady(doc), written]).toEqual([false, 0]);
  writeSilentReady(doc, true);
  writeSilentReady(doc, true);
  expect([readSilentReady(doc), written]).toEqual([true, 1]);
  writeSilentReady(doc, false);
  expect(readSilentReady(doc)).toBe(false);
});

it('knows a late sticker by its tag', () => {
  expect(isLate({ tags: ['x', LATE_TAG] })).toBe(true);
  expect(isLate({ tags: [] })).toBe(false);
  expect(isLate({})).toBe(false);
});
