import { LIMITS } from '@samenbord/shared/protocol';
import { describe, expect, it } from 'vitest';
import { setUp } from '../testing/harness.ts';

const DRAFT = {
  sheet: 'partnermodel-canvas',
  center: { x: 3900, y: 1500 },
  size: 'M',
  partner: null,
} as const;

describe('a new sticker', () => {
  it('comes on the board with its first letter', () => {
    const { model, board, session } = setUp();
    model.desk.startNew(DRAFT);
    expect(model.desk.edit('', 0)).toBe('ok');
    expect(board.view.get().byId.size).toBe(3);
    expect(model.desk.edit('H', 1)).toBe('ok');
    expect(model.desk.edit('Hoi', 3)).toBe('ok');
    const made = board.view.get().byId.get('new-1');
    expect(made).toMatchObject({ text: 'Hoi', center: DRAFT.center, region: 'customers' });
    expect(session.announced.at(-1)).toEqual({ typing: { sticker: 'new-1' } });
    expect(model.writer.finish(true)).toBe('new-1');
    expect(session.announced.at(-1)).toEqual({ typing: null });
    expect(model.selection.get()).toEqual(['new-1']);
  });

  it('speaks for the partner of who writes, for the facilitator as chosen', () => {
    const partner = setUp({ me: { role: 'partner', partner: 'rietzon' } });
    partner.model.writer.newSticker();
    partner.model.desk.edit('x', 1);
    expect(partner.board.view.get().byId.get('new-1')?.partner?.id).toBe('rietzon');

    const facilitator = setUp();
    facilitator.model.writer.newSticker();
    facilitator.model.desk.edit('x', 1);
    expect(facilitator.board.view.get().byId.get('new-1')?.partner).toBeNull();
    facilitator.model.partnerForNew.set('gemeente');
    facilitator.model.writer.newSticker();
    facilitator.model.desk.edit('y', 1);
    expect(facilitator.board.view.get().byId.get('new-2')?.partner?.id).toBe('gemeente');
  });

  it('leaves no trace when nothing was written', () => {
    const { model, board } = setUp();
    model.writer.newSticker();
    expect(model.writer.finish(true)).toBeNull();
    expect(board.calls).toEqual([]);
  });

  it('goes again when it is left empty', () => {
    const { model, board } = setUp();
    model.writer.newSticker();
    model.desk.edit('Toch', 4);
    model.desk.edit('  ', 2);
    expect(model.writer.finish(true)).toBeNull();
    expect(board.view.get().byId.size).toBe(3);
  });

  it('cannot be started by who only watches', () => {
    const { model } = setUp({ access: 'observer' });
    model.writer.newSticker();
    expect(model.desk.current.get()).toBeNull();
  });

  it('is not made by a text that is too long', () => {
    const { model, board } = setUp();
    model.writer.newSticker();
    expect(model.desk.edit('x'.repeat(LIMITS.stickerText + 1), 1)).toBe('too-long');
    expect(board.calls).toEqual([]);
    expect(model.desk.edit('kort', 4)).toBe('ok');
  });

  it('says so when the board takes no more', () => {
    const { model, board } = setUp();
    Object.assign(board.commands, { addSticker: () => undefined });
    model.writer.newSticker();
    expect(model.desk.edit('x', 1)).toBe('board-full');
  });
});

describe('writing in a sticker', () => {
  it('keeps an emptied sticker that was there before', () => {
    const { model, board } = setUp();
    model.writer.writeIn('a');
    model.desk.edit('', 0);
    expect(model.writer.finish(false)).toBe('a');
    expect(board.view.get().byId.has('a')).toBe(true);
  });

  it('refuses what is too long and keeps what was there', () => {
    const { model, board } = setUp();
    model.writer.writeIn('a');
    expect(model.desk.edit('x'.repeat(100_000), 5)).toBe('too-long');
    expect(model.desk.text()).toBe('Een');
    expect(board.view.get().byId.get('a')?.text).toBe('Een');
  });

  it('passes on what others write, with where the caret goes', () => {
    const { model, board } = setUp();
    const seen: string[] = [];
    model.desk.onChange(({ text, move }) => seen.push(`${text} ${move(1)}`));
    model.writer.writeIn('a');
    board.elsewhere.write('a', 'Een en twee');
    expect(seen).toEqual(['Een en twee 1']);
    model.writer.finish(false);
    board.elsewhere.write('a', 'Drie');
    expect(seen).toHaveLength(1);
  });

  it('gives the text back when somebody deletes the sticker', () => {
    const { model, board, lostTexts, session } = setUp();
    model.writer.writeIn('a');
    model.desk.edit('Een half', 8);
    board.elsewhere.remove('a');
    expect(model.desk.current.get()).toBeNull();
    expect(lostTexts).toEqual(['Een half']);
    expect(session.announced.at(-1)).toEqual({ typing: null });
  });

  it('ends in one sticker when it begins in another', () => {
    const { model, session } = setUp();
    model.writer.writeIn('a');
    model.writer.writeIn('b');
    expect(model.desk.current.get()?.sticker).toBe('b');
    expect(session.announced.slice(-2)).toEqual([{ typing: null }, { typing: { sticker: 'b' } }]);
  });

  it('ends when another sheet is shown', () => {
    const { model } = setUp();
    model.writer.writeIn('a');
    model.showSheet('brengen-halen');
    expect(model.desk.current.get()).toBeNull();
    expect(model.selection.get()).toEqual([]);
  });
});
