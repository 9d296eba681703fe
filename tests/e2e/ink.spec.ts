import type { BoardFile } from '@samenbord/shared/board';
import type { BoardPage } from './support/boardPage.ts';
import { decodePng, difference, type Pixel, parseHex } from './support/pixels.ts';
import { expect, test } from './support/test.ts';

const TEXT = 'Laadpunten bij de sporthal';
const FILE: BoardFile = {
  title: 'Rietwijk Wekt Op',
  partners: [
    { id: 'gemeente', name: 'Gemeente Veenwaarde', mark: 'G', color: '#0072B2' },
    { id: 'netbeheer', name: 'Lageland Netbeheer', mark: 'L', color: '#D55E00' },
  ],
  stickers: [
    {
      template: 'brengen-halen',
      region: 'bring',
      partner: 'gemeente',
      text: TEXT,
      size: 'L',
      x: 0.5,
      y: 0.5,
    },
  ],
};
const BLUE = '#0072B2';

/** Whether this colour is drawn at a point of the window. */
async function isInked(board: BoardPage, { x, y }: Pixel, color = BLUE): Promise<boolean> {
  const picture = await board.picture({ x: x - 3, y: y - 3, width: 6, height: 6 });
  const spots = [0, 1, 2, 3, 4, 5].flatMap((a) => [0, 1, 2, 3, 4, 5].map((b) => ({ x: a, y: b })));
  const { colors } = await decodePng(board.page, picture, spots);
  return colors.some((found) => difference(found, parseHex(color)) < 40);
}

test('a stroke is seen while it is drawn, stays, is undone alone, moves with its sticker and is in the picture', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const anna = await people.join(links.partners[0]?.url ?? '', 'Anna');
  const oda = await people.join(links.observer, 'Oda');
  const bar = anna.page.getByRole('toolbar', { name: 'Tekenen' });
  await anna.page.keyboard.press('3');
  // Whose it is says a letter, and not the colour alone.
  await expect(bar.getByText('Namens Gemeente Veenwaarde')).toBeVisible();
  await bar.getByRole('button', { name: 'Dik', exact: true }).click();

  const field = await anna.middleOf(FILE, 'core.ambition');
  // A window with a banner shows the sheet a little smaller.
  const there = await oda.middleOf(FILE, 'core.ambition');
  const { mouse } = anna.page;
  await mouse.move(field.x - 60, field.y);
  await mouse.down();
  await mouse.move(field.x + 60, field.y, { steps: 10 });
  // Not lifted yet, and there for who looks on.
  await expect.poll(() => isInked(oda, there)).toBe(true);
  await mouse.up();
  await mouse.move(field.x, field.y + 200);
  await expect.poll(() => isInked(anna, field)).toBe(true);

  // On the sticker, with a pen that presses.
  const at = await anna.centerOf(TEXT);
  const low = { x: at.x, y: at.y + (await anna.sideOf(TEXT)) * 0.3 };
  await mouse.move(low.x - 10, low.y);
  await mouse.down();
  await mouse.move(low.x + 10, low.y, { steps: 5 });
  await mouse.up();
  await expect(anna.sticker(TEXT)).toHaveAccessibleName(/met tekening$/);
  await anna.page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(anna.status).toContainText('Bewaard');

  // It moves with the sticker.
  const goal = { x: at.x, y: at.y + 60 };
  await anna.drag(TEXT, goal);
  await anna.pressBeside();
  await expect
    .poll(async () => {
      const now = await oda.centerOf(TEXT);
      return isInked(oda, { x: now.x, y: now.y + (await oda.sideOf(TEXT)) * 0.3 });
    })
    .toBe(true);

  // Undo: the move, then the stroke on the sticker; the one on the sheet stays.
  await anna.undoButton.click();
  await anna.undoButton.click();
  await expect(anna.sticker(TEXT)).not.toHaveAccessibleName(/met tekening$/);
  await expect.poll(() => isInked(oda, there)).toBe(true);

  // Still there for who comes later, and in the preview of the picture.
  await oda.page.reload();
  await oda.drawn();
  await expect.poll(() => isInked(oda, there)).toBe(true);

  // Rubbed out.
  await anna.page.keyboard.press('3');
  await bar.getByRole('button', { name: 'Gum' }).click();
  await mouse.move(field.x, field.y - 40);
  await mouse.down();
  await mouse.move(field.x, field.y + 40, { steps: 5 });
  await mouse.up();
  await mouse.move(field.x, field.y + 200);
  await expect.poll(() => isInked(oda, there)).toBe(false);
  await expect.poll(() => isInked(anna, field)).toBe(false);
});
