import type { Presence } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setUp } from './testing/harness.ts';

/** Another client as this page hears of it. */
function someone(drag: Presence['drag'], more: Partial<Presence> = {}) {
  const user = { id: 'anna', name: 'Anna', role: 'partner' as const, partner: 'gemeente' };
  return { client: 7, presence: { user, drag: drag ?? null, ...more } satisfies Presence };
}

const inHand = (id: string, x: number, y: number) =>
  someone({ sheet: 'partnermodel-canvas', stickers: [{ id, x, y }] });

describe('what others do', () => {
  it('is seen while it happens: a sticker in somebody’s hand', () => {
    const { session, shown, place, pass, model } = setUp();
    session.others.set([inHand('a', 800, 900)]);
    pass(20);
    expect(shown('a')).toEqual({ x: 800, y: 900 });
    expect(place('a')).toEqual({ x: 300, y: 600 });
    expect(model.people.person(7)).toEqual({ client: 7, name: 'Anna', color: '#E69F00', mark: 'G' });
  });

  it('is two cursors when one person has two tabs open', () => {
    const { session, pass, model } = setUp();
    const at = (client: number, x: number) => ({
      ...someone(null, { cursor: { sheet: 'partnermodel-canvas', x, y: 10 } }),
      client,
    });
    session.others.set([at(7, 100), at(8, 900)]);
    pass(20);
    const cursors = [...model.people.cursors()];
    expect(cursors.map(({ person, point }) => [person.name, point.x])).toEqual([
      ['Anna', 100],
      ['Anna', 900],
    ]);
  });

  it('stays where it was let go until the document says so', () => {
    const { session, shown, board, pass } = setUp();
    session.others.set([inHand('a', 800, 900)]);
    pass(20);
    session.others.set([someone(null)]);
    pass(100);
    expect(shown('a')).toEqual({ x: 800, y: 900 });
    board.elsewhere.move('a', { x: 801, y: 900 });
    pass(40);
    expect(shown('a')).toEqual({ x: 801, y: 900 });
    expect(board.view.get().byId.get('a')?.center).toEqual({ x: 801, y: 900 });
  });

  it('goes home when they left in the middle of a drag', () => {
    const { session, shown, pass } = setUp();
    session.others.set([inHand('a', 800, 900)]);
    pass(20);
    session.others.set([]);
    pass(1200);
    expect(shown('a')).toEqual({ x: 300, y: 600 });
  });

  it('does not move what I hold', () => {
    const { session, shown, pointer, pass } = setUp();
    const mouse = pointer();
    mouse.down(300, 600);
    mouse.move(500, 500);
    session.others.set([inHand('a', 800, 900)]);
    pass(20);
    expect(shown('a')).toEqual({ x: 500, y: 500 });
  });

  it('can be pointed at where it is seen', () => {
    const { session, model, pointer, pass } = setUp();
    session.others.set([inHand('a', 800, 900)]);
    pass(20);
    pointer().tap(800, 900);
    expect(model.selection.get()).toEqual(['a']);
  });

  it('shows cursors and writers of this sheet only', () => {
    const { session, model } = setUp();
    const cursor = { sheet: 'partnermodel-canvas', x: 5, y: 6 } as const;
    session.others.set([someone(null, { cursor, typing: { sticker: 'b' } })]);
    expect([...model.people.cursors()].map(({ point }) => point)).toEqual([{ x: 5, y: 6 }]);
    expect([...model.people.writers().keys()]).toEqual(['b']);
    session.others.set([someone(null, { cursor: { ...cursor, sheet: 'brengen-halen' } })]);
    expect([...model.people.cursors()]).toEqual([]);
    expect(model.people.writers().size).toBe(0);
  });

  it('is nothing when it names stickers there are not', () => {
    const { session, model, pass } = setUp();
    session.others.set([inHand('nobody', 800, 900)]);
    pass(50);
    expect(model.motion.moving().size).toBe(0);
  });
});

describe('two people with one sticker', () => {
  /**
   * Two canvases on one simulated line: what each says and drops reaches the other in order, late. The
   * document gives every copy the same winner: the drop that came last to the one who orders them.
   */
  function line() {
    const [left, right] = [setUp({ me: { id: 'l' } }), setUp({ me: { id: 'r' } })];
    const queue: { to: typeof left; run: () => void }[] = [];
    const both = [
      { me: left, other: right, client: 1 },
      { me: right, other: left, client: 2 },
    ];
    let order = 0;
    const latest = new Map([
      [left, 0],
      [right, 0],
    ]);
    for (const { me, other, client } of both) {
      const said = { user: { id: String(client), name: 'X', role: 'partner' as const } };
      const announce = me.session.announce;
      me.session.announce = (change) => {
        announce(change);
        Object.assign(said, change);
        const presence = { ...said };
        queue.push({ to: other, run: () => other.session.others.set([{ client, presence }]) });
      };
      const move = me.board.commands.moveStickers;
      Object.assign(me.board.commands, {
        moveStickers(...args: Parameters<typeof move>) {
          move(...args);
          order += 1;
          const stamp = order;
          latest.set(me, stamp);
          const center = args[1].get('a');
          queue.push({
            to: other,
            run() {
              if (!center || stamp < (latest.get(other) ?? 0)) return;
              latest.set(other, stamp);
              other.board.elsewhere.move('a', center);
            },
          });
        },
      });
    }
    const deliver = (to: typeof left, count = 1): void => {
      for (let i = 0; i < count; i += 1) {
        const at = queue.findIndex((message) => message.to === to);
        if (at >= 0) queue.splice(at, 1)[0]?.run();
      }
    };
    return { left, right, deliver, queue };
  }

  it('see one outcome, and after both let go the sticker moves at most once more', () => {
    const steps = fc.array(
      fc.constantFrom<'left' | 'right' | 'toLeft' | 'toRight' | 'frame'>(
        'left',
        'right',
        'toLeft',
        'toRight',
        'frame',
      ),
      { minLength: 10, maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, fc.boolean(), (script, leftFirst) => {
        const { left, right, deliver, queue } = line();
        const hands = [left.pointer(), right.pointer()] as const;
        for (const hand of hands) hand.down(300, 600);
        let x = 400;
        for (const step of script) {
          x += 7;
          if (step === 'left') hands[0].move(x, 700);
          else if (step === 'right') hands[1].move(x, 1400);
          else if (step === 'toLeft') deliver(left);
          else if (step === 'toRight') deliver(right);
          else for (const side of [left, right]) side.pass(16);
        }
        const ends = leftFirst ? [0, 1] : [1, 0];
        for (const end of ends) hands[end]?.up(x + 20 * end, end === 0 ? 700 : 1400);
        // All that is under way arrives within a third of a second.
        const perFrame = Math.ceil(queue.length / 20);
        const paths = [left, right].map((side) => {
          const path: string[] = [];
          for (let i = 0; i < 120; i += 1) {
            deliver(side, perFrame);
            side.pass(16);
            const { x: atX, y: atY } = side.shown('a');
            const here = `${Math.round(atX)},${Math.round(atY)}`;
            if (path.at(-1) !== here) path.push(here);
          }
          return path;
        });
        expect(queue).toEqual([]);
        expect(left.place('a')).toEqual(right.place('a'));
        for (const [i, side] of [left, right].entries()) {
          expect(side.shown('a')).toEqual(side.place('a'));
          // From where it was let go, perhaps by way of the other's hand, to the one outcome: never back.
          expect(new Set(paths[i]).size).toBe(paths[i]?.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});
