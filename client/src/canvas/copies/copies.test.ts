import { beforeEach, describe, expect, it } from 'vitest';
import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/tools.ts';
import { dismiss, notices } from '../../ui/notices.ts';
import { ACTS } from '../acts.ts';
import { clipOf, selectedOf } from '../copying.ts';
import { paste } from '../more/pasting.ts';
import { type Harness, setUp } from '../testing/harness.ts';

addTexts('tools', texts);
beforeEach(() => {
  for (const { id } of notices.get()) dismiss(id);
});

/** `b` and `c` joined by a line and in a group; `a` joined to `b`. */
function linked(options: Parameters<typeof setUp>[0] = {}): Harness {
  const harness = setUp(options);
  const { commands } = harness.board;
  commands.group(['b', 'c'], 'Warmte');
  commands.addLink('b', 'c', 'why');
  commands.addLink('a', 'b', 'tension');
  harness.board.calls.length = 0;
  return harness;
}

const WHOLE = {
  links: [{ from: 0, to: 1, kind: 'why' }],
  groups: [{ title: 'Warmte', members: [0, 1] }],
};

function duplicate({ model }: Harness): void {
  ACTS.duplicate({
    model,
    remove: () => undefined,
    choosePictures: () => undefined,
    enterToolbar: () => undefined,
    focusedField: () => ({ region: null, at: { x: 0, y: 0 } }),
  });
}

const made = ({ board }: Harness) =>
  [...board.view.get().byId.values()].filter(({ id }) => id.startsWith('new'));

describe('copies', () => {
  it('take the lines among them along, and the frame around all of them', () => {
    const harness = linked();
    harness.model.selection.set(['b', 'c']);
    duplicate(harness);
    expect(harness.board.along).toEqual([WHOLE]);
    expect(harness.board.calls).toEqual(['addStickers']);
  });

  it('of a part of a group have no frame, and no line to what was not copied', () => {
    const harness = linked();
    harness.model.selection.set(['b']);
    duplicate(harness);
    expect(harness.board.along).toEqual([{ links: [], groups: [] }]);
  });

  it('go by the clipboard, to another board too', () => {
    const from = linked();
    from.model.selection.set(['b', 'c']);
    const { json } = clipOf(from.model, selectedOf(from.model));
    for (const to of [from, setUp()]) {
      paste(to.model, { plain: 'Twee\nDrie', stickers: json }, null);
      expect(to.board.along.at(-1)).toEqual(WHOLE);
      expect(made(to).map(({ text }) => text)).toEqual(['Twee', 'Drie']);
    }
  });

  it('of a clipboard that names what is not there are read as texts', () => {
    const from = linked();
    from.model.selection.set(['b', 'c']);
    const clip = JSON.parse(clipOf(from.model, selectedOf(from.model)).json);
    const wrong = [
      { links: [{ from: 0, to: 2, kind: 'why' }] },
      { links: [{ from: 1, to: 1, kind: 'why' }] },
      { links: [{ from: 0, to: 1, kind: 'hates' }] },
      { links: [{ from: -1, to: 1, kind: 'why' }] },
      { groups: [{ title: 'x', members: [0, 7] }] },
      {
        groups: [
          { title: 'x', members: [0] },
          { title: 'y', members: [0] },
        ],
      },
      { groups: [{ title: 'x'.repeat(10_000), members: [0] }] },
      { groups: [{ title: 'x', members: [] }] },
      { groups: 'Warmte' },
    ];
    for (const change of wrong) {
      const to = setUp();
      paste(to.model, { plain: 'Als tekst', stickers: JSON.stringify({ ...clip, ...change }) }, null);
      expect(
        made(to).map(({ text }) => text),
        JSON.stringify(change).slice(0, 80),
      ).toEqual(['Als tekst']);
    }
    // What an older page copied has neither, and is fine.
    const { links: _links, groups: _groups, ...old } = clip;
    const to = setUp();
    paste(to.model, { plain: 'Als tekst', stickers: JSON.stringify(old) }, null);
    expect(made(to)).toHaveLength(2);
  });
});

describe('dragging with Alt', () => {
  it('lays down a copy where it is let go, and leaves what was taken where it was', () => {
    const harness = linked();
    const { model, board, pointer, place, pass } = harness;
    const home = [place('b'), place('c')];
    model.selection.set(['b', 'c']);
    const hand = pointer();
    hand.down(2000, 1300);
    hand.move(2010, 1800);
    hand.move(2000, 2000, { ctrl: true, alt: true });
    hand.up(2000, 2000, { ctrl: true, alt: true });
    pass(200);
    expect(board.calls).toEqual(['addStickers']);
    expect(board.along).toEqual([WHOLE]);
    expect([place('b'), place('c')]).toEqual(home);
    expect(made(harness).map(({ center }) => center)).toEqual([
      { x: 2000, y: 2000 },
      { x: 2300, y: 2000 },
    ]);
    expect(model.selection.get()).toEqual(made(harness).map(({ id }) => id));
    expect(model.hands.held().size).toBe(0);
  });

  it('copies nothing when it is cancelled, or when Alt is let go of before', () => {
    const { model, board, pointer, place } = linked();
    const home = place('a');
    const hand = pointer();
    hand.down(home.x, home.y);
    hand.move(home.x, home.y + 300, { alt: true });
    hand.cancel();
    expect(board.calls).toEqual([]);
    expect(place('a')).toEqual(home);
    hand.down(home.x, home.y);
    hand.move(home.x, home.y + 300, { alt: true });
    model.tools.cancelAll();
    expect(board.calls).toEqual([]);
    hand.up(home.x, home.y + 300, { alt: true });
    expect(board.calls).toEqual([]);
    hand.down(home.x, home.y);
    hand.move(home.x, home.y + 300, { alt: true });
    hand.up(home.x, home.y + 300);
    expect(board.calls).toEqual(['moveStickers']);
  });

  it('copies only what is still there', () => {
    const { board, pointer, model, place } = linked();
    model.selection.set(['b', 'c']);
    const hand = pointer();
    hand.down(2000, 1300);
    hand.move(2000, 1900, { alt: true });
    board.elsewhere.remove('c');
    hand.up(2000, 2000, { alt: true, ctrl: true });
    expect(board.calls).toEqual(['addStickers']);
    expect(model.selection.get()).toHaveLength(1);
    expect(place('b')).toEqual({ x: 2000, y: 1300 });
  });
});
