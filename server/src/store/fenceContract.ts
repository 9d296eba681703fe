import { expect, it } from 'vitest';
import type { Fence, Store } from './types.ts';

type Open = () => Promise<{ readonly store: Store }>;

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const NOTE = { board: 'b1', kind: 'life', id: 'private/p', value: '1' };

/** A store with a board and a note on it, and the fence that the note is. */
async function fenced(open: Open): Promise<{ readonly store: Store; readonly fence: Fence }> {
  const { store } = await open();
  await store.addBoard({ id: 'b1', made: 1 }, []);
  const version = (await store.putNote(NOTE, 0)) ?? 0;
  const { value: _value, ...name } = NOTE;
  return { store, fence: { ...name, version } };
}

/** Writing that depends on a note. */
export function fencesHold(open: Open): void {
  it('[ST27] writes while the note of the fence is as it was, and never after', async () => {
    const { store, fence } = await fenced(open);
    const { position } = await store.append('b1/private/p', [bytes(1)], fence);
    await store.compact('b1/private/p', bytes(2), position, fence);
    await store.putNote({ ...NOTE, value: '2' }, fence.version);
    await expect(store.append('b1/private/p', [bytes(3)], fence)).rejects.toMatchObject({ code: 'fenced' });
    await expect(store.compact('b1/private/p', bytes(4), position + 1, fence)).rejects.toMatchObject({
      code: 'fenced',
    });
    const stored = await store.load('b1/private/p');
    expect([[...(stored?.snapshot ?? [])], stored?.updates]).toEqual([[2], []]);
    await store.removeNote('b1', NOTE.kind, NOTE.id);
    await expect(store.append('b1/private/p', [bytes(3)], fence)).rejects.toMatchObject({ code: 'fenced' });
  });

  it('[ST27] refuses what is behind a fence and nothing that is written beside it', async () => {
    const { store, fence } = await fenced(open);
    await store.putNote({ ...NOTE, value: '2' }, fence.version);
    const results = await Promise.allSettled([
      store.append('b1', [bytes(1)]),
      store.append('b1/private/p', [bytes(2)], fence),
      store.append('b1/table', [bytes(3)]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.load('b1/private/p')).toBeUndefined();
    expect((await store.load('b1/table'))?.updates.map((update) => [...update])).toEqual([[3]]);
  });

  it('[ST27] of what is written at the very moment, what was taken is there when the note is written', async () => {
    const { store, fence } = await fenced(open);
    const writing = Array.from({ length: 30 }, (_, nth) =>
      store.append('b1/private/p', [bytes(nth)], fence).then(
        () => nth,
        () => undefined,
      ),
    );
    await store.putNote({ ...NOTE, value: '2' }, fence.version);
    const there = (await store.load('b1/private/p'))?.updates.map(([nth]) => nth) ?? [];
    const taken = (await Promise.all(writing)).filter((nth) => nth !== undefined);
    expect(there).toEqual(taken);
  });
}
