import type { Locator, Page } from '@playwright/test';
import type { NewLinkResponse, Role } from '@samenbord/shared/protocol';
import { type MadeBoard, TWO_PARTNERS } from './support/boardApi.ts';
import { BoardPage } from './support/boardPage.ts';
import { expect, test } from './support/test.ts';

/** Chromium says by itself that the server answered 403: that a link or code does not work is what this is about. */
const REFUSED = /status of 403/;

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Links van dit bord' });

async function openLinks(board: BoardPage): Promise<Locator> {
  await board.page.getByRole('button', { name: 'Meer', exact: true }).click();
  await board.page.getByRole('menuitem', { name: 'Links' }).click();
  return dialogOf(board.page);
}

/** A further link, made over the API, and its address. */
async function linkOf(
  url: string,
  { board, links }: MadeBoard,
  link: { role: Role; partner?: string; admission?: 'ask' },
): Promise<NewLinkResponse> {
  const post = async (path: string, body: object, ticket = '') => {
    const response = await fetch(`${url}/api/boards/${board}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}` },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const secret = new URL(links.facilitator).hash.slice(1);
  const { ticket } = await post('join', { secret, name: 'Programma' });
  return post('links', link, ticket);
}

test('who knocks waits until the facilitator lets them in, who sees it on the board', async ({
  api,
  server,
  people,
}) => {
  const made = await api.create(TWO_PARTNERS);
  const { url } = await linkOf(server.url, made, { role: 'partner', partner: 'gemeente', admission: 'ask' });
  const facilitator = await people.join(made.links.facilitator, 'Noor');
  const { page } = await people.browser();
  await page.goto(url);
  await page.getByLabel('Je naam').fill('Anna Visser');
  await page.getByLabel('Trekker').check();
  await page.getByRole('button', { name: 'Naar het bord' }).click();
  const waiting = page.getByRole('heading', { name: 'De begeleider laat je zo binnen' });
  await expect(waiting).toBeVisible();
  // Loading the page anew does not knock a second time.
  await page.reload();
  await expect(waiting).toBeVisible();

  const door = facilitator.page.getByRole('region', { name: 'Er wacht iemand' });
  await expect(door).toContainText('Anna Visser', { timeout: 25_000 });
  await expect(door).toContainText('Gemeente Veenwaarde');
  await door.getByRole('button', { name: 'Anna Visser toelaten' }).click();
  await expect(door).toHaveCount(0);
  const anna = new BoardPage(page);
  await anna.drawn();
  expect(new URL(page.url()).hash).toBe('');
  await facilitator.others.click();
  await expect(facilitator.page.getByRole('listitem').filter({ hasText: 'Anna Visser' })).toContainText(
    'Gemeente Veenwaarde · Trekker',
  );
  // Who was let in once is in after a reload.
  await page.reload();
  await anna.drawn();
});

test('who is refused is told so, and may ask again', async ({ api, server, people, guard }) => {
  guard.allow(REFUSED);
  const made = await api.create(TWO_PARTNERS);
  const { url } = await linkOf(server.url, made, { role: 'observer', admission: 'ask' });
  const facilitator = await people.join(made.links.facilitator, 'Noor');
  const { page } = await people.browser();
  await page.goto(url);
  await page.getByLabel('Je naam').fill('Olga');
  await page.getByRole('button', { name: 'Naar het bord' }).click();
  await facilitator.page.getByRole('button', { name: 'Olga weigeren' }).click({ timeout: 25_000 });
  await expect(page.getByRole('heading', { name: 'De begeleider heeft je niet toegelaten' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Naar het bord' })).toBeVisible();
});

test('a code that the facilitator shows brings in who types it on the start page, until it is closed', async ({
  api,
  people,
  guard,
}) => {
  guard.allow(REFUSED);
  const made = await api.create(TWO_PARTNERS);
  const facilitator = await people.join(made.links.facilitator, 'Noor');
  const links = await openLinks(facilitator);
  await links.getByRole('button', { name: 'Toon code en QR-code voor Lageland Netbeheer' }).click();
  const letters = facilitator.page.getByTestId('spoken-code');
  await expect(letters).toHaveText(/^[CDFHJKMPRTWX]{8}$/);
  const code = (await letters.textContent()) ?? '';
  // Not made in this browser: there is nothing to scan, and the letters have the room.
  await expect(facilitator.page.getByRole('heading', { name: 'Of scan' })).toHaveCount(0);
  const box = await letters.locator('span').first().boundingBox();
  expect(box?.height).toBeGreaterThan(100);

  const { page } = await people.browser();
  await page.goto('/');
  const field = page.getByLabel('Code van acht letters');
  await field.fill('CDFH');
  await page.getByRole('button', { name: 'Doe mee' }).click();
  await expect(page.getByText('Een code heeft acht letters')).toBeVisible();
  await field.fill(`${code.slice(0, 4).toLowerCase()} - ${code.slice(4).toLowerCase()}`);
  await page.getByRole('button', { name: 'Doe mee' }).click();
  await expect(page.getByText('Je spreekt voor Lageland Netbeheer')).toBeVisible();
  const bram = await BoardPage.enter(page, 'Bram');
  await expect(bram.status).toHaveText('Bewaard');
  expect(page.url()).not.toContain(code);

  await facilitator.page.keyboard.press('Escape');
  await expect(letters).toHaveCount(0);
  const { page: late } = await people.browser();
  await late.goto('/');
  await expect(async () => {
    await late.getByLabel('Code van acht letters').fill(code);
    await late.getByRole('button', { name: 'Doe mee' }).click();
    await expect(late.getByText('Een code werkt maar even.')).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test('links are made, set, replaced and withdrawn on the board, and who came by one sees that it ended', async ({
  api,
  people,
  guard,
}) => {
  guard.allow(REFUSED);
  const made = await api.create(TWO_PARTNERS);
  const observer = await people.join(made.links.observer, 'Olga');
  const facilitator = await people.join(made.links.facilitator, 'Noor');
  const links = await openLinks(facilitator);
  const card = (name: string | RegExp): Locator => links.getByRole('listitem', { name, exact: true });
  await expect(card('Waarnemer')).toContainText('1 persoon binnengekomen');
  await expect(card('Begeleider')).toContainText('jouw link');

  // One more, with settings.
  await links.getByRole('button', { name: 'Link toevoegen' }).click();
  await links.getByLabel('Voor wie').selectOption('Gemeente Veenwaarde');
  await links.getByLabel('Naam van de link').fill('directie');
  await links.getByLabel('Hoogstens zoveel mensen').fill('0');
  await links.getByRole('button', { name: 'Maak de link' }).click();
  await expect(links.getByText('Vul een heel getal in van 1 tot en met 500')).toBeVisible();
  await links.getByLabel('Hoogstens zoveel mensen').fill('3');
  await links.getByLabel('Ik laat mensen zelf toe').check();
  await links.getByRole('button', { name: 'Maak de link' }).click();
  const added = card('Gemeente Veenwaarde, directie');
  await expect(added).toContainText('0 van hoogstens 3 mensen binnengekomen · jij laat mensen toe');
  // This browser made it, so it has the address.
  await expect(added.getByRole('button', { name: /^Kopieer de link/ })).toBeVisible();

  // Changed.
  await added.getByRole('button', { name: /^Instellen/ }).click();
  await added.getByLabel('Hoogstens zoveel mensen').fill('');
  await added.getByLabel('Ik laat mensen zelf toe').uncheck();
  await added.getByRole('button', { name: 'Bewaar' }).click();
  await expect(added).toContainText('0 mensen binnengekomen');
  await expect(added).not.toContainText('jij laat mensen toe');

  // The last by which a facilitator can come back stays open.
  await card('Begeleider')
    .getByRole('button', { name: /^Instellen/ })
    .click();
  await card('Begeleider')
    .getByRole('button', { name: /^Intrekken/ })
    .click();
  await card('Begeleider').getByRole('button', { name: 'Trek de link in' }).click();
  await expect(facilitator.page.getByText('Maak eerst een tweede begeleiderslink')).toBeVisible();

  // One's own link replaced: one is in by the new one.
  await card('Begeleider')
    .getByRole('button', { name: /^Nieuwe link maken/ })
    .click();
  await card('Begeleider').getByRole('button', { name: 'Maak de nieuwe link' }).click();
  await expect(card('Begeleider').getByRole('button', { name: /^Kopieer de link/ })).toBeVisible();
  await expect(card('Begeleider')).toContainText('jouw link');

  // Withdrawn: the other's screen says so.
  await card('Waarnemer')
    .getByRole('button', { name: /^Instellen/ })
    .click();
  await card('Waarnemer')
    .getByRole('button', { name: /^Intrekken/ })
    .click();
  await card('Waarnemer').getByRole('button', { name: 'Trek de link in' }).click();
  await expect(observer.page.getByText(/Je link is ingetrokken of verlopen/)).toBeVisible({ timeout: 2_000 });
  await expect(links.getByText('2 links die niet meer werken')).toBeVisible();
  await facilitator.page.keyboard.press('Escape');
  await expect(facilitator.status).toHaveText('Bewaard');
});

test('where boards are made with a secret, the start page asks for it', async ({
  ownServer,
  people,
  guard,
}) => {
  guard.allow(REFUSED);
  const secret = 'maak-hier-een-bord';
  const server = await ownServer({ BOARD_CREATION: secret });
  const { page } = await people.browser();
  await page.goto(server.url);
  const field = page.getByLabel('Sleutelwoord om borden te maken');
  await expect(field).toBeVisible();
  await page.getByLabel('Naam van de samenwerking').fill('Rietwijk');
  await page.getByLabel('Naam', { exact: true }).first().fill('Gemeente');
  await page.getByLabel('Naam', { exact: true }).last().fill('Netbeheer');
  await page.getByRole('button', { name: 'Maak het bord' }).click();
  await expect(page.getByText('Vul het sleutelwoord in')).toBeVisible();
  await field.fill('dat-was-het-dus-niet');
  await page.getByRole('button', { name: 'Maak het bord' }).click();
  await expect(page.getByText('Op deze server is een sleutelwoord nodig')).toBeVisible();
  await field.fill(secret);
  await page.getByRole('button', { name: 'Maak het bord' }).click();
  await expect(page.getByRole('heading', { name: 'Nodig de anderen uit' })).toBeVisible();
  // For this tab, unless the person wishes otherwise.
  expect(await page.evaluate(() => localStorage.getItem('samenbord.creation'))).toBeNull();
  await page.getByRole('link', { name: /naar de startpagina/ }).click();
  await expect(field).toHaveValue(secret);
  expect(server.log()).not.toContain(secret);
});
