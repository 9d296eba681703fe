import { describe, expect, it } from 'vitest';
import { leftOver } from './leftOver.ts';

const note = (id: string, text = id) => ({ id, text });
const ended = (
  notes: readonly string[],
  unsent: readonly string[],
  board: Readonly<Record<string, string>>,
  seen: readonly string[] = [],
) =>
  leftOver({
    notes: notes.map((id) => note(id)),
    unsent: unsent.map((id) => note(id)),
    onBoard: (id) => board[id],
    seen: new Set(seen),
  });

describe('after a silent round', () => {
  it('nothing is left when all is on the board, or nothing was written', () => {
    expect(ended(['a', 'b'], [], { a: 'a', b: 'b' })).toEqual({ kind: 'nothing' });
    expect(ended([], [], {})).toEqual({ kind: 'nothing' });
    expect(
      leftOver({ notes: [note('a', ' ')], unsent: [], onBoard: () => undefined, seen: new Set() }),
    ).toEqual({
      kind: 'nothing',
    });
  });

  it('what the server did not have is late, but not what arrived all the same', () => {
    expect(ended(['a', 'b', 'c'], ['b', 'c'], { a: 'a', b: 'b' })).toEqual({
      kind: 'late',
      notes: [note('c')],
    });
  });

  it('what was written further in a sticker that is shown is late too', () => {
    expect(ended(['a'], ['a'], { a: 'half' })).toEqual({ kind: 'late', notes: [note('a')] });
  });

  it('what never reached the server is late when nothing had', () => {
    expect(ended(['a'], ['a'], {})).toEqual({ kind: 'late', notes: [note('a')] });
  });

  it('nothing was shown when nothing of what the server had is there', () => {
    expect(ended(['a', 'b'], ['b'], {})).toEqual({ kind: 'dropped', notes: [note('a'), note('b')] });
  });

  it('was shown, also when a colleague deleted it at once', () => {
    expect(ended(['a'], [], {}, ['a'])).toEqual({ kind: 'nothing' });
  });
});
