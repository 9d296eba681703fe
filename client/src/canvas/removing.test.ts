import { describe, expect, it } from 'vitest';
import { notices } from '../ui/notices.ts';
import { removeWithNotice } from './removing.ts';
import { fakeBoard, makeView } from './testing/fakeBoard.ts';
import { PARTNERS, STICKERS } from './testing/harness.ts';

describe('deleting', () => {
  it('offers the way back until undo has gone it', () => {
    const board = fakeBoard(makeView(PARTNERS, STICKERS));
    removeWithNotice(board, ['a']);
    expect(board.view.get().byId.has('a')).toBe(false);
    expect(notices.get()).toHaveLength(1);
    board.elsewhere.move('b', { x: 1000, y: 1000 });
    expect(notices.get()).toHaveLength(1);
    board.commands.undo();
    expect(board.view.get().byId.has('a')).toBe(true);
    expect(notices.get()).toEqual([]);
  });
});
