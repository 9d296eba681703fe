import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import type { Pixel } from './support/pixels.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

const [ONE, TWO, OTHER] = ['Dakvlak van de sporthal', 'Ruimte in het net', 'Een zaal op dinsdag'];
const FILE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    { template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: ONE, size: 'S', x: 0.3, y: 0.4 },
    {
      template: 'brengen-halen',
      region: 'bring',
      partner: 'gemeente',
      text: TWO,
      size: 'S',
      x: 0.6,
      y: 0.55,
    },
    {
      template: 'brengen-halen',
      region: 'gain',
      partner: 'netbeheer',
      text: OTHER,
      size: 'S',
      x: 0.5,
      y: 0.5,
    },
  ],
};

/** Draws a box around a field, beginning and ending on bare sheet within it. */
async function drawAround(board: BoardPage, field: string): Promise<void> {
  const { x, y, width, height } = await board.fieldBox(FILE, field);
  await board.page.mouse.move(x + width - 6, y + height - 6);
  await board.page.mouse.down();
  await board.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await board.page.mouse.move(x + 6, y + 24, { steps: 4 });
  await board.page.mouse.up();
}

const several = (board: BoardPage) => board.page.getByRole('toolbar', { name: '2 stickers bewerken' });
const menu = (board: BoardPage) => board.page.getByRole('menu').first();

async function rightClick(board: BoardPage, { x, y }: Pixel): Promise<void> {
  await board.page.mouse.click(x, y, { button: 'right' });
  await expect(menu(board)).toBeVisible();
}

test('a box around stickers selects them; together they get a size, a line and another field', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  await drawAround(board, 'bring@gemeente');
  await expect(several(board)).toBeVisible();
  for (const text of [ONE, TWO]) await expect(board.sticker(text)).toHaveAttribute('aria-pressed', 'true');
  await expect(board.sticker(OTHER)).toHaveAttribute('aria-pressed', 'false');

  await several(board).getByRole('button', { name: 'Uitlijnen' }).click();
  await board.page.getByRole('menuitem', { name: 'Boven', exact: true }).click();
  await expect
    .poll(async () => Math.abs((await board.centerOf(ONE)).y - (await board.centerOf(TWO)).y))
    .toBeLessThan(1.5);

  await several(board).getByRole('button', { name: 'Lageland Netbeheer' }).click();
  for (const text of [ONE, TWO]) await expect(board.sticker(text)).toHaveAccessibleName(/namens Lageland/);

  await several(board).getByRole('button', { name: 'Meer met deze selectie' }).click();
  await board.page.getByRole('menuitem', { name: 'Verplaats naar…' }).click();
  const dialog = board.page.getByRole('dialog', { name: '2 stickers verplaatsen naar…' });
  await dialog.getByRole('button', { name: 'Spannende punten' }).click();
  await expect(dialog).toHaveCount(0);
  for (const text of [ONE, TWO])
    await expect(board.sticker(text)).toHaveAccessibleName(/in Spannende punten/);

  // One step each.
  await board.undoButton.click();
  for (const text of [ONE, TWO]) await expect(board.sticker(text)).toHaveAccessibleName(/in Brengen/);
});

test('a locked sticker stays for everybody until it is unlocked', async ({ api, people }) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const other = await people.join(links.partners[0]?.url ?? '', 'Bram');
  await board.select(ONE);
  await board.toolbar.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(other.sticker(ONE)).toHaveAccessibleName(/vergrendeld/);
  const before = await other.centerOf(ONE);
  await other.drag(ONE, await other.middleOf(FILE, 'core.essence'));
  expect(distance(await other.centerOf(ONE), before)).toBeLessThan(1);
  await expect(other.sticker(ONE)).toHaveAccessibleName(/in Brengen/);
  await other.page.keyboard.press('Escape');
  await other.select(ONE);
  await other.toolbar.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(board.sticker(ONE)).not.toHaveAccessibleName(/vergrendeld/);
});

test('writing begins where one points, and goes on beside it; all of it one step each', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const { page } = board;
  const spot = await board.middleOf(FILE, 'core.tensions');
  await page.mouse.move(spot.x, spot.y);
  await page.keyboard.type('Zorg');
  await expect(board.editor).toHaveValue('Zorg');
  await board.editor.press('Tab');
  await expect(board.editor).toHaveValue('');
  await page.keyboard.type('en welzijn');
  await expect(board.editor).toHaveValue('en welzijn');
  await board.editor.press('Control+Enter');
  // An empty one is no sticker.
  await board.finishText();
  for (const text of ['Zorg', 'en welzijn'])
    await expect(board.sticker(text)).toHaveAccessibleName(/in Spannende punten/);
  const [first, next] = [await board.centerOf('Zorg'), await board.centerOf('en welzijn')];
  const side = await board.sideOf('Zorg');
  expect(Math.max(Math.abs(first.x - next.x), Math.abs(first.y - next.y))).toBeGreaterThan(side);
  await board.undoButton.click();
  await expect(board.sticker('en welzijn')).toHaveCount(0);
  await board.undoButton.click();
  await expect(board.sticker('Zorg')).toHaveCount(0);
});

test('lines pasted become stickers, asked when there are many; stickers go to another board', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const elsewhere = await api.create({ ...FILE, stickers: [] });
  const permissions = ['clipboard-read', 'clipboard-write'];
  const board = await people.join(links.facilitator, 'Fien', { permissions });
  const { page } = board;
  const put = (text: string) => page.evaluate((words) => navigator.clipboard.writeText(words), text);
  const spot = await board.middleOf(FILE, 'core.tensions');

  await put('Geld\nTijd\nMensen');
  await page.mouse.move(spot.x, spot.y);
  await page.keyboard.press('Control+v');
  for (const text of ['Geld', 'Tijd', 'Mensen'])
    await expect(board.sticker(text)).toHaveAccessibleName(/in Spannende punten/);
  await board.undoButton.click();
  await expect(board.sticker('Geld')).toHaveCount(0);
  await expect(board.sticker('Mensen')).toHaveCount(0);

  await put(Array.from({ length: 300 }, (_, n) => `Regel ${n + 1}`).join('\n'));
  await page.mouse.move(spot.x, spot.y);
  await page.keyboard.press('Control+v');
  const asked = page.getByRole('dialog', { name: '300 stickers maken?' });
  await asked.getByRole('button', { name: 'Maak 300 stickers' }).click();
  await expect(page.getByRole('toolbar', { name: '300 stickers bewerken' })).toBeVisible();
  await board.undoButton.click();
  await expect(page.getByRole('toolbar', { name: '300 stickers bewerken' })).toHaveCount(0);

  await board.select(OTHER);
  await page.keyboard.press('Control+c');
  await page.goto(elsewhere.links.facilitator);
  await page.getByLabel('Je naam').fill('Fien');
  await page.getByRole('button', { name: 'Naar het bord' }).click();
  await board.drawn();
  await expect(board.newSticker).toBeVisible();
  await page.keyboard.press('Control+v');
  await expect(board.sticker(OTHER)).toHaveAccessibleName(/namens Lageland Netbeheer, in Halen/);
});

test('menus: of the sheet, of a sticker, and all of it by keyboard', async ({ api, people }) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const { page } = board;
  const { x, y, width, height } = await board.fieldBox(FILE, 'bring@gemeente');
  await rightClick(board, { x: x + width - 6, y: y + height - 6 });
  await page.getByRole('menuitem', { name: 'Selecteren' }).click();
  await page.getByRole('menuitem', { name: 'Alles in dit vak' }).click();
  await expect(several(board)).toBeVisible();
  await page.keyboard.press('Escape');

  await rightClick(board, await board.centerOf(OTHER));
  await page.getByRole('menuitem', { name: 'Dupliceren' }).click();
  await expect(board.sticker(OTHER)).toHaveCount(2);
  await board.undoButton.click();
  await expect(board.sticker(OTHER)).toHaveCount(1);

  // What a menu opens has the focus: one writes on.
  await rightClick(board, await board.centerOf(OTHER));
  await page.getByRole('menuitem', { name: 'Tekst wijzigen' }).click();
  await expect(board.editor).toBeFocused();
  await page.keyboard.type('!');
  await board.finishText();
  await expect(board.sticker(`${OTHER}!`)).toBeVisible();
  await page.getByRole('button', { name: 'Meer beeld' }).click();
  await page.getByRole('menuitem', { name: 'Zoeken' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');

  // Gathered by keys, and done with by keys.
  await board.sticker(ONE).focus();
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Space');
  await expect(several(board)).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(board.sticker(ONE)).toHaveCount(0);
  await expect(board.sticker(TWO)).toHaveCount(0);
});

test('find flies from one to the next, on both sheets; the list of shortcuts can be searched', async ({
  api,
  people,
}) => {
  const { links } = await api.create({
    ...FILE,
    stickers: [
      ...(FILE.stickers ?? []),
      { template: 'partnermodel-canvas', region: 'costs', text: 'Kosten van het dakvlak' },
    ],
  });
  const board = await people.join(links.observer, 'Olga');
  const { page } = board;
  const before = await board.sideOf(ONE);
  await page.keyboard.press('Control+f');
  const field = page.getByRole('searchbox', { name: 'Zoek op tekst, partner of vak' });
  await expect(field).toBeFocused();
  await field.fill('DAKVLAK');
  await expect(page.getByText('2 gevonden')).toBeVisible();
  await field.press('Enter');
  await expect(page.getByText('1 van 2')).toBeVisible();
  await expect.poll(() => board.sideOf(ONE)).toBeGreaterThan(before * 1.3);
  await page.getByRole('button', { name: 'Volgende' }).click();
  await expect(page.getByRole('tab', { name: 'Partnermodel Canvas' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(board.sticker('Kosten van het dakvlak')).toBeVisible();
  await field.press('Escape');
  await expect(field).toHaveCount(0);

  await board.pressBeside();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Sneltoetsen' });
  await list.getByRole('searchbox').fill('dupli');
  await expect(list.getByText('Dupliceren')).toBeVisible();
  await expect(list.getByText('Inzoomen')).toHaveCount(0);
  await list.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  const side = await board.sideOf('Kosten van het dakvlak');
  await page.keyboard.press('+');
  await page.reload();
  await board.drawn();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(side).toBeGreaterThan(0);
});

test('the map shows where one looks, and goes where one presses', async ({ api, people }) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.observer, 'Olga');
  const { page } = board;
  await page.getByRole('button', { name: 'Meer beeld' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Kaartje van het vel' }).click();
  const map = page.locator('.canvas-map');
  await expect(map).toBeVisible();
  const side = await board.sideOf(ONE);
  await page.getByRole('button', { name: 'Inzoomen' }).click({ clickCount: 4 });
  await expect.poll(() => board.sideOf(ONE)).toBeGreaterThan(side * 1.5);
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width * 0.2, y + height * 0.4);
  const view = (await board.stage.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  // A fifth from the left of the sheet is in the field where this one lies.
  await expect.poll(async () => distance(await board.centerOf(ONE), middle)).toBeLessThan(view.width / 2.5);
  await page.mouse.click(x + width * 0.98, y + height * 0.98);
  await expect.poll(async () => (await board.centerOf(ONE)).x).toBeLessThan(view.x);
});
