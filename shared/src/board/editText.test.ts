import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addStickers, difference, editText, textOf } from './stickers.ts';

const EMOJI = ['😀', '🈀', '👩‍🚀', 'é', '\u{1F3FD}'];
/** Texts in which equal neighbours, and pairs that share a half, are common. */
const words = fc
  .array(fc.oneof(fc.constantFrom('a', 'b', ' ', '\n', ...EMOJI), fc.string({ unit: 'grapheme' })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1));

function docWith(text: string): Y.Doc {
  const doc = new Y.Doc();
  addStickers(doc, [
    { id: 's', place: { sheet: 'brengen-halen', region: null, x: 0, y: 0, z: 0 }, text, made: 0 },
  ]);
  return doc;
}

const read = (doc: Y.Doc): string => textOf(doc, 's')?.toString() ?? '';

describe('difference', () => {
  it('turns one text into the other, never within a surrogate pair', () => {
    fc.assert(
      fc.property(words, words, fc.nat(), (before, next, where) => {
        const caret = where % (next.length + 1);
        const { start, removed, inserted } = difference(
          before,
          next,
          splitsPair(next, caret) ? caret + 1 : caret,
        );
        expect(removed).toBeGreaterThanOrEqual(0);
        expect(before.slice(0, start) + inserted + before.slice(start + removed)).toBe(next);
        expect(splitsPair(before, start)).toBe(false);
        expect(splitsPair(before, start + removed)).toBe(false);
        expect(inserted.isWellFormed()).toBe(true);
      }),
    );
  });

  it('says which of equal letters was typed by the caret', () => {
    expect(difference('aaa', 'aaaa', 1)).toEqual({ start: 0, removed: 0, inserted: 'a' });
    expect(difference('aaa', 'aaaa', 4)).toEqual({ start: 3, removed: 0, inserted: 'a' });
    expect(difference('aaa', 'aa', 1)).toEqual({ start: 1, removed: 1, inserted: '' });
  });

  it('replaces a whole pair when only one half differs', () => {
    expect(difference('x😀y', 'x🈀y', 3)).toEqual({ start: 1, removed: 2, inserted: '🈀' });
    expect(difference('x😀y', 'x😁y', 3)).toEqual({ start: 1, removed: 2, inserted: '😁' });
  });
});

describe('editText', () => {
  it('makes the text what the field reads, in every copy', () => {
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 5 }), (first, edits) => {
        const doc = docWith(first);
        const copy = new Y.Doc();
        doc.on('update', (update) => Y.applyUpdate(copy, update));
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        for (const next of edits) {
          editText(doc, 's', next);
          expect(read(doc)).toBe(next);
          expect(read(copy)).toBe(next);
        }
      }),
    );
  });

  it('lets two people type in one text: what both wrote is there, once, in both copies', () => {
    const piece = fc.stringMatching(/^[a-m]{1,6}$/);
    const other = fc.stringMatching(/^[n-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{0,8}$/),
        piece,
        other,
        fc.nat(),
        fc.nat(),
        (text, left, right, i, j) => {
          const mine = docWith(text);
          const theirs = new Y.Doc();
          Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
          const [at, bt] = [i % (text.length + 1), j % (text.length + 1)];
          editText(mine, 's', text.slice(0, at) + left + text.slice(at), at + left.length);
          editText(theirs, 's', text.slice(0, bt) + right + text.slice(bt), bt + right.length);
          const update = Y.encodeStateAsUpdate(mine);
          Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
          Y.applyUpdate(theirs, update);
          expect(read(mine)).toBe(read(theirs));
          expect(read(mine)).toContain(left);
          expect(read(mine)).toContain(right);
          expect(read(mine)).toHaveLength(text.length + left.length + right.length);
        },
      ),
    );
  });
});
