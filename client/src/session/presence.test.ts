import { LIMITS, type Presence } from '@samenbord/shared/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { openPresence, SHOWN_IN_DRAG } from './presence.ts';
import type { Me } from './types.ts';

const noor: Me = { id: 'noor', name: 'Noor', role: 'partner', partner: 'school' };
const closing: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) close();
});

function open(me: Me = noor) {
  const awareness = new Awareness(new Y.Doc());
  const room = openPresence(awareness, me);
  closing.push(() => {
    room.close();
    awareness.destroy();
  });
  return { awareness, room };
}

/** Says to the second what the first says, from now on and as it is now. */
function follow(from: Awareness, to: Awareness): void {
  const send = (clients: number[]) => applyAwarenessUpdate(to, encodeAwarenessUpdate(from, clients), 'net');
  send([from.clientID]);
  from.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
    send([...added, ...updated, ...removed]),
  );
}

describe('others', () => {
  it('are everybody else with what they say, also my own other tab', async () => {
    const [mine, tab] = [open(), open()];
    follow(tab.awareness, mine.awareness);
    tab.room.announce({ sheet: 'brengen-halen', cursor: { sheet: 'brengen-halen', x: 1.23, y: 4 } });
    await vi.waitFor(() =>
      expect(mine.room.others.get()).toEqual([
        {
          client: tab.awareness.clientID,
          presence: {
            user: noor,
            sheet: 'brengen-halen',
            cursor: { sheet: 'brengen-halen', x: 1.2, y: 4 },
          },
        },
      ]),
    );
  });

  it('whose presence does not fit are passed over', async () => {
    const [mine, good] = [open(), open({ id: 'sam', name: 'Sam', role: 'observer' })];
    const bad = new Awareness(new Y.Doc());
    closing.push(() => bad.destroy());
    bad.setLocalState({ user: { id: 1 }, cursor: 'everywhere' });
    follow(bad, mine.awareness);
    follow(good.awareness, mine.awareness);
    await vi.waitFor(() => expect(mine.room.others.get()).toHaveLength(1));
    expect(mine.room.others.get()[0]?.presence.user).toEqual({ id: 'sam', name: 'Sam', role: 'observer' });
  });

  it('who did not change keep the same object, and many changes tell once', async () => {
    const [mine, still, busy] = [open(), open(), open()];
    follow(still.awareness, mine.awareness);
    follow(busy.awareness, mine.awareness);
    await vi.waitFor(() => expect(mine.room.others.get()).toHaveLength(2));
    const find = (client: number) => mine.room.others.get().find((other) => other.client === client);
    const before = find(still.awareness.clientID);
    let told = 0;
    mine.room.others.subscribe(() => {
      told += 1;
    });
    for (let x = 0; x < 9; x += 1) busy.awareness.setLocalStateField('typing', { sticker: `s${x}` });
    await vi.waitFor(() => expect(find(busy.awareness.clientID)?.presence.typing).toEqual({ sticker: 's8' }));
    expect(find(still.awareness.clientID)).toBe(before);
    expect(told).toBe(1);
  });
});

describe('announcing', () => {
  const said = ({ awareness }: ReturnType<typeof open>) => awareness.getLocalState() as Presence;

  it('goes out at most 30 times a second, and the last always', () => {
    vi.useFakeTimers();
    const mine = open();
    vi.advanceTimersByTime(1_000);
    let sent = 0;
    mine.awareness.on('update', () => {
      sent += 1;
    });
    for (let x = 0; x < 1_000; x += 1) {
      mine.room.announce({ cursor: { sheet: 'brengen-halen', x, y: 0 } });
      vi.advanceTimersByTime(1);
    }
    expect(sent).toBeGreaterThan(20);
    expect(sent).toBeLessThanOrEqual(LIMITS.presencePerSecond);
    vi.advanceTimersByTime(100);
    expect(said(mine).cursor?.x).toBe(999);
  });

  it('says at once what comes after a pause', () => {
    vi.useFakeTimers();
    const mine = open();
    vi.advanceTimersByTime(1_000);
    mine.room.announce({ typing: { sticker: 's1' } });
    expect(said(mine).typing).toEqual({ sticker: 's1' });
  });

  it('adds to what was said before; null ends it', () => {
    vi.useFakeTimers();
    const mine = open();
    mine.room.announce({ sheet: 'brengen-halen', typing: { sticker: 's1' } });
    mine.room.announce({ typing: null });
    vi.advanceTimersByTime(100);
    expect(said(mine)).toEqual({ user: noor, sheet: 'brengen-halen', typing: null });
  });

  it('a drag of very many stickers stays within what the relay takes', () => {
    vi.useFakeTimers();
    const mine = open();
    const stickers = Array.from({ length: 5_000 }, (_, n) => ({
      id: `${n}`.padStart(21, 'x'),
      x: 4199.987_654_321,
      y: 2969.123_456_789,
    }));
    mine.room.announce({ drag: { sheet: 'brengen-halen', stickers } });
    vi.advanceTimersByTime(100);
    expect(said(mine).drag?.stickers).toHaveLength(SHOWN_IN_DRAG);
    expect(JSON.stringify(said(mine)).length).toBeLessThan(LIMITS.presence / 1.5);
  });

  it('a page that is left is out of sight at once, and back with what it says by then', () => {
    vi.useFakeTimers();
    const mine = open();
    mine.room.announce({ typing: { sticker: 's1' } });
    mine.room.vanish();
    vi.advanceTimersByTime(100);
    expect(mine.awareness.getLocalState()).toBeNull();
    mine.room.announce({ typing: { sticker: 's2' } });
    vi.advanceTimersByTime(100);
    expect(mine.awareness.getLocalState()).toBeNull();
    mine.room.appear();
    expect(said(mine).typing).toEqual({ sticker: 's2' });
  });
});
