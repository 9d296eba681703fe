import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { type Cable, layCable, through } from './support/cable.ts';
import { LOST_NETWORK } from './support/guard.ts';
import { test as base, expect } from './support/test.ts';
import { distance } from './support/truth.ts';

const test = base.extend<{ cable: Cable }>({
  cable: async ({ server }, use) => {
    const cable = await layCable(() => server.url);
    await use(cable);
    await cable.close();
  },
});

const NOTE = 'Ligt er al';
const THEIRS = 'Van de netbeheerder';
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    { template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: NOTE, x: 0.3, y: 0.5 },
    { template: 'brengen-halen', region: 'bring', partner: 'netbeheer', text: THEIRS, x: 0.3, y: 0.5 },
  ],
};

test('B is cut off, both work on, B comes back by itself: both are equal and saved', async ({
  api,
  people,
  cable,
  guard,
}) => {
  guard.allow(LOST_NETWORK);
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(through(cable, links.partners[0]?.url ?? ''), 'Bram');
  expect(cable.live()).toBeGreaterThan(0);
  await b.ready();

  cable.cut();
  await expect(b.status).toHaveText('Offline');
  // Really cut: nothing is open any more, and A sees B leave.
  await expect.poll(() => cable.live()).toBe(0);
  await expect(a.others).toHaveAccessibleName('Wie is er: 1 persoon');

  const essence = await b.middleOf(BOARD, 'core.essence');
  await b.drag(NOTE, essence);
  await expect(b.status).toHaveText('Offline: 1 wijziging wacht');
  await b.addSticker('Zonder verbinding geschreven');
  await expect(b.status).toHaveText(/^Offline: \d+ wijzigingen wachten$/);
  await b.select(NOTE);
  await b.toolbar.getByRole('button', { name: /^Stip geven/ }).click();
  await expect(b.sticker(NOTE)).toHaveAccessibleName(/, 1 stip, van jou$/);
  await a.drag(THEIRS, await a.middleOf(BOARD, 'core.tensions'));
  await a.addSticker('Ondertussen bij Anna');
  await expect(a.status).toHaveText('Bewaard');
  await expect(a.sticker('Zonder verbinding geschreven')).toHaveCount(0);
  await expect(b.sticker('Ondertussen bij Anna')).toHaveCount(0);

  cable.mend();
  const texts = [NOTE, THEIRS, 'Zonder verbinding geschreven', 'Ondertussen bij Anna'];
  for (const one of [a, b]) {
    await expect(one.status).toHaveText('Bewaard', { timeout: 20_000 });
    for (const text of texts) await expect(one.sticker(text)).toBeVisible();
    await expect(one.sticker(NOTE)).toHaveAccessibleName(/Essentie.*, 1 stip/);
    await expect(one.sticker(THEIRS)).toHaveAccessibleName(/Spannende punten/);
  }
  for (const text of texts)
    await expect.poll(async () => distance(await a.centerOf(text), await b.centerOf(text))).toBeLessThan(2);
  await expect(a.others).toHaveAccessibleName('Wie is er: 2 mensen');
  const stored = await api.export(board, ticket);
  expect(stored.stickers?.map(({ text }) => text).sort()).toEqual([...texts].sort());
});

test('a connection that goes silent without closing is noticed and made anew', async ({
  api,
  people,
  cable,
  guard,
}) => {
  guard.allow(LOST_NETWORK);
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const b = await people.join(through(cable, links.partners[0]?.url ?? ''), 'Bram');
  await b.ready();
  cable.freeze();
  await b.addSticker('In de stilte');
  await expect(b.status).not.toHaveText('Bewaard');
  // Asks after three seconds without an answer, gives up eight later.
  await expect(b.status).toHaveText(/^Offline: \d+ wijziging/, { timeout: 25_000 });
  cable.mend();
  await expect(b.status).toHaveText('Bewaard', { timeout: 20_000 });
  const texts = (await api.export(board, ticket)).stickers?.map(({ text }) => text);
  expect(texts).toContain('In de stilte');
});

test('closing with unsaved work asks first; with everything saved it does not', async ({
  api,
  people,
  cable,
  guard,
}) => {
  guard.allow(LOST_NETWORK);
  const { links } = await api.create(BOARD);
  const b = await people.join(through(cable, links.partners[0]?.url ?? ''), 'Bram');
  await b.ready();
  cable.cut();
  await expect(b.status).toHaveText('Offline');
  await b.addSticker('Nog niet bewaard');
  await expect(b.status).toHaveText(/wacht/);

  const asked = b.page.waitForEvent('dialog');
  await b.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  expect(b.page.isClosed()).toBe(false);
  await expect(b.sticker('Nog niet bewaard')).toBeVisible();

  cable.mend();
  await expect(b.status).toHaveText('Bewaard', { timeout: 20_000 });
  const closed = b.page.waitForEvent('close');
  await b.page.close({ runBeforeUnload: true });
  await closed;
});
