import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

const [ONE, TWO, THREE] = ['Dakvlak van de sporthal', 'Ruimte in het net', 'Een zaal op dinsdag'];
const at = (text: string, region: string, partner: string, x: number, y: number) =>
  ({ template: 'brengen-halen', region, partner, text, size: 'S', x, y }) as const;
const FILE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    at(ONE, 'bring', 'gemeente', 0.2, 0.55),
    at(TWO, 'bring', 'gemeente', 0.6, 0.55),
    at(THREE, 'gain', 'netbeheer', 0.5, 0.55),
  ],
};

const line = ({ page }: BoardPage, name: string) => page.getByRole('button', { name });
const lineTools = ({ page }: BoardPage) => page.getByRole('toolbar', { name: /^Lijn .* bewerken$/ });

test('lines are made by keys and by menu, say something else, and go; a colleague sees it', async ({
  api,
  people,
}) => {
  const { links, board: id } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const other = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const { page } = board;

  await board.select(ONE);
  await page.keyboard.press('l');
  await expect(page.getByText('Tik op de sticker waarmee je verbindt')).toBeVisible();
  await board.sticker(THREE).focus();
  await page.keyboard.press('Enter');
  await expect(line(other, `Lijn hoort bij: van ${ONE} naar ${THREE}`)).toBeAttached();

  await lineTools(board).getByRole('button', { name: 'waarom' }).click();
  await expect(lineTools(board).getByRole('button', { name: 'waarom' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await lineTools(board).getByRole('button', { name: 'Omdraaien' }).click();
  await expect(line(other, `Lijn waarom: van ${THREE} naar ${ONE}`)).toBeAttached();

  const both = await people.join(links.facilitator, 'Fien');
  await both.select(ONE);
  await both.toolbar.getByRole('button', { name: 'Meer met deze selectie' }).click();
  await both.page.getByRole('menuitem', { name: 'Lijnen' }).hover();
  await both.page.getByRole('menuitem', { name: `waarom: ${THREE}` }).click();
  await both.page.keyboard.press('Delete');
  await expect(line(board, `Lijn waarom: van ${THREE} naar ${ONE}`)).toHaveCount(0);
  await both.undoButton.click();
  await expect(line(board, `Lijn waarom: van ${THREE} naar ${ONE}`)).toBeAttached();

  const { ticket } = await api.join(links.facilitator, 'Fien');
  const file = await api.export(id, ticket);
  expect(file.links?.map(({ kind }) => kind)).toEqual(['why']);
});

test('a group has a name, moves by it, is in the file, and leaves its stickers when it is taken away', async ({
  api,
  people,
}) => {
  const { links, board: id } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const other = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const { page } = board;
  await board.select(ONE);
  const second = await board.centerOf(TWO);
  await page.keyboard.down('Shift');
  await page.mouse.click(second.x, second.y);
  await page.keyboard.up('Shift');
  await page.keyboard.press('g');
  await page
    .getByRole('dialog')
    .getByLabel(/^Naam van de groep/)
    .fill('Warmte');
  await page.keyboard.press('Enter');
  for (const text of [ONE, TWO]) await expect(other.sticker(text)).toHaveAccessibleName(/in groep Warmte/);

  // By the frame's title, which lies above its stickers.
  const [a, b] = [await board.centerOf(ONE), await board.centerOf(TWO)];
  const title = { x: (a.x + b.x) / 2, y: a.y - (await board.sideOf(ONE)) / 2 - 5 };
  await page.mouse.move(title.x, title.y);
  await page.mouse.down();
  await page.mouse.move(title.x + 20, title.y + 90, { steps: 5 });
  await page.keyboard.down('Control');
  await page.mouse.move(title.x + 30, title.y + 120, { steps: 2 });
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect.poll(async () => (await other.centerOf(ONE)).y).toBeGreaterThan(a.y + 60);
  const [afterA, afterB] = [await other.centerOf(ONE), await other.centerOf(TWO)];
  expect(
    distance({ x: afterB.x - afterA.x, y: afterB.y - afterA.y }, { x: b.x - a.x, y: b.y - a.y }),
  ).toBeLessThan(3);

  const { ticket } = await api.join(links.facilitator, 'Fien');
  const file = await api.export(id, ticket);
  expect(file.groups?.map((group) => group.title)).toEqual(['Warmte']);
  expect(file.stickers?.filter(({ group }) => group === file.groups?.[0]?.id)).toHaveLength(2);

  await page.keyboard.press('Shift+G');
  await expect(other.sticker(ONE)).not.toHaveAccessibleName(/in groep/);
  await expect(other.sticker(TWO)).toBeAttached();
  await board.undoButton.click();
  await expect(other.sticker(ONE)).toHaveAccessibleName(/in groep Warmte/);
});

test('three hundred lines are pasted in one go, after a question, and go in one step', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const other = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const { page } = board;
  const spot = await board.middleOf(FILE, 'core.ambition');
  await page.mouse.move(spot.x, spot.y);
  const lines = Array.from({ length: 300 }, (_, i) => `Regel ${i + 1}.`).join('\n');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, lines);
  await page.getByRole('dialog').getByRole('button', { name: 'Maak 300 stickers' }).click();
  const all = (one: BoardPage) => one.stage.locator('[data-sticker-id]');
  await expect(all(board)).toHaveCount(303);
  await expect(all(other)).toHaveCount(303);
  await board.undoButton.click();
  await expect(all(other)).toHaveCount(3);
});
