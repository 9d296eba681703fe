import type { BoardFile } from '@samenbord/shared/board';
import { tint } from '../../client/src/drawing/colors.ts';
import { boardApi, TWO_PARTNERS } from './support/boardApi.ts';
import { LOST_NETWORK } from './support/guard.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

const NOTE = 'Lag er al';
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [{ template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: NOTE, x: 0.3, y: 0.5 }],
};

test('the server is killed and started again: nothing seen is gone, both pages come back by themselves', async ({
  ownServer,
  people,
  guard,
}) => {
  guard.allow(LOST_NETWORK);
  const server = await ownServer();
  const api = boardApi(() => server.url);
  const { board, links } = await api.create(BOARD);
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');

  const essence = await a.middleOf(BOARD, 'core.essence');
  await a.drag(NOTE, essence);
  await a.addSticker('Net voor de klap');
  // From the moment somebody else sees it, it may not be lost: no waiting for anything else.
  await expect(b.sticker('Net voor de klap')).toBeVisible();
  await expect(b.sticker(NOTE)).toHaveAccessibleName(/Essentie/);
  await server.end('SIGKILL');

  for (const one of [a, b]) await expect(one.status).toHaveText(/^Offline/);
  await b.addSticker('Tijdens de storing');
  await expect(b.status).toHaveText(/^Offline: \d+ wijziging/);
  await server.begin();

  const texts = [NOTE, 'Net voor de klap', 'Tijdens de storing'];
  for (const one of [a, b]) {
    await expect(one.status).toHaveText('Bewaard', { timeout: 20_000 });
    for (const text of texts) await expect(one.sticker(text)).toBeVisible();
    await expect.poll(async () => distance(await one.centerOf(NOTE), essence)).toBeLessThan(2);
  }
  await expect(a.others).toHaveAccessibleName('Wie is er: 2 mensen');

  // And live again, not only read again.
  await b.drag(NOTE, await b.middleOf(BOARD, 'core.tensions'));
  await expect(a.sticker(NOTE)).toHaveAccessibleName(/Spannende punten/);

  const { ticket } = await api.join(links.facilitator, 'Programma');
  const stored = await api.export(board, ticket);
  expect(stored.stickers?.map(({ text }) => text).sort()).toEqual([...texts].sort());
  expect(server.log()).not.toContain('Net voor de klap');
});

test('killed in the middle of a drag and of typing: what was seen stays, and what is in hand is not lost', async ({
  ownServer,
  people,
  guard,
}) => {
  guard.allow(LOST_NETWORK);
  const server = await ownServer();
  const api = boardApi(() => server.url);
  const { links } = await api.create(BOARD);
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const essence = await a.middleOf(BOARD, 'core.essence');
  await a.hold(NOTE, essence);
  await expect.poll(() => b.shows(tint('#0072B2'), essence)).toBe(true);

  await server.restart('SIGKILL');
  await a.drop();
  for (const one of [a, b]) {
    await expect(one.status).toHaveText('Bewaard', { timeout: 20_000 });
    await expect(one.sticker(NOTE)).toHaveAccessibleName(/Essentie/);
  }

  await b.openText(NOTE);
  await b.editor.press('Control+End');
  await b.editor.pressSequentially(' en');
  await server.restart('SIGKILL');
  await b.editor.pressSequentially(' erna');
  await b.finishText();
  for (const one of [a, b]) {
    await expect(one.status).toHaveText('Bewaard', { timeout: 20_000 });
    await expect(one.sticker(`${NOTE} en erna`)).toBeVisible();
  }
});
