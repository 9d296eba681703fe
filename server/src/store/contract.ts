import { afterEach, describe, expect, it } from 'vitest';
import { fencesHold } from './fenceContract.ts';
import { notesAreKept, notesBelongToBoards } from './noteContract.ts';
import { picturesAreKept, unusedPicturesGo } from './pictureContract.ts';
import type { LinkRecord, Store } from './types.ts';

/** How the contract opens the store under test. */
export interface StoreUnderTest {
  /** An empty store. */
  open(): Promise<Store>;
  /** The same data again after `close`; leave it out for a store that forgets. */
  reopen?(): Promise<Store>;
  /** Takes away what `open` made. */
  dispose(): Promise<void>;
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const plain = (value: Uint8Array | undefined): number[] | undefined => value && [...value];

const link = (id: string, board: string, more: Partial<LinkRecord> = {}): LinkRecord => ({
  id,
  board,
  role: 'partner',
  partner: 'gemeente',
  hash: new Uint8Array(32).fill(7),
  made: 1_700_000_000_000,
  withdrawn: null,
  ...more,
});

type Open = () => Promise<{ readonly store: Store; readonly reopen: (() => Promise<Store>) | undefined }>;

/** What every store keeps, registered as tests. A new store passes all of it before anything relies on it. */
export function storeContract(name: string, setUp: () => StoreUnderTest): void {
  describe(`${name} keeps the store's contract`, () => {
    const opened: Store[] = [];
    let under: StoreUnderTest | undefined;

    const open: Open = async () => {
      under = setUp();
      const store = await under.open();
      opened.push(store);
      const again = under.reopen;
      const reopen = async () => {
        const reopened = await again?.();
        if (reopened === undefined) throw new Error('this store cannot be opened again');
        opened.push(reopened);
        return reopened;
      };
      return { store, reopen: again && reopen };
    };

    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close().catch(() => undefined);
      await under?.dispose();
      under = undefined;
    });

    documentsAreKept(open);
    documentsAreReplaced(open);
    recordsAreKept(open);
    picturesAreKept(open, link);
    unusedPicturesGo(open);
    notesAreKept(open);
    notesBelongToBoards(open);
    fencesHold(open);
    storesOpenAndClose(open);
  });
}

/** Appending and loading. */
function documentsAreKept(open: Open): void {
  it('[ST1] knows nothing of a document that was never written', async () => {
    const { store } = await open();
    expect(await store.load('none')).toBeUndefined();
  });

  it('[ST2] gives updates back in the order of the appends, byte for byte', async () => {
    const { store } = await open();
    await Promise.all([
      store.append('a', [bytes(1), bytes(2, 0, 255)]),
      store.append('a/table', [bytes(9)]),
      store.append('a', [bytes(3)]),
    ]);
    const { position } = await store.append('a', [bytes()]);
    const kept = await store.load('a');
    expect(kept?.snapshot).toBeUndefined();
    expect(kept?.updates.map(plain)).toEqual([[1], [2, 0, 255], [3], []]);
    expect(kept?.position).toBe(position);
    expect((await store.load('a/table'))?.updates.map(plain)).toEqual([[9]]);
  });

  it('[ST3] gives every append a position above all before it, of whatever document', async () => {
    const { store } = await open();
    const together = await Promise.all(
      ['a', 'b', 'a', 'c'].map((document) => store.append(document, [bytes(1)])),
    );
    const positions = together.map((result) => result.position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    const after = await store.append('d', [bytes(1), bytes(2)]);
    expect(after.position).toBeGreaterThan(Math.max(...positions));
  });

  it('[ST4] keeps what was handed over, though the caller uses its buffer again', async () => {
    const { store } = await open();
    const slab = bytes(0, 1, 2, 3, 4);
    const writing = store.append('a', [slab.subarray(1, 3)]);
    await writing;
    slab.fill(99);
    expect((await store.load('a'))?.updates.map(plain)).toEqual([[1, 2]]);
    await store.compact('a', slab.subarray(0, 2), (await store.append('a', [bytes(1)])).position);
    slab.fill(0);
    expect(plain((await store.load('a'))?.snapshot)).toEqual([99, 99]);
  });

  it('[ST5] syncs everything up to a position, for many that wait at once', async () => {
    const { store } = await open();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store.append(`d${index % 5}`, [bytes(index)])),
    );
    await Promise.all(results.map(({ position }) => store.synced(position)));
    await store.synced(results[0]?.position ?? 0);
  });

  it('[ST8] keeps a document of many megabytes and one of many updates', async () => {
    const { store } = await open();
    const large = new Uint8Array(9_000_000).map((_, index) => index % 251);
    await store.append('large', [large]);
    const many = Array.from({ length: 3000 }, (_, index) => bytes(index % 256));
    await store.append('many', many);
    const kept = await store.load('large');
    expect(Buffer.compare(kept?.updates[0] ?? bytes(), large)).toBe(0);
    expect((await store.load('many'))?.updates.map(plain)).toEqual(many.map(plain));
  });
}

/** Compacting and removing. */
function documentsAreReplaced(open: Open): void {
  it('[ST6] compacts: the snapshot replaces what it covers and nothing newer', async () => {
    const { store } = await open();
    await store.append('a', [bytes(1)]);
    const { position } = await store.append('a', [bytes(2)]);
    const newer = await store.append('a', [bytes(3)]);
    await store.append('b', [bytes(4)]);
    await store.compact('a', bytes(1, 2), position);
    const kept = await store.load('a');
    expect(plain(kept?.snapshot)).toEqual([1, 2]);
    expect(kept?.updates.map(plain)).toEqual([[3]]);
    expect(kept?.position).toBe(newer.position);
    expect((await store.load('b'))?.updates.map(plain)).toEqual([[4]]);
  });

  it('[ST7] a snapshot that reaches less far never replaces one that reaches further', async () => {
    const { store } = await open();
    const first = await store.append('a', [bytes(1)]);
    const second = await store.append('a', [bytes(2)]);
    await store.compact('a', bytes(1, 2), second.position);
    await store.compact('a', bytes(1), first.position);
    const kept = await store.load('a');
    expect(plain(kept?.snapshot)).toEqual([1, 2]);
    expect(kept?.position).toBe(second.position);
  });

  it('[ST9] removes a document, all of it and only it', async () => {
    const { store } = await open();
    const { position } = await store.append('a', [bytes(1)]);
    await store.compact('a', bytes(1), position);
    await store.append('a', [bytes(2)]);
    await store.append('a/table', [bytes(3)]);
    await store.remove('a');
    expect(await store.load('a')).toBeUndefined();
    expect((await store.load('a/table'))?.updates.map(plain)).toEqual([[3]]);
    await store.remove('never there');
  });

  it('[ST26] names the documents of a board and of no other', async () => {
    const { store } = await open();
    const ours = ['b', 'b/table', 'b/private/p', 'b/silent/r/é', 'b/private/Q'];
    for (const name of [...ours, 'b-', 'b0', 'bb', 'a', 'b.', 'B/table', 'c/b/table'])
      await store.append(name, [bytes(1)]);
    await store.compact('b/table', bytes(1), (await store.append('b/table', [bytes(2)])).position);
    expect((await store.documentNames('b')).toSorted()).toEqual(ours.toSorted());
    expect((await store.documentNames('b/private')).toSorted()).toEqual(['b/private/Q', 'b/private/p']);
    for (const name of ours) await store.remove(name);
    expect(await store.documentNames('b')).toEqual([]);
    await store.scrub();
  });
}

/** Boards, links and keys. */
function recordsAreKept(open: Open): void {
  it('[ST10] keeps boards and their links', async () => {
    const { store } = await open();
    const board = { id: 'b1', made: 1_700_000_000_123 };
    const links = [
      link('l1', 'b1', { role: 'facilitator', partner: null }),
      link('l2', 'b1', {
        hash: new Uint8Array(32).map((_, index) => 255 - index),
        made: 1_700_000_000_001,
      }),
    ];
    await store.addBoard(board, links);
    await store.addBoard({ id: 'b2', made: 5 }, [link('l3', 'b2')]);
    expect(await store.board('b1')).toEqual(board);
    expect(await store.board('none')).toBeUndefined();
    expect(await store.links('b1')).toEqual(links);
    expect(await store.link('l2')).toEqual(links[1]);
    expect(await store.link('none')).toBeUndefined();
    expect(await store.links('none')).toEqual([]);
  });

  it('[ST11] refuses a second board or link of the same id, whole', async () => {
    const { store } = await open();
    await store.addBoard({ id: 'b1', made: 1 }, [link('l1', 'b1')]);
    await expect(store.addBoard({ id: 'b1', made: 2 }, [])).rejects.toMatchObject({ name: 'StoreError' });
    await expect(store.addBoard({ id: 'b2', made: 2 }, [link('l1', 'b2')])).rejects.toMatchObject({
      name: 'StoreError',
    });
    expect(await store.board('b2')).toBeUndefined();
    expect(await store.board('b1')).toEqual({ id: 'b1', made: 1 });
  });

  it('[ST12] withdraws a link once, at its first time, and forgets a board with its links', async () => {
    const { store } = await open();
    await store.addBoard({ id: 'b1', made: 1 }, [link('l1', 'b1'), link('l2', 'b1')]);
    await store.withdrawLink('l1', 1000);
    await store.withdrawLink('l1', 2000);
    expect((await store.link('l1'))?.withdrawn).toBe(1000);
    expect((await store.link('l2'))?.withdrawn).toBeNull();
    await store.removeBoard('b1');
    expect(await store.board('b1')).toBeUndefined();
    expect(await store.link('l1')).toBeUndefined();
    expect(await store.links('b1')).toEqual([]);
  });

  it('[ST13] makes a key once and gives the same ever after, also to two that ask at once', async () => {
    const { store } = await open();
    let made = 0;
    const make = () => bytes(++made, 2, 3);
    const [first, second] = await Promise.all([store.key('tickets', make), store.key('tickets', make)]);
    expect(plain(first)).toEqual(plain(second));
    expect(plain(await store.key('tickets', make))).toEqual(plain(first));
    expect(plain(await store.key('other', () => bytes(42)))).toEqual([42]);
  });
}

/** The life of a store. */
function storesOpenAndClose(open: Open): void {
  it('[ST14] answers that it is well until it is closed, and then refuses with `closed`', async () => {
    const { store } = await open();
    expect(await store.healthy()).toBe(true);
    const last = store.append('a', [bytes(1)]);
    await store.close();
    await expect(last).resolves.toMatchObject({ position: expect.any(Number) });
    expect(await store.healthy()).toBe(false);
    await expect(store.append('a', [bytes(2)])).rejects.toMatchObject({ code: 'closed' });
    await expect(store.load('a')).rejects.toMatchObject({ code: 'closed' });
    await expect(store.board('a')).rejects.toMatchObject({ code: 'closed' });
    await expect(store.pictures.list('a')).rejects.toMatchObject({ code: 'closed' });
  });

  it('[ST15] what was written is there when the store is opened again, and positions go on', async () => {
    const { store, reopen } = await open();
    if (reopen === undefined) return;
    const first = await store.append('a', [bytes(1)]);
    await store.compact('a', bytes(1), first.position);
    const { position } = await store.append('a', [bytes(2)]);
    await store.addBoard({ id: 'b1', made: 1 }, [link('l1', 'b1')]);
    const key = await store.key('tickets', () => bytes(8, 8));
    const picture = { type: 'image/png', content: bytes(1, 2, 3), made: 5 };
    const { hash } = await store.pictures.put('b1', picture, 100);
    await store.close();
    const again = await reopen();
    const kept = await again.load('a');
    expect(plain(kept?.snapshot)).toEqual([1]);
    expect(kept?.updates.map(plain)).toEqual([[2]]);
    expect(await again.link('l1')).toEqual(link('l1', 'b1'));
    expect(plain(await again.key('tickets', () => bytes(0)))).toEqual(plain(key));
    expect(plain((await again.pictures.get('b1', hash))?.content)).toEqual([1, 2, 3]);
    await again.compact('a', bytes(1, 2), position);
    expect((await again.append('a', [bytes(3)])).position).toBeGreaterThan(position);
  });
}
