import { join as joinPath } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore, silentLog } from '../../server/src/store/index.ts';
import { type House, startHouse } from './support/house.ts';
import { type SmallDisk, smallDisk } from './support/smallDisk.ts';
import { until } from './support/until.ts';

/** Runs on a real disk of its own, or says why it cannot. */
async function onSmallDisk(test: (disk: SmallDisk) => Promise<void>): Promise<void> {
  const disk = await smallDisk(4);
  if (typeof disk === 'string') process.stderr.write(`NOT TESTED: ${disk}\n`);
  else await test(disk);
}

/** Boards as a new server would find them. */
async function storedStickers(directory: string, document: string): Promise<readonly string[]> {
  const again: House = await startHouse({ directory });
  const anna = await again.join(document);
  return [...anna.stickers.keys()];
}

it('[DU5] [SQ3] a disk that is really full: nothing acknowledged is lost, boards stay readable, and all is saved when there is room', () =>
  onSmallDisk(async (disk) => {
    const directory = joinPath(disk.directory, 'data');
    const house = await startHouse({ directory });
    const anna = await house.join('board');
    anna.edit((stickers) => stickers.set('before', 1));
    await anna.allAcknowledged();
    disk.fill();
    const acknowledged = ['before'];
    for (let index = 0; anna.notices.length === 0; index++) {
      const before = anna.acknowledged;
      anna.edit((stickers) => stickers.set(`s${index}`, 'x'.repeat(30_000)));
      await until('taken or refused', () => anna.acknowledged > before || anna.notices.length > 0);
      if (anna.acknowledged > before) acknowledged.push(`s${index}`);
    }
    expect(anna.notices).toEqual([{ code: 'unsaved', reason: 'disk-full' }]);
    const refused = house.log.lines.find(({ level }) => level === 'error');
    expect(JSON.stringify(refused)).toMatch(/no space left.*free some space on that disk/);
    const late = await house.join('board');
    expect([...late.stickers.keys()].sort()).toEqual(acknowledged.toSorted());
    disk.empty();
    await anna.allAcknowledged();
    await until('said', () => anna.notices.at(-1)?.code === 'saved-again');
    await until('late has all', () => late.stickers.size === anna.stickers.size);
    await house.relay.close();
    await house.store.close();
    expect((await storedStickers(directory, 'board')).toSorted()).toEqual([...anna.stickers.keys()].sort());
  }));

it('[SQ4] a disk that is really read-only is refused, and named; written to again, everything is there', () =>
  onSmallDisk(async (disk) => {
    const { directory } = disk;
    const open = () => openSqliteStore({ directory, log: silentLog });
    const store = await open();
    await store.append('board', [Uint8Array.of(1, 2, 3)]);
    await store.close();
    disk.readOnly(true);
    await expect(open()).rejects.toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining(directory),
    });
    disk.readOnly(false);
    const again = await open();
    expect((await again.load('board'))?.updates).toEqual([Uint8Array.of(1, 2, 3)]);
    await again.close();
  }));
