import type { Page } from '@playwright/test';
import { rietwijk } from '@samenbord/shared/demo';
import { fieldOf, TEMPLATES } from '@samenbord/shared/template';
import { expectAccessible } from './support/accessible.ts';
import { BoardPage } from './support/boardPage.ts';
import { HomeworkPage } from './support/homeworkPage.ts';
import { expect, test } from './support/test.ts';
import { lyingOn } from './support/truth.ts';

test.describe('axe finds nothing', () => {
  test('on the start page, with complaints and with boards opened before, in both languages', async ({
    page,
  }) => {
    await page.goto('/');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Maak het bord' }).click();
    await expect(page.getByText('Geef de samenwerking een naam.')).toBeVisible();
    await page
      .getByRole('button', { name: /^(Hemelsblauw|Oranje)/ })
      .first()
      .click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectAccessible(page);
  });

  test('on the links, the join page, and what stands in the way', async ({ api, page, guard }) => {
    guard.allow(/status of 40[134]/);
    await page.goto('/');
    await page.getByLabel('Naam van de samenwerking').fill('Toegankelijk');
    await page.getByLabel('Naam', { exact: true }).nth(0).fill('Gemeente');
    await page.getByLabel('Naam', { exact: true }).nth(1).fill('Netbeheer');
    await page.getByRole('button', { name: 'Maak het bord' }).click();
    await expect(page.getByRole('button', { name: /^Kopieer de link/ })).toHaveCount(4);
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^Toon de QR-code/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);

    const { links } = await api.create();
    await page.goto(links.partners[0]?.url ?? '');
    await expect(page.getByLabel('Je naam')).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${links.observer.slice(0, -4)}`);
    await expect(page.getByRole('heading', { name: 'Deze link klopt niet' })).toBeVisible();
    await expectAccessible(page);
  });

  test('on the board: at rest, a sticker selected, being written, and in the export dialog', async ({
    api,
    people,
  }) => {
    const { links } = await api.create(rietwijk);
    const board = await people.join(links.facilitator, 'Fien');
    const { page } = board;
    await expect(board.sticker('Energie van, voor en door de buurt')).toBeVisible();
    await expectAccessible(page);
    await board.select('Energie van, voor en door de buurt');
    await expect(board.deleteButton).toBeVisible();
    await expectAccessible(page);
    await board.openText('Energie van, voor en door de buurt');
    await expectAccessible(page);
    await board.finishText();
    await board.others.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await board.openPicture();
    await expect(page.getByRole('button', { name: 'PNG opslaan' })).toBeVisible();
    await expectAccessible(page);
  });

  test('on the homework: the poster, what goes to the table, and how far everybody is', async ({
    api,
    people,
  }) => {
    const { links } = await api.create();
    const { page } = await people.join(links.partners[0]?.url ?? '', 'Anna');
    const homework = await HomeworkPage.open(page);
    await expectAccessible(page);
    await homework.write('Brengen', 'Wijkregisseur');
    await homework.write('Kernwaarde', 'Eerst van ons');
    await homework.card('Wijkregisseur').getByRole('button', { name: 'Wijzig: Wijkregisseur' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await homework.choose('Wijkregisseur', 'Hoeveel, en hoe zeker?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await homework.poster.getByRole('button', { name: 'Klaar…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Wij zijn klaar' }).click();
    const facilitator = await people.join(links.facilitator, 'Fien');
    await facilitator.page.getByRole('tab', { name: 'Huiswerk' }).click();
    await expect(facilitator.page.getByRole('button', { name: 'Deel met de tafel' })).toBeEnabled();
    await expectAccessible(facilitator.page);
    await facilitator.page.getByRole('button', { name: 'Deel met de tafel' }).click();
    await expect(facilitator.page.getByRole('dialog')).toBeVisible();
    await expectAccessible(facilitator.page);
  });

  test('in a silent round, writing and looking at the board', async ({ api, people }) => {
    const { links } = await api.create();
    const facilitator = await people.join(links.facilitator, 'Fien');
    const { page } = await people.join(links.partners[0]?.url ?? '', 'Anna');
    await facilitator.page.getByRole('button', { name: 'Gedeelde ambitie: vragen en tip' }).press('Enter');
    await facilitator.page.getByRole('button', { name: 'Stil schrijven hierover' }).click();
    await page.getByRole('textbox', { name: 'Jouw gedachte' }).fill('Aardgasvrij');
    await page.keyboard.press('Enter');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ik ben klaar' }).click();
    await expect(page.getByText('Je bent klaar')).toBeVisible();
    await expectAccessible(page);
    await expectAccessible(facilitator.page);
    await facilitator.page.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(facilitator.page.getByRole('region', { name: 'Stil schrijven is bezig' })).toBeVisible();
    await expectAccessible(facilitator.page);
  });

  test('on the links of the board, a code that is shown, the waiting room and who waits', async ({
    api,
    people,
  }) => {
    const made = await api.create();
    const { page } = await people.join(made.links.facilitator, 'Programma');
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Links' }).click();
    await page.getByRole('button', { name: /^Instellen: link voor Gemeente/ }).click();
    await page.getByLabel('Ik laat mensen zelf toe').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await expect(page.getByText('jij laat mensen toe')).toBeVisible();
    await page.getByRole('button', { name: /^Toon code.* voor Gemeente/ }).click();
    await expect(page.getByTestId('spoken-code')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('spoken-code')).toHaveCount(0);
    await page.keyboard.press('Escape');

    const { page: waiting } = await people.browser();
    await waiting.goto(made.links.partners[0]?.url ?? '');
    await waiting.getByLabel('Je naam').fill('Anna');
    await waiting.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(waiting.getByRole('heading', { name: 'De begeleider laat je zo binnen' })).toBeVisible();
    await expectAccessible(waiting);
    await expect(page.getByRole('button', { name: 'Anna toelaten' })).toBeVisible();
    await expectAccessible(page);
  });

  test("on the observer's board", async ({ api, people }) => {
    const { links } = await api.create(rietwijk);
    const board = await people.join(links.observer, 'Olga');
    await expect(board.sticker('Energie van, voor en door de buurt')).toBeVisible();
    await expectAccessible(board.page);
  });
});

test('every sticker that can be read on screen is in the accessible tree, with partner and field', async ({
  api,
  people,
}) => {
  const { board: id, links } = await api.create(rietwijk);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const file = await api.export(id, ticket);
  // As large as a wall: all of both sheets can be read there.
  const board = await people.join(links.facilitator, 'Fien', { viewport: { width: 2560, height: 1440 } });
  for (const sheet of ['brengen-halen', 'partnermodel-canvas'] as const) {
    await board.page.getByRole('tab', { name: TEMPLATES[sheet].title.nl }).click();
    for (const { text, partner, region } of lyingOn(file, sheet)) {
      const sticker = board.sticker(text);
      await expect(sticker).toBeVisible();
      const key = region?.split('@')[0] ?? '';
      const field = fieldOf(sheet, key)?.label.nl;
      expect(field).toBeDefined();
      await expect(sticker).toHaveAccessibleName(new RegExp(escaped(field ?? '')));
      const name = file.partners.find((one) => one.id === partner)?.name;
      if (name !== undefined) await expect(sticker).toHaveAccessibleName(new RegExp(escaped(name)));
    }
  }
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('with the keyboard alone: make a sticker, write, move, delete, undo', async ({ api, people }) => {
  const { board: id, links } = await api.create();
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const { page } = await people.browser();
  await page.goto(links.facilitator);
  await tabTo(page, page.getByLabel('Je naam'));
  await page.keyboard.type('Toetsen');
  await page.keyboard.press('Enter');
  const board = new BoardPage(page);
  await board.drawn();

  await tabTo(page, board.newSticker);
  await page.keyboard.press('Enter');
  await expect(board.editor).toBeFocused();
  await page.keyboard.type('Zonder muis');
  await page.keyboard.press('Escape');
  await expect(board.sticker('Zonder muis')).toBeVisible();
  await expect(board.sticker('Zonder muis')).toBeFocused();

  const before = await board.centerOf('Zonder muis');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await board.centerOf('Zonder muis')).x).toBeGreaterThan(before.x + 5);
  await expect(board.status).toHaveText('Bewaard');
  const moved = lyingOn(await api.export(id, ticket), 'brengen-halen');

  await page.keyboard.press('Enter');
  await expect(board.editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' bij');
  await page.keyboard.press('Escape');
  await expect(board.sticker('Zonder muis bij')).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(board.sticker('Zonder muis')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(board.sticker('Zonder muis bij')).toBeVisible();
  await expect(board.status).toHaveText('Bewaard');
  const after = lyingOn(await api.export(id, ticket), 'brengen-halen');
  expect(after.map(({ text }) => text)).toEqual(['Zonder muis bij']);
  expect(after[0]?.center).toEqual(moved[0]?.center);
});

/** Goes there by the Tab key, as who has no mouse. */
async function tabTo(page: Page, target: ReturnType<Page['getByLabel']>): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 40; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there');
}
