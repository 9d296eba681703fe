import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { expect, test } from './support/test.ts';

const [ONE, TWO, THREE] = ['Dakvlak van de sporthal', 'Ruimte in het net', 'Een zaal op dinsdag'];
const at = (text: string, x: number) =>
  ({
    template: 'brengen-halen',
    region: 'core.essence',
    partner: 'gemeente',
    text,
    size: 'S',
    x,
    y: 0.6,
  }) as const;
const FILE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    { ...at(ONE, 0.15), id: 'one', group: 'g', symbol: 'handshake' },
    { ...at(TWO, 0.4), id: 'two', group: 'g' },
    { ...at(THREE, 0.8), id: 'three' },
  ],
  groups: [{ id: 'g', title: 'Warmte' }],
  links: [{ from: 'one', to: 'two', kind: 'why' }],
  ink: [
    {
      template: 'partnermodel-canvas',
      partner: 'netbeheer',
      width: 12,
      points: [
        [1600, 2400],
        [2000, 2800],
      ],
    },
  ],
};

test('dots are put, counted and laid by; copies take lines and group; undo leaves a colleague’s', async ({
  api,
  people,
}) => {
  const { links, board: id } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const other = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const { page } = board;

  await board.select(THREE);
  await page.keyboard.press('s');
  await expect(board.sticker(THREE)).toHaveAccessibleName(/, 1 stip, van jou$/);
  await other.select(THREE);
  await other.toolbar.getByRole('button', { name: /^Stip geven/ }).click();
  await expect(board.sticker(THREE)).toHaveAccessibleName(/, 2 stippen, waarvan 1 van jou$/);
  await expect(board.sticker(ONE)).toHaveAccessibleName(/Icoon Samenwerken/);

  await page.keyboard.press('Control+a');
  await board.page.keyboard.press('Shift+F10');
  await page.getByRole('button', { name: 'Meer met deze selectie' }).click();
  await page.getByRole('menuitem', { name: 'Netjes leggen' }).click();
  await page.getByRole('menuitem', { name: 'Op stippen, de meeste eerst' }).click();
  await expect.poll(async () => (await other.centerOf(THREE)).x < (await other.centerOf(ONE)).x).toBe(true);

  await board.undoButton.click();
  await board.undoButton.click();
  await expect(other.sticker(THREE)).toHaveAccessibleName(/, 1 stip, van jou$/);

  await board.pressBeside();
  await board.select(ONE);
  const second = await board.centerOf(TWO);
  await page.keyboard.down('Shift');
  await page.mouse.click(second.x, second.y);
  await page.keyboard.up('Shift');
  await page.keyboard.press('Control+d');
  await expect(other.stage.locator('[data-sticker-id]')).toHaveCount(5);
  const { ticket } = await api.join(links.facilitator, 'Fien');
  await expect
    .poll(async () => {
      const { links: lines, groups, stickers = [] } = await api.export(id, ticket);
      return [
        lines?.length,
        groups?.map(({ title }) => title),
        stickers.map(({ votes = 0 }) => votes).sort(),
      ];
    })
    .toEqual([2, ['Warmte', 'Warmte'], [0, 0, 0, 0, 1]]);
  await board.undoButton.click();
  await expect(other.stage.locator('[data-sticker-id]')).toHaveCount(3);
});
