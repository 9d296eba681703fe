import { expect, it } from 'vitest';
import type { LinkRecord, NewNote, Store } from './types.ts';

type Open = () => Promise<{ readonly store: Store; readonly reopen: (() => Promise<Store>) | undefined }>;

const note = (board: string, id: string, value: string, kind = 'k'): NewNote => ({ board, kind, id, value });

/** A store with two boards. */
async function withBoards(open: Open) {
  const opened = await open();
  await opened.store.addBoard({ id: 'b1', made: 1 }, []);
  await opened.store.addBoard({ id: 'b2', made: 2 }, []);
  return opened;
}

/** Writing and reading notes, registered as tests. */
export function notesAreKept(open: Open): void {
  it('[ST19] gives a note back as it was written, and only to who asks for its board, kind and id', async () => {
    const { store } = await withBoards(open);
    const value = JSON.stringify({ name: 'Ĳsbrand 👩🏽‍🚒 \u0000', quote: `'"\\` });
    const version = await store.putNote(note('b1', 'n', value), 0);
    await store.putNote(note('b1', 'n', 'other kind', 'k2'), 0);
    await store.putNote(note('b2', 'n', 'other board'), 0);
    expect(await store.note('b1', 'k', 'n')).toEqual({ ...note('b1', 'n', value), version });
    expect(await store.notes('b1', 'k')).toEqual([{ ...note('b1', 'n', value), version }]);
    expect(await store.note('b1', 'k', 'none')).toBeUndefined();
    expect(await store.notes('b1', 'none')).toEqual([]);
    await store.removeNote('b1', 'k', 'n');
    await store.removeNote('b1', 'k', 'never there');
    expect(await store.note('b1', 'k', 'n')).toBeUndefined();
    expect((await store.note('b1', 'k2', 'n'))?.value).toBe('other kind');
    expect((await store.note('b2', 'k', 'n'))?.value).toBe('other board');
  });

  it('[ST20] takes a note only from who knows its version: of many at once one, and none after a removal', async () => {
    const { store } = await withBoards(open);
    const first = await store.putNote(note('b1', 'n', 'one'), 0);
    expect(await store.putNote(note('b1', 'n', 'two'), 0)).toBeUndefined();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => store.putNote(note('b1', 'n', `at once ${index}`), first ?? 0)),
    );
    expect(results.filter((version) => version !== undefined)).toHaveLength(1);
    const winner = results.findIndex((version) => version !== undefined);
    expect(await store.note('b1', 'k', 'n')).toMatchObject({
      value: `at once ${winner}`,
      version: results[winner],
    });
    await store.removeNote('b1', 'k', 'n');
    expect(await store.putNote(note('b1', 'n', 'gone'), results[winner] ?? 0)).toBeUndefined();
    const again = await store.putNote(note('b1', 'n', 'again'), 0);
    expect(again).toBeGreaterThan(results[winner] ?? 0);
    expect(await store.putNote(note('b1', 'n', 'late'), results[winner] ?? 0)).toBeUndefined();
  });

  it('[ST21] adds no more notes of a kind to a board than there may be, however many come at once', async () => {
    const { store } = await withBoards(open);
    await store.addNote(note('b1', 'beside', '', 'k2'), 3);
    await store.addNote(note('b2', 'beside', ''), 3);
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, index) => store.addNote(note('b1', `n${index}`, ''), 3)),
    );
    expect(added.filter((one) => one === 'added')).toHaveLength(3);
    expect(added.filter((one) => one === 'full')).toHaveLength(9);
    const there = await store.notes('b1', 'k');
    expect(there.map(({ version }) => version)).toEqual(
      there.map(({ version }) => version).sort((a, b) => a - b),
    );
    expect(await store.addNote(note('b1', there[0]?.id ?? '', 'new'), 3)).toBe('there');
    expect(await store.notes('b1', 'k')).toEqual(there);
  });
}

/** Notes among others, and links that come later, registered as tests. */
export function notesBelongToBoards(open: Open): void {
  it('[ST22] finds notes of one kind, or with one id, over all boards', async () => {
    const { store } = await withBoards(open);
    await store.putNote(note('b1', 'x', '1'), 0);
    await store.putNote(note('b2', 'x', '2'), 0);
    await store.putNote(note('b2', 'y', '3'), 0);
    await store.putNote(note('b2', 'x', '4', 'k2'), 0);
    const values = (found: readonly NewNote[]) => found.map(({ value }) => value);
    expect(values(await store.notesWithId('k', 'x'))).toEqual(['1', '2']);
    expect(values(await store.notesWithId('k', 'z'))).toEqual([]);
    expect(values(await store.notesOfKind('k'))).toEqual(['1', '2', '3']);
    const hour = 3_600_000;
    expect(values(await store.notesOfKind('k', Date.now() - hour))).toEqual(['1', '2', '3']);
    expect(values(await store.notesOfKind('k', Date.now() + hour))).toEqual([]);
  });

  it('[ST23] forgets notes with their board, and refuses those of a board that is not there', async () => {
    const { store } = await withBoards(open);
    await store.putNote(note('b1', 'n', '1'), 0);
    await store.putNote(note('b2', 'n', '2'), 0);
    await store.removeBoard('b1');
    expect(await store.note('b1', 'k', 'n')).toBeUndefined();
    expect((await store.notesOfKind('k')).map(({ board }) => board)).toEqual(['b2']);
    await expect(store.putNote(note('b1', 'n', '3'), 0)).rejects.toMatchObject({ name: 'StoreError' });
    await expect(store.addNote(note('b1', 'n', '3'), 9)).rejects.toMatchObject({ name: 'StoreError' });
  });

  it('[ST24] notes are there when the store is opened again, and versions go on', async () => {
    const { store, reopen } = await withBoards(open);
    if (reopen === undefined) return;
    await store.putNote(note('b1', 'n', 'kept'), 0);
    const last = await store.putNote(note('b1', 'm', 'removed'), 0);
    await store.removeNote('b1', 'k', 'm');
    await store.close();
    const again = await reopen();
    expect((await again.note('b1', 'k', 'n'))?.value).toBe('kept');
    expect(await again.putNote(note('b1', 'm', 'new'), 0)).toBeGreaterThan(last ?? 0);
  });

  it('[ST25] adds a link to a board that is there, once', async () => {
    const { store } = await withBoards(open);
    const link: LinkRecord = {
      id: 'l1',
      board: 'b1',
      role: 'facilitator',
      partner: null,
      hash: new Uint8Array(32).fill(3),
      made: 5,
      withdrawn: null,
    };
    await store.addLink(link);
    expect(await store.links('b1')).toEqual([link]);
    expect(await store.link('l1')).toEqual(link);
    await expect(store.addLink({ ...link, board: 'b2' })).rejects.toMatchObject({ name: 'StoreError' });
    await expect(store.addLink({ ...link, id: 'l2', board: 'none' })).rejects.toMatchObject({
      name: 'StoreError',
    });
    await store.removeBoard('b1');
    expect(await store.link('l1')).toBeUndefined();
  });
}
