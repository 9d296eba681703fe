import type { Locator } from '@playwright/test';
import type { BoardFile } from '@samenbord/shared/board';
import { expectAccessible } from './support/accessible.ts';
import { TWO_PARTNERS } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import { Fingers } from './support/fingers.ts';
import type { Pixel } from './support/pixels.ts';
import { expect, test } from './support/test.ts';
import { distance, middleOf } from './support/truth.ts';

const TEXTS = ['Dakvlak', 'Netruimte', 'Een zaal'] as const;
const FILE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: TEXTS.map((text, index) => ({
    template: 'brengen-halen',
    region: ['core.essence', 'core.ambition', 'core.tensions'][index],
    text,
    size: 'S',
    x: 0.25,
    y: 0.4,
  })),
};

const moved = ({ x, y }: Pixel, dx: number, dy: number): Pixel => ({ x: x + dx, y: y + dy });

async function centerOf(element: Locator): Promise<Pixel> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not on screen');
  return middleOf(box);
}

const palette = (board: BoardPage, edge: string) =>
  board.page.getByRole('toolbar', { name: new RegExp(`^Palet ${edge}`) });

/** The controls over the sheet that are smaller than a finger at a wall needs. */
const tooSmall = (board: BoardPage) =>
  board.stage.locator('button:visible').evaluateAll((buttons) =>
    buttons
      .filter((button) => button.closest('.canvas-mirror') === null)
      .map((button) => ({
        name: button.getAttribute('aria-label') ?? button.textContent,
        box: button.getBoundingClientRect(),
      }))
      .filter(({ name, box }) => name !== '' && Math.min(box.width, box.height) < 55.5)
      .map(({ name }) => name),
  );

test.use({ actionTimeout: 15_000 });

test('together at one screen: palettes at the edges, three drag while others write, and no finger moves the view', async ({
  api,
  people,
}) => {
  const { links, board: id } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien', {
    viewport: { width: 1920, height: 1080 },
    hasTouch: true,
  });
  const { page } = board;
  await page.getByRole('button', { name: 'Meer beeld' }).tap();
  await page.getByRole('menuitemcheckbox', { name: 'Samen aan het scherm' }).tap();
  await expect(palette(board, 'onder')).toBeVisible();
  // This screen remembers it.
  await page.reload();
  await board.drawn();
  await expect(palette(board, 'onder')).toBeVisible();
  for (const edge of ['links', 'rechts', 'boven']) {
    await page.getByRole('button', { name: `Palet openen: ${edge}` }).tap();
    await expect(palette(board, edge)).toBeVisible();
  }
  await palette(board, 'links').getByRole('button', { name: 'Gemeente Veenwaarde' }).tap();
  await palette(board, 'rechts').getByRole('button', { name: 'Lageland Netbeheer' }).tap();
  await expect(palette(board, 'rechts')).toHaveAccessibleName(/namens: Lageland Netbeheer/);
  await expect(palette(board, 'links')).toHaveAccessibleName(/namens: Gemeente Veenwaarde/);

  // Two write at once, each on behalf of their own partner, with keys on the screen.
  await palette(board, 'links').getByRole('button', { name: 'Nieuwe sticker' }).tap();
  await palette(board, 'rechts').getByRole('button', { name: 'Nieuwe sticker' }).tap();
  const left = page.getByRole('region', { name: 'Sticker schrijven namens Gemeente Veenwaarde' });
  const right = page.getByRole('region', { name: 'Sticker schrijven namens Lageland Netbeheer' });
  await expect(left).toBeVisible();
  await expect(right).toBeVisible();
  const key = (editor: Locator, name: string) =>
    editor.getByRole('button', { name, exact: true, includeHidden: true });
  const [textOfLeft, textOfRight] = [left.getByRole('textbox'), right.getByRole('textbox')];
  for (const [a, b] of [
    ['D', 'K'],
    ['a', 'a'],
    ['k', 'b'],
  ] as const) {
    await key(left, a).tap();
    await key(right, b).tap();
  }
  await expect(textOfLeft).toHaveValue('Dak');
  await expect(textOfRight).toHaveValue('Kab');
  expect(await tooSmall(board)).toEqual([]);
  await expectAccessible(page);

  // Three hands hold three stickers while a fourth finger writes; the keys of a real keyboard go where one wrote last.
  const fingers = await Fingers.on(page);
  const before = await Promise.all(TEXTS.map((text) => board.centerOf(text)));
  const side = await board.sideOf(TEXTS[0]);
  await fingers.holdAll(before.map((from) => [from, moved(from, 20, 45)]));
  await fingers.pressBeside(await centerOf(key(left, 'e')));
  await fingers.pressBeside(await centerOf(key(left, 'n')));
  await page.keyboard.type('!?');
  await expect(textOfLeft).toHaveValue('Daken!?');
  await expect(textOfRight).toHaveValue('Kab');
  await fingers.letGo();
  for (const [index, text] of TEXTS.entries()) {
    const goal = moved(before[index] ?? { x: 0, y: 0 }, 20, 45);
    await expect.poll(async () => distance(await board.centerOf(text), goal)).toBeLessThan(9);
  }
  await textOfRight.tap();
  await page.keyboard.type('el');
  await expect(textOfRight).toHaveValue('Kabel');
  // A tap counts also while somebody else's finger is down.
  await fingers.hold(await board.centerOf(TEXTS[0]), moved(await board.centerOf(TEXTS[0]), 8, 16));
  await fingers.pressBeside(await centerOf(left.getByRole('button', { name: 'Klaar' })));
  await fingers.letGo();
  await expect(left).toHaveCount(0);
  await expect(textOfRight).toHaveValue('Kabel');
  await right.getByRole('button', { name: 'Klaar' }).tap();
  await expect(board.sticker('Daken!?')).toHaveAccessibleName(/namens Gemeente Veenwaarde/);
  await expect(board.sticker('Kabel')).toHaveAccessibleName(/namens Lageland Netbeheer/);

  // Who stands below draws, also over a sticker; who stands above drags on.
  const pen = palette(board, 'onder').getByRole('button', { name: 'Tekenen' });
  await pen.tap();
  await expect(pen).toHaveAttribute('aria-pressed', 'true');
  const [above, below] = [await board.centerOf(TEXTS[0]), await board.centerOf(TEXTS[2])];
  await fingers.drag(below, moved(below, 40, -10));
  await fingers.drag(above, moved(above, 40, -10));
  await expect
    .poll(async () => distance(await board.centerOf(TEXTS[0]), moved(above, 40, -10)))
    .toBeLessThan(9);
  expect(distance(await board.centerOf(TEXTS[2]), below)).toBeLessThan(1);
  await pen.tap();
  await expect(pen).toHaveAttribute('aria-pressed', 'false');

  // Two at once, each their own selection with its tools; a bare tap far from both drops neither, one beside it does.
  const tools = page.getByRole('toolbar', { name: 'Sticker bewerken' });
  await fingers.tap(await board.centerOf(TEXTS[0]));
  await fingers.tap(await board.centerOf('Kabel'));
  await expect(tools).toHaveCount(2);
  await fingers.tap(moved(await board.middleOf(FILE, 'core.tensions'), 0, 60));
  await expect(tools).toHaveCount(2);
  await fingers.tap(moved(await board.centerOf(TEXTS[0]), side * 1.5, 0));
  await expect(tools).toHaveCount(1);
  // Two draw at once, each in the colour of their palette.
  for (const edge of ['links', 'rechts'])
    await palette(board, edge).getByRole('button', { name: 'Tekenen' }).tap();
  const [far, near] = [
    { x: 330, y: 330 },
    { x: 1560, y: 330 },
  ];
  await fingers.together([
    [far, moved(far, 90, 90)],
    [near, moved(near, 90, 90)],
  ]);
  const { ticket } = await api.join(links.facilitator, 'Fien');
  const inks = async () => (await api.export(id, ticket)).ink?.map(({ partner }) => partner) ?? [];
  await expect.poll(inks).toEqual(expect.arrayContaining(['gemeente', 'netbeheer']));
  for (const edge of ['links', 'rechts'])
    await palette(board, edge).getByRole('button', { name: 'Tekenen' }).tap();

  // The tools of a sticker beside a palette lie over it, where they can be pressed.
  const atLeft = await palette(board, 'links').boundingBox();
  if (atLeft === null) throw new Error('the palette is not on screen');
  await fingers.drag(await board.centerOf(TEXTS[0]), {
    x: atLeft.x + atLeft.width + 2 * side,
    y: atLeft.y + atLeft.height,
  });
  await fingers.tap(await board.centerOf(TEXTS[0]));
  for (const button of await tools
    .getByRole('button', { name: /^(Tekst wijzigen|Klein|Verwijderen)$/ })
    .all())
    await button.tap({ trial: true });

  // One finger, and two people's fingers, move nothing; two near each other on bare sheet do.
  const still = await board.centerOf(TEXTS[0]);
  const core = await board.middleOf(FILE, 'core.ambition');
  await fingers.drag(core, moved(core, 200, 60));
  await fingers.pinch(core, 420, 700);
  expect(await board.sideOf(TEXTS[0])).toBeCloseTo(side, 1);
  expect(distance(await board.centerOf(TEXTS[0]), still)).toBeLessThan(1);
  await expect(async () => {
    await fingers.pinch(await board.middleOf(FILE, 'core.ambition'), 100, 150);
    await expect
      .poll(async () => (await board.sideOf(TEXTS[0])) / side, { timeout: 2_000 })
      .toBeGreaterThan(1.3);
  }).toPass();
});
