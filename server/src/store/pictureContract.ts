import { expect, it } from 'vitest';
import type { LinkRecord, Store } from './types.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const MANY = 1_000_000;
const png = (content: Uint8Array, made = 5) => ({ type: 'image/png', content, made });

/** The part of the contract about pictures, and about what goes with a board. */
export function picturesAreKept(
  open: () => Promise<{ readonly store: Store }>,
  link: (id: string, board: string) => LinkRecord,
): void {
  /** SHA-256 of the one byte 1, as `printf '\001' | sha256sum` says it. */
  const hashOfOne = '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a';

  it('[ST16] keeps pictures by what is in them, byte for byte, for each board its own', async () => {
    const { store } = await open();
    await store.addBoard({ id: 'b1', made: 1 }, []);
    await store.addBoard({ id: 'b2', made: 1 }, []);
    const large = new Uint8Array(9_000_000).map((_, index) => index % 251);
    const { hash } = await store.pictures.put('b1', { ...png(large), type: 'image/webp' }, 2 * large.length);
    expect(await store.pictures.put('b1', png(bytes(1), 7), 2 * large.length)).toEqual({
      hash: hashOfOne,
      outcome: 'kept',
    });
    expect(await store.pictures.put('b1', png(bytes(1), 9), MANY)).toEqual({
      hash: hashOfOne,
      outcome: 'known',
    });
    const kept = await store.pictures.get('b1', hash);
    expect(kept).toMatchObject({ hash, type: 'image/webp', bytes: large.length, made: 5 });
    expect(Buffer.compare(kept?.content ?? bytes(), large)).toBe(0);
    expect(await store.pictures.list('b1')).toEqual([
      { hash, type: 'image/webp', bytes: large.length, made: 5 },
      { hash: hashOfOne, type: 'image/png', bytes: 1, made: 7 },
    ]);
    expect(await store.pictures.bytes('b1')).toBe(large.length + 1);
    expect([await store.pictures.has('b1', hashOfOne), await store.pictures.has('b2', hashOfOne)]).toEqual([
      true,
      false,
    ]);
    expect(await store.pictures.get('b2', hashOfOne)).toBeUndefined();
    expect([await store.pictures.list('b2'), await store.pictures.bytes('b2')]).toEqual([[], 0]);
  });

  it('[ST17] takes pictures of a board that exists, up to the bytes allowed, also of many that come at once', async () => {
    const { store } = await open();
    await store.addBoard({ id: 'b1', made: 1 }, []);
    expect((await store.pictures.put('none', png(bytes(1)), MANY)).outcome).toBe('no-board');
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map(async (value) => (await store.pictures.put('b1', png(bytes(value, 0)), 5)).outcome),
    );
    expect(outcomes.toSorted()).toEqual(['full', 'full', 'full', 'kept', 'kept']);
    expect(await store.pictures.bytes('b1')).toBe(4);
    const [first] = await store.pictures.list('b1');
    await store.pictures.remove('b1', first?.hash ?? '');
    await store.pictures.remove('b1', first?.hash ?? '');
    expect((await store.pictures.put('b1', png(bytes(6, 0)), 5)).outcome).toBe('kept');
  });

  it('[ST18] removes a board with its links, its pictures and every document of it, and nothing else', async () => {
    const { store } = await open();
    for (const id of ['board', 'board0', 'boar', 'board-'])
      await store.addBoard({ id, made: 1 }, [link(`of-${id}`, id)]);
    const documents = ['board', 'board/table', 'board/private/gemeente'];
    const others = ['board0', 'board0/table', 'boar', 'board-', 'board-/table'];
    for (const document of [...documents, ...others]) {
      const { position } = await store.append(document, [bytes(1)]);
      if (document !== 'board') await store.compact(document, bytes(1), position);
      await store.append(document, [bytes(2)]);
    }
    for (const id of ['board', 'board0']) await store.pictures.put(id, png(bytes(1)), MANY);
    await store.removeBoard('board');
    for (const document of documents) expect(await store.load(document)).toBeUndefined();
    expect(await store.board('board')).toBeUndefined();
    expect(await store.links('board')).toEqual([]);
    expect(await store.pictures.get('board', hashOfOne)).toBeUndefined();
    for (const document of others) expect((await store.load(document))?.updates.length).toBeGreaterThan(0);
    expect(await store.pictures.has('board0', hashOfOne)).toBe(true);
    await store.pictures.removeAll('board0');
    expect(await store.pictures.list('board0')).toEqual([]);
    expect(await store.board('board0')).toBeDefined();
  });
}

/** The part about pictures that nothing shows any more. */
export function unusedPicturesGo(open: () => Promise<{ readonly store: Store }>): void {
  it('[ST28] marks pictures that nothing shows, and removes them no sooner than after the time given', async () => {
    const { store } = await open();
    const { pictures } = store;
    for (const id of ['b1', 'b2']) await store.addBoard({ id, made: 1 }, []);
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map(async (value) => (await pictures.put('b1', png(bytes(value), value), MANY)).hash),
    );
    await pictures.put('b2', png(bytes(1)), MANY);
    if (!one || !two || !three) throw new Error('not kept');
    const hashes = async (before: number) => (await pictures.unused('b1', before)).map(({ hash }) => hash);
    expect((await pictures.boards()).toSorted()).toEqual(['b1', 'b2']);
    expect(await hashes(MANY)).toEqual([]);
    await pictures.markUnused('b1', [one, two], 100);
    await pictures.markUnused('b1', [one, two, three], 200);
    expect([await hashes(99), await hashes(100), await hashes(200)]).toEqual([
      [],
      [one, two],
      [one, two, three],
    ]);
    // Shown again: it begins anew.
    await pictures.markUnused('b1', [one, three], 300);
    await pictures.markUnused('b1', [one, two, three], 400);
    expect([await hashes(300), await hashes(400)]).toEqual([
      [one, three],
      [one, two, three],
    ]);
    expect(await pictures.removeUnused('b1', two, 399)).toBe(false);
    expect(await pictures.removeUnused('b1', one, 399)).toBe(true);
    expect(await pictures.removeUnused('b1', one, 399)).toBe(false);
    expect([await pictures.has('b1', one), await pictures.has('b2', one)]).toEqual([false, true]);
    await pictures.markUnused('b1', [], 500);
    expect(await hashes(MANY)).toEqual([]);
  });

  it('[ST29] keeps a picture that is brought again at the moment it would go', async () => {
    const { store } = await open();
    const { pictures } = store;
    await store.addBoard({ id: 'b1', made: 1 }, []);
    for (let turn = 0; turn < 20; turn += 1) {
      const { hash } = await pictures.put('b1', png(bytes(turn)), MANY);
      await pictures.markUnused('b1', [hash], 100);
      const again = () => pictures.put('b1', png(bytes(turn)), MANY);
      const away = () => pictures.removeUnused('b1', hash, 100);
      // Now the one is first, and now the other.
      const answers = await Promise.all(turn % 2 === 0 ? [again(), away()] : [away(), again()]);
      const put = answers.find((one) => typeof one === 'object');
      if (!put) throw new Error('no answer');
      expect(['kept', 'known']).toContain(put.outcome);
      expect(await pictures.has('b1', hash)).toBe(true);
      expect(await pictures.unused('b1', MANY)).toEqual([]);
    }
  });
}
