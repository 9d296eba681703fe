import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BoardFile } from '@samenbord/shared/board';
import { COMMAND_ARGUMENTS, NODE } from '../../scripts/toolchain.mjs';
import { boardApi, TWO_PARTNERS } from './support/boardApi.ts';
import { LOST_NETWORK } from './support/guard.ts';
import { expect, test } from './support/test.ts';

const NOTE = 'Er al voor de kopie';
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [{ template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: NOTE, x: 0.3, y: 0.5 }],
};

const command = (...args: string[]) => promisify(execFile)(NODE, [...COMMAND_ARGUMENTS, ...args]);

test('a server that is restored from an older backup gets back what an open page has, and others see it', async ({
  ownServer,
  people,
  guard,
}) => {
  guard.allow(LOST_NETWORK);
  // A backup, a restore and three starts.
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'samenbord-restore-'));
  try {
    const server = await ownServer();
    const api = boardApi(() => server.url);
    const { board, links } = await api.create(BOARD);
    const a = await people.join(links.facilitator, 'Anna');
    await command('backup', join(folder, 'backup.sqlite'), server.dataDir);

    const essence = await a.middleOf(BOARD, 'core.essence');
    await a.addSticker('Na de kopie');
    await a.drag(NOTE, essence);
    await expect(a.sticker(NOTE)).toHaveAccessibleName(/Essentie/);
    await expect(a.status).toHaveText('Bewaard');
    await server.end();
    await expect(a.status).toHaveText(/^Offline/);
    await rename(server.dataDir, join(folder, 'broken'));
    await command('restore', join(folder, 'backup.sqlite'), server.dataDir);
    await server.begin();

    await expect(a.status).toHaveText('Bewaard', { timeout: 20_000 });
    const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
    await expect(b.sticker('Na de kopie')).toBeVisible();
    await expect(b.sticker(NOTE)).toHaveAccessibleName(/Essentie/);
    const { ticket } = await api.join(links.facilitator, 'Programma');
    await expect
      .poll(async () => (await api.export(board, ticket)).stickers?.map(({ text }) => text).sort())
      .toEqual([NOTE, 'Na de kopie'].sort());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
