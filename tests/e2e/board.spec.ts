import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { BoardPage } from './support/boardPage.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

test('from the start page to a board that is all there after a reload', async ({ people }) => {
  const { page, context } = await people.browser({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto('/');
  await page.getByLabel('Naam van de samenwerking').fill('Warm Waterland');
  await page.getByRole('button', { name: 'Partner toevoegen' }).click();
  const file: BoardFile = {
    title: 'Warm Waterland',
    partners: ['gemeente-waterland', 'lageland-netbeheer', 'woonstichting-rietland'].map((id) => ({
      id,
      name: id,
    })),
  };
  const names = ['Gemeente Waterland', 'Lageland Netbeheer', 'Woonstichting Rietland'];
  for (const [index, name] of names.entries())
    await page.getByLabel('Naam', { exact: true }).nth(index).fill(name);
  // Letters and colours are proposed, no two alike, and can be changed.
  await expect(page.getByLabel('Letter').nth(0)).toHaveAttribute('placeholder', 'G');
  await page.getByLabel('Letter').nth(2).fill('Q');
  await page.getByRole('button', { name: 'Maak het bord' }).click();

  await test.step('the links to hand out', async () => {
    await expect(page.getByRole('heading', { name: 'Nodig de anderen uit' })).toBeVisible();
    for (const whom of [...names, 'Begeleider', 'Waarnemer']) {
      await expect(page.getByLabel(`Link voor ${whom}`, { exact: true })).toHaveValue(/\/b\/[^#]+#.{22,}/);
      await expect(page.getByRole('button', { name: `Toon de QR-code voor ${whom} groot` })).toBeVisible();
    }
    await page.getByRole('button', { name: `Toon de QR-code voor ${names[1]} groot` }).click();
    await expect(page.getByRole('img', { name: `QR-code voor ${names[1]}` })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Kopieer de link voor ${names[1]}` }).click();
  });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await page.getByLabel(`Link voor ${names[1]}`, { exact: true }).inputValue());

  const { page: theirs } = await people.browser();
  await test.step("the partner's link fixes for whom one speaks", async () => {
    await theirs.goto(link);
    await expect(theirs.getByRole('heading', { name: 'Warm Waterland' })).toBeVisible();
    await expect(theirs.getByText('Je spreekt voor Lageland Netbeheer')).toBeVisible();
  });
  const partner = await BoardPage.enter(theirs, 'Bram');
  // Nobody gets this person's place from a shared screen or a copied address.
  expect(theirs.url()).not.toContain('#');
  await expect(theirs).toHaveTitle(/Warm Waterland/);

  await page.getByRole('button', { name: 'Open het bord' }).click();
  const board = await BoardPage.enter(page, 'Fien');
  await test.step('a sticker by the button and one by a double tap', async () => {
    await board.addSticker('Met de knop');
    await board.doubleTapUntil(
      () => board.middleOf(file, 'core.essence'),
      () => expect(board.editor).toBeFocused({ timeout: 2_000 }),
    );
    await board.editor.fill('Met een dubbele tik');
    await board.finishText();
    await expect(board.sticker('Met een dubbele tik')).toHaveAccessibleName(/Essentie/);
    await expect(partner.sticker('Met een dubbele tik')).toBeVisible();
  });

  await test.step('a partner writes for their own partner', async () => {
    await partner.doubleTapUntil(
      () => partner.middleOf(file, 'bring@lageland-netbeheer'),
      () => expect(partner.editor).toBeFocused({ timeout: 2_000 }),
    );
    await partner.editor.fill('Kwartierdata');
    await partner.finishText();
    await expect(board.sticker('Kwartierdata')).toHaveAccessibleName(/namens Lageland Netbeheer/);
  });

  const target = await board.middleOf(file, 'gain@woonstichting-rietland');
  await test.step('the field under a held sticker lights up, and takes it', async () => {
    const { x, y, height } = await board.fieldBox(file, 'gain@woonstichting-rietland');
    const edge = { x: x - 2, y: y + height - 22, width: 12, height: 10 };
    const dark = await board.picture(edge);
    await board.hold('Met de knop', target);
    await expect.poll(async () => (await board.picture(edge)).equals(dark)).toBe(false);
    await board.drop();
    await board.pressBeside();
    await expect(board.sticker('Met de knop')).toHaveAccessibleName(/Halen.*Woonstichting Rietland/);
    await expect.poll(async () => (await board.picture(edge)).equals(dark)).toBe(true);
  });

  await test.step('size and namens, one tap each', async () => {
    await board.select('Met de knop');
    const before = await board.sideOf('Met de knop');
    await board.setSize('Groot');
    await expect.poll(() => board.sideOf('Met de knop')).toBeGreaterThan(before * 1.2);
    await board.setSize('Klein');
    await expect.poll(() => board.sideOf('Met de knop')).toBeLessThan(before * 0.85);
    await board.setPartner('Woonstichting Rietland');
    await expect(board.sticker('Met de knop')).toHaveAccessibleName(/namens Woonstichting Rietland/);
    await expect(partner.sticker('Met de knop')).toHaveAccessibleName(/namens Woonstichting Rietland/);
  });

  await test.step('its text by a double tap on it', async () => {
    await board.doubleTapUntil(
      () => board.centerOf('Met een dubbele tik'),
      () => expect(board.editor).toBeFocused({ timeout: 2_000 }),
    );
    await board.editor.pressSequentially(', en gewijzigd');
    await board.finishText();
    await expect(partner.sticker('Met een dubbele tik, en gewijzigd')).toBeVisible();
  });

  await test.step('delete and undo', async () => {
    await board.select('Met een dubbele tik');
    await board.deleteButton.click();
    await expect(board.sticker('Met een dubbele tik')).toHaveCount(0);
    await expect(partner.sticker('Met een dubbele tik')).toHaveCount(0);
    await board.undoButton.click();
    await expect(board.sticker('Met een dubbele tik')).toBeVisible();
    await expect(partner.sticker('Met een dubbele tik')).toBeVisible();
  });

  await test.step('a reload: all there, without asking for a name', async () => {
    await expect(board.status).toHaveText('Bewaard');
    const place = await board.centerOf('Met de knop');
    await page.reload();
    await board.drawn();
    for (const text of ['Met de knop', 'Met een dubbele tik', 'Kwartierdata'])
      await expect(board.sticker(text)).toBeVisible();
    expect(distance(await board.centerOf('Met de knop'), place)).toBeLessThan(2);
    await expect(board.sticker('Met de knop')).toHaveAccessibleName(/Halen.*Woonstichting Rietland/);
  });

  await test.step('the start page lists it, and its links', async () => {
    await page.goto('/');
    const recent = page.getByRole('region', { name: 'Eerder geopend' });
    await expect(recent.getByRole('listitem')).toHaveCount(1);
    await recent.getByRole('button', { name: 'Links van Warm Waterland' }).click();
    await expect(page.getByLabel(`Link voor ${names[1]}`, { exact: true })).toHaveValue(link);
    await page.getByRole('link', { name: 'Samenbord: naar de startpagina' }).click();
    await recent.getByRole('link', { name: /Warm Waterland/ }).click();
    await board.drawn();
    await expect(board.sticker('Kwartierdata')).toBeVisible();
  });
  await context.close();
});

test('the demo opens with both sheets, behind a tab each', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open het voorbeeld' }).click();
  const board = new BoardPage(page);
  await board.drawn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rietwijk Wekt Op');
  await expect(board.sticker('Energie van, voor en door de buurt')).toHaveAccessibleName(
    /Ons belang.*Rietzon|Rietzon.*Ons belang/,
  );
  await page.getByRole('tab', { name: 'Partnermodel Canvas' }).click();
  await expect(board.sticker('Batterij en sturing')).toBeVisible();
  await expect(board.sticker('Energie van, voor en door de buurt')).toHaveCount(0);
  await page.reload();
  await board.drawn();
  await expect(page.getByRole('tab', { name: 'Partnermodel Canvas' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(board.status).toHaveText('Bewaard');
});

test('English at a switch, remembered; the board keeps its own texts', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: /demo|example/i }).click();
  const board = new BoardPage(page);
  await board.drawn();
  await expect(board.status).toHaveText('Saved');
  await expect(board.sticker('Energie van, voor en door de buurt')).toHaveAccessibleName(/Our interest/);
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Nederlands' })).toBeVisible();
  await page.getByRole('button', { name: 'Nederlands' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Maak een bord' })).toBeVisible();
});

test('a field is zoomed to by a double tap on its label, and the sheet comes back', async ({
  api,
  people,
}) => {
  const { links } = await api.create({
    ...TWO_PARTNERS,
    stickers: [{ template: 'brengen-halen', region: 'core.essence', text: 'Kern' }],
  });
  const board = await people.join(links.facilitator, 'Fien');
  const before = await board.sideOf('Kern');
  await board.doubleTapUntil(
    () => board.middleOfLabel('Essentie'),
    () => expect.poll(() => board.sideOf('Kern'), { timeout: 3_000 }).toBeGreaterThan(before * 1.3),
  );
  await board.fitSheet.click();
  await expect.poll(async () => Math.abs((await board.sideOf('Kern')) - before)).toBeLessThan(1);
});

test("a tap on a field's label shows its question and hint", async ({ api, people }) => {
  const { links } = await api.create();
  const board = await people.join(links.observer, 'Olga');
  await board.page.getByRole('tab', { name: 'Partnermodel Canvas' }).click();
  const { x, y } = await board.middleOfLabel('Kernpartners');
  await board.page.mouse.click(x, y);
  const questions = board.page.getByRole('dialog', { name: 'Kernpartners' });
  await expect(questions.getByRole('listitem').first()).toContainText('?');
  await expect(questions.getByRole('img', { name: 'Tip' })).toBeVisible();
  await questions.getByRole('button', { name: 'Sluiten' }).click();
  await expect(questions).toHaveCount(0);
});
