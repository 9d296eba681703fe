import type { Page } from '@playwright/test';
import type { MadeBoard } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import { LOST_NETWORK } from './support/guard.ts';
import { expect, test } from './support/test.ts';
import { lyingOn } from './support/truth.ts';

const FIELD = 'Gedeelde ambitie';

const linkFor = ({ links }: MadeBoard, partner: string): string =>
  links.partners.find((link) => link.partner === partner)?.url ?? '';

const panel = (page: Page) => page.getByRole('region', { name: FIELD });
const editor = (page: Page) => panel(page).getByRole('textbox', { name: 'Jouw gedachte' });

/** Opens a silent round from the questions of a field, as the facilitator. */
async function start({ page }: BoardPage): Promise<void> {
  await page.getByRole('button', { name: `${FIELD}: vragen en tip` }).press('Enter');
  await page.getByRole('button', { name: 'Stil schrijven hierover' }).click();
  await expect(panel(page)).toBeVisible();
}

/** Ends it with this, and says so once more where one is asked. */
async function end({ page }: BoardPage, how: 'Toon alles' | 'Stop zonder tonen'): Promise<void> {
  await page.getByRole('button', { name: how }).click();
  await page.getByRole('dialog').getByRole('button', { name: how }).click();
}

// Several windows each, on a machine that runs other tests beside it.
test.describe.configure({ timeout: 150_000 });

test('what one writes in silence is seen by nobody until all of it is shown at once', async ({
  api,
  people,
}) => {
  const made = await api.create();
  const { ticket } = await api.join(made.links.facilitator, 'Programma');
  const f = await people.join(made.links.facilitator, 'Fien');
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  const b = await people.join(linkFor(made, 'gemeente'), 'Bram');
  const o = await people.join(made.links.observer, 'Olga');
  await start(f);

  // Who comes to write can begin at once; one thought per sticker.
  await expect(editor(a.page)).toBeFocused();
  await a.page.keyboard.type('Aardgasvrij in 2032');
  await a.page.keyboard.press('Enter');
  await a.page.keyboard.type('Niemand in de kou');
  await a.page.keyboard.press('Escape');
  await editor(b.page).fill('Van, voor en door de buurt');
  await b.page.getByRole('button', { name: 'Ik ben klaar' }).click();
  await expect(panel(b.page)).toContainText('Je bent klaar');
  for (const { page } of [f, a]) await expect(panel(page)).toContainText('1 klaar');
  await expect(o.page.getByRole('region', { name: 'Stil schrijven is bezig' })).toContainText('1 klaar');
  await expect(a.status).toHaveText('Bewaard');

  // In the middle of it: loaded anew, one's own words are there, and nobody else's.
  for (const one of [a, b]) {
    await one.page.reload();
    await expect(panel(one.page)).toBeVisible();
  }
  await expect(panel(a.page)).toContainText('Niemand in de kou');
  await expect(panel(b.page)).toContainText('Je bent klaar');
  const words = /2032|in de kou|door de buurt/;
  await expect(b.page.locator('body')).not.toContainText(/2032|in de kou/);
  await expect(a.page.locator('body')).not.toContainText('door de buurt');
  for (const { page } of [f, o]) await expect(page.locator('body')).not.toContainText(words);
  expect((await api.export(made.board, ticket)).stickers).toEqual([]);

  await end(f, 'Toon alles');
  for (const board of [f, a, b, o]) {
    await expect(panel(board.page)).toHaveCount(0);
    for (const text of ['Aardgasvrij in 2032', 'Niemand in de kou', 'Van, voor en door de buurt'])
      await expect(board.sticker(text)).toBeVisible();
  }
  const shown = lyingOn(await api.export(made.board, ticket), 'brengen-halen');
  expect(shown.map(({ partner, region }) => [partner, region])).toEqual(
    Array.from({ length: 3 }, () => ['gemeente', 'core.ambition']),
  );
});

test('who was offline when all was shown adds it late, with a mark', async ({ api, people, guard }) => {
  guard.allow(LOST_NETWORK);
  guard.allow(/WebSocket is already in CLOSING or CLOSED state/);
  const made = await api.create();
  const { ticket } = await api.join(made.links.facilitator, 'Programma');
  const f = await people.join(made.links.facilitator, 'Fien');
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  await start(f);
  await editor(a.page).fill('Op tijd');
  await editor(a.page).press('Enter');
  await expect(a.status).toHaveText('Bewaard');
  await a.context.setOffline(true);
  await editor(a.page).fill('In de tunnel geschreven');
  await expect(a.status).toContainText('Offline');
  await end(f, 'Toon alles');
  await expect(f.sticker('Op tijd')).toBeVisible();
  await a.context.setOffline(false);

  const offer = a.page.getByRole('region', { name: 'Dit kwam te laat mee' });
  await expect(offer.getByRole('listitem')).toHaveText(['In de tunnel geschreven']);
  await offer.getByRole('button', { name: 'Voeg de sticker toe' }).click();
  await expect(offer).toHaveCount(0);
  for (const board of [a, f])
    await expect(board.sticker('In de tunnel geschreven')).toHaveAccessibleName(/te laat/);
  await expect(f.sticker('Op tijd')).not.toHaveAccessibleName(/te laat/);
  const { stickers = [] } = await api.export(made.board, ticket);
  expect(stickers.map(({ text, tags }) => [text, tags ?? []]).sort()).toEqual([
    ['In de tunnel geschreven', ['late']],
    ['Op tijd', []],
  ]);
});

test('a round that is stopped shows nothing, and leaves everybody their own words to keep', async ({
  api,
  people,
}) => {
  const made = await api.create();
  const { ticket } = await api.join(made.links.facilitator, 'Programma');
  const f = await people.join(made.links.facilitator, 'Fien');
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  await start(f);
  await editor(a.page).fill('Toch maar niet');
  await expect(a.status).toHaveText('Bewaard');
  await end(f, 'Stop zonder tonen');
  const left = a.page.getByRole('region', { name: 'De stille ronde is gestopt' });
  await expect(left).toContainText('Toch maar niet');
  await left.getByRole('button', { name: 'Sluiten' }).click();
  await expect(left).toHaveCount(0);
  expect((await api.export(made.board, ticket)).stickers).toEqual([]);
  // And the next one can be begun.
  await start(f);
  await expect(editor(a.page)).toBeFocused();
});

test('one may look at the board meanwhile, and go on writing', async ({ api, people }) => {
  const made = await api.create();
  const f = await people.join(made.links.facilitator, 'Fien');
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  await start(f);
  await editor(a.page).fill('Half af');
  await panel(a.page).getByRole('button', { name: 'Naar het bord' }).click();
  await expect(panel(a.page)).toHaveCount(0);
  await expect(a.newSticker).toBeVisible();
  await a.page.getByRole('button', { name: 'Verder schrijven' }).click();
  await expect(panel(a.page)).toContainText('Half af');
});
