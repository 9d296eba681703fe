import { createHash } from 'node:crypto';
import { boardDocument, removeStickers, restoreStickers } from '@samenbord/shared/board';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createPictureSweep } from '../../server/src/boards/pictureSweep.ts';
import { createLog } from '../../server/src/log.ts';
import { memoryStore } from '../../server/src/store/index.ts';
import { bearer } from './client.ts';
import { type Attendee, gather, write } from './meeting.ts';
import type { Peer } from './peer.ts';
import { startServer } from './server.ts';

const DAY = 86_400_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const file = (seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...PNG, ...new Uint8Array(1_000).fill(seed)]);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const bring = ({ url, made, session }: Attendee, seed: number): Promise<Response> =>
  fetch(`${url}/api/boards/${made.board}/pictures`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', ...bearer(session) },
    body: file(seed),
  });
const has = async ({ url, made, session }: Attendee, seed: number): Promise<boolean> => {
  const path = `${url}/api/boards/${made.board}/pictures/${hashOf(file(seed))}`;
  return (await fetch(path, { headers: bearer(session) })).status === 200;
};
const show = (peer: Peer, id: string, seed: number): Promise<void> => {
  write(peer, id, '', { picture: { hash: hashOf(file(seed)), width: 10, height: 10 } });
  return peer.saved();
};

test('[PI1] a picture goes when no document has had it for the grace time, not before, and never one that is shown', async () => {
  let time = 1_000_000_000_000;
  const { url, sweepPictures } = await startServer(
    { PICTURE_GRACE: '604800', TICKET_LIFETIME: '31536000' },
    () => time,
  );
  const { gemeente } = await gather(url);
  for (const seed of [1, 2, 3, 4]) expect((await bring(gemeente, seed)).status).toBe(201);
  const [board, poster] = [await gemeente.open(), await gemeente.open('/private/gemeente')];
  await show(board, 'stays', 1);
  await show(board, 'goes', 2);
  await show(poster, 'homework', 3);
  const there = () => Promise.all([1, 2, 3, 4].map((seed) => has(gemeente, seed)));
  await sweepPictures();
  removeStickers(board.doc, ['goes'], 'gea', time);
  await board.saved();
  await sweepPictures();
  time += 6 * DAY;
  await sweepPictures();
  expect(await there()).toEqual([true, true, true, true]);
  // Undo within the time: it begins anew when it is deleted once more.
  restoreStickers(board.doc, ['goes']);
  await board.saved();
  await sweepPictures();
  removeStickers(board.doc, ['goes'], 'gea', time);
  await board.saved();
  await sweepPictures();
  time += 2 * DAY;
  await sweepPictures();
  expect(await there()).toEqual([true, true, true, false]);
  time += 6 * DAY;
  await sweepPictures();
  expect(await there()).toEqual([true, false, true, false]);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('pictures_removed_total 2');
  expect(metrics).toContain(`pictures_removed_bytes_total ${2 * file(1).length}`);
});

test('[PI2] what went counts no more: a full board looks for what nothing shows before it refuses', async () => {
  let time = 1_000_000_000_000;
  const { url } = await startServer({ PICTURE_GRACE: '60', LIMIT_PICTURES: '2100' }, () => time);
  const { gemeente } = await gather(url);
  const board = await gemeente.open();
  for (const seed of [1, 2]) expect((await bring(gemeente, seed)).status).toBe(201);
  await show(board, 'stays', 1);
  // Found unused now, and not long enough.
  expect((await bring(gemeente, 3)).status).toBe(409);
  time += 61_000;
  expect((await bring(gemeente, 3)).status).toBe(201);
  expect(await Promise.all([1, 2, 3].map((seed) => has(gemeente, seed)))).toEqual([true, false, true]);
  await show(board, 'also', 3);
  time += 61_000;
  expect((await bring(gemeente, 4)).status).toBe(409);
});

test('[PI3] what comes to show it at the moment it goes has it back, and two that look at once take it once', async () => {
  const store = memoryStore();
  await store.addBoard({ id: 'b1', made: 1 }, []);
  const doc = new Y.Doc();
  write({ doc }, 'other', '');
  await store.append(boardDocument('b1'), [Y.encodeStateAsUpdate(doc)]);
  const hashes = await Promise.all(
    [1, 2].map(async (seed) => {
      const picture = { type: 'image/png', content: file(seed), made: seed };
      return (await store.pictures.put('b1', picture, 1e6)).hash;
    }),
  );
  let time = 0;
  let removed = 0;
  const sweepWith = (read: () => Uint8Array) =>
    createPictureSweep({
      relay: { read: async () => read() },
      store,
      log: createLog('silent'),
      now: () => time,
      grace: 1_000,
      removed: (pictures) => {
        removed += pictures;
      },
      settle: 0,
    });
  const now = () => Y.encodeStateAsUpdate(doc);
  await sweepWith(now).all();
  time = 1_000;
  // Somebody pastes the first between the look and the removal: the second look finds it.
  let looks = 0;
  const late = (): Uint8Array => {
    looks += 1;
    const [hash = ''] = hashes;
    if (looks === 2) write({ doc }, 'pasted', '', { picture: { hash, width: 10, height: 10 } });
    return now();
  };
  await sweepWith(late).all();
  expect(await Promise.all(hashes.map((hash) => store.pictures.has('b1', hash)))).toEqual([true, false]);
  expect(removed).toBe(1);
  const { hash } = await store.pictures.put('b1', { type: 'image/png', content: file(5), made: 1 }, 1e6);
  await sweepWith(now).all();
  time = 3_000;
  await Promise.all([sweepWith(now).all(), sweepWith(now).all()]);
  expect(await store.pictures.has('b1', hash)).toBe(false);
  expect(removed).toBe(2);
  await store.close();
});
