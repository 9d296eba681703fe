import { ORIGIN } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { makeBoard, meet, openFor, type Person, settled } from './boardFixture.ts';
import { mover } from './textSession.ts';
import type { TextSession } from './types.ts';

const start = 'samen sterk';
const file = {
  stickers: ['a', 'b'].map((id) => ({ id, template: 'brengen-halen' as const, text: start })),
};

function two(): [Person, Person] {
  const updates = makeBoard(file);
  return [openFor(updates), openFor(updates, { id: 'sam', name: 'Sam' })];
}

function open({ handle }: Person, id = 'a'): TextSession {
  const session = handle.commands.openText(id);
  if (session === undefined) throw new Error('no text to open');
  return session;
}

/** Types at the end of the text, letter by letter. */
function typeAtEnd(session: TextSession, letters: string): void {
  for (const letter of letters) {
    const next = session.get() + letter;
    session.edit(next, next.length);
  }
}

describe('a text session', () => {
  it('writes each input as one transaction of its own origin', () => {
    const [person] = two();
    const origins: unknown[] = [];
    person.documents.board.on('update', (_update, origin) => origins.push(origin));
    typeAtEnd(open(person), '!?');
    expect(origins).toEqual([ORIGIN.editText, ORIGIN.editText]);
  });

  it('opens only what is on the board', () => {
    const [person] = two();
    person.handle.commands.removeStickers(['a']);
    expect(person.handle.commands.openText('a')).toBeUndefined();
    expect(person.handle.commands.openText('nobody')).toBeUndefined();
  });

  it('two people typing in one sticker: both texts survive', () => {
    const [mine, theirs] = two();
    const [left, right] = [open(mine), open(theirs)];
    left.edit('nu samen sterk', 3);
    typeAtEnd(right, ' verder');
    meet(mine, theirs);
    expect(left.get()).toBe('nu samen sterk verder');
    expect(right.get()).toBe('nu samen sterk verder');
  });

  it('tells what others changed and where the caret goes, not what I typed', () => {
    const [mine, theirs] = two();
    const session = open(mine);
    const heard: { text: string; caret: number }[] = [];
    session.subscribe((change) => {
      if (change !== 'gone') heard.push({ text: change.text, caret: change.move(5) });
    });
    typeAtEnd(session, '!');
    expect(heard).toEqual([]);
    open(theirs).edit(`wij ${start}`, 4);
    meet(mine, theirs);
    expect(heard).toEqual([{ text: 'wij samen sterk!', caret: 9 }]);
  });

  it('refuses a text over the limit and leaves the text as it was', () => {
    const [person] = two();
    const session = open(person);
    expect(session.edit('x'.repeat(100_000), 100_000)).toBe('too-long');
    expect(session.get()).toBe(start);
    expect(session.edit('x'.repeat(LIMITS.stickerText), 1)).toBe('ok');
    expect(session.get()).toHaveLength(LIMITS.stickerText);
  });

  it('a text that two people made too long can be made shorter', () => {
    const [mine, theirs] = two();
    open(mine).edit('x'.repeat(LIMITS.stickerText), 0);
    open(theirs).edit(`${start}${'y'.repeat(LIMITS.stickerText - start.length)}`, 0);
    meet(mine, theirs);
    const session = open(mine);
    const long = session.get();
    expect(long.length).toBeGreaterThan(LIMITS.stickerText);
    expect(session.edit(`${long}!`, 0)).toBe('too-long');
    expect(session.edit(long.slice(1), 0)).toBe('ok');
    expect(session.get()).toBe(long.slice(1));
  });

  it('says so once when the sticker goes, and keeps what is typed after that', async () => {
    const [mine, theirs] = two();
    const session = open(mine);
    const heard: unknown[] = [];
    session.subscribe((change) => heard.push(change));
    theirs.handle.commands.removeStickers(['a']);
    meet(mine, theirs);
    await settled();
    mine.handle.commands.setSize(['b'], 'L');
    await settled();
    expect(heard).toEqual(['gone']);
    typeAtEnd(session, '!');
    meet(mine, theirs);
    theirs.handle.commands.undo();
    await settled();
    expect(theirs.handle.view.get().byId.get('a')?.text).toBe(`${start}!`);
  });

  it('hears and writes nothing once closed', () => {
    const [mine, theirs] = two();
    const session = open(mine);
    let heard = 0;
    session.subscribe(() => {
      heard += 1;
    });
    session.close();
    session.edit('other', 5);
    open(theirs).edit('theirs', 6);
    meet(mine, theirs);
    expect(heard).toBe(0);
    expect(session.get()).toBe('theirs');
  });
});

describe('undo of a text', () => {
  const textOf = async ({ handle }: Person, id = 'a') => {
    await settled();
    return handle.view.get().byId.get(id)?.text;
  };

  it('takes back all that was typed in one session, and the session before separately', async () => {
    const [person] = two();
    const first = open(person);
    typeAtEnd(first, ' nu');
    first.close();
    const second = open(person);
    typeAtEnd(second, ' en later');
    second.close();
    person.handle.commands.undo();
    expect(await textOf(person)).toBe(`${start} nu`);
    person.handle.commands.undo();
    expect(await textOf(person)).toBe(start);
    person.handle.commands.redo();
    person.handle.commands.redo();
    expect(await textOf(person)).toBe(`${start} nu en later`);
  });

  it('leaves what others typed in between my letters', async () => {
    const [mine, theirs] = two();
    const session = open(mine);
    typeAtEnd(session, ' voor jong');
    meet(mine, theirs);
    const other = open(theirs);
    other.edit(other.get().replace('voor', 'voor Rietwijk:'), 0);
    meet(mine, theirs);
    typeAtEnd(session, ' en oud');
    session.close();
    mine.handle.commands.undo();
    meet(mine, theirs);
    expect(await textOf(mine)).toBe(`${start} Rietwijk:`);
    expect(await textOf(theirs)).toBe(`${start} Rietwijk:`);
  });

  it('brings back what I deleted, once, also when another session deleted its surroundings', async () => {
    const [person] = two();
    const first = open(person);
    first.edit('samen', 5);
    first.close();
    const second = open(person);
    second.edit('', 0);
    second.close();
    person.handle.commands.undo();
    expect(await textOf(person)).toBe('samen');
    person.handle.commands.undo();
    expect(await textOf(person)).toBe(start);
  });

  it('two sessions at once on one wall, of two stickers or of one, are two steps', async () => {
    const [person] = two();
    const [a, again, b] = [open(person), open(person), open(person, 'b')];
    typeAtEnd(a, '1');
    typeAtEnd(again, '2');
    typeAtEnd(b, '3');
    typeAtEnd(a, '4');
    for (const session of [a, again, b]) session.close();
    person.handle.commands.undo();
    expect([await textOf(person), await textOf(person, 'b')]).toEqual([`${start}124`, start]);
    person.handle.commands.undo();
    expect(await textOf(person)).toBe(`${start}14`);
    person.handle.commands.undo();
    expect(await textOf(person)).toBe(start);
  });

  it('while the session is open tells it, and typing on makes a new step', async () => {
    const [person] = two();
    const session = open(person);
    const heard: unknown[] = [];
    session.subscribe((change) => heard.push(change === 'gone' ? change : change.text));
    typeAtEnd(session, ' een');
    person.handle.commands.undo();
    expect(heard).toEqual([start]);
    typeAtEnd(session, ' twee');
    session.close();
    expect(person.handle.undo.get()).toEqual({ canUndo: true, canRedo: false });
    person.handle.commands.undo();
    expect(await textOf(person)).toBe(start);
    person.handle.commands.redo();
    expect(await textOf(person)).toBe(`${start} twee`);
  });

  it('that can never be asked for again is forgotten', () => {
    const [person] = two();
    const { board } = person.documents;
    // Yjs has no public way to ask; what is not let go of would be called at every transaction for ever.
    const followers = () => board._observers.get('afterTransaction')?.size ?? 0;
    const before = followers();
    for (let n = 0; n < 5; n += 1) open(person).close();
    expect(followers()).toBe(before);
    const session = open(person);
    typeAtEnd(session, '!');
    session.close();
    expect(followers()).toBe(before + 1);
    person.handle.commands.undo();
    person.handle.commands.setSize(['b'], 'L');
    expect(followers()).toBe(before);
  });

  it('of a sticker that is gone takes the step before it', async () => {
    const [mine, theirs] = two();
    mine.handle.commands.setSize(['b'], 'L');
    const session = open(mine);
    typeAtEnd(session, '!');
    session.close();
    meet(mine, theirs);
    theirs.handle.commands.removeStickers(['a']);
    meet(mine, theirs);
    mine.handle.commands.undo();
    await settled();
    expect(mine.handle.view.get().byId.get('b')?.size).toBe('M');
    theirs.handle.commands.undo();
    await settled();
    expect(theirs.handle.view.get().byId.get('a')?.text).toBe(`${start}!`);
  });
});

describe('mover', () => {
  it.each([
    ['before the caret', [{ retain: 1 }, { insert: 'xyz' }], 4, 7],
    ['behind it', [{ retain: 5 }, { insert: 'xyz' }], 4, 4],
    ['exactly there: the caret stays before it', [{ retain: 4 }, { insert: 'xyz' }], 4, 4],
    ['a deletion before it', [{ delete: 2 }], 4, 2],
    ['a deletion around it', [{ retain: 2 }, { delete: 5 }], 4, 2],
    ['a replacement around it', [{ retain: 2 }, { delete: 5 }, { insert: 'xy' }], 4, 2],
    ['both', [{ insert: 'ab' }, { retain: 1 }, { delete: 1 }, { retain: 1 }, { insert: 'c' }], 4, 6],
  ])('%s', (_name, delta, position, expected) => {
    expect(mover(delta)(position)).toBe(expected);
  });

  it('keeps what stood before and behind a caret there, for any change', () => {
    const operation = fc.oneof(
      fc.record({ at: fc.nat(), insert: fc.stringMatching(/^[A-Z]{1,3}$/) }),
      fc.record({ at: fc.nat(), remove: fc.integer({ min: 1, max: 4 }) }),
    );
    fc.assert(
      fc.property(fc.nat(10), fc.array(operation, { maxLength: 4 }), (caret, operations) => {
        const doc = new Y.Doc();
        const text = doc.getText();
        text.insert(0, '0123456789');
        let delta: Y.YTextEvent['delta'] = [];
        text.observe((event) => {
          delta = event.delta;
        });
        doc.transact(() => {
          for (const operation of operations) {
            const at = operation.at % (text.length + 1);
            if ('insert' in operation) text.insert(at, operation.insert);
            else text.delete(at, Math.min(operation.remove, text.length - at));
          }
        });
        const moved = mover(delta)(caret);
        const digits = (part: string) => part.replace(/\D/g, '');
        const now = text.toString();
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(now.length);
        for (const digit of digits(now.slice(0, moved))) expect(Number(digit)).toBeLessThan(caret);
        for (const digit of digits(now.slice(moved))) expect(Number(digit)).toBeGreaterThanOrEqual(caret);
      }),
    );
  });
});
