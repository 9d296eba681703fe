import { readFile } from 'node:fs/promises';
import { type BoardFile, INK_GRAIN } from '@samenbord/shared/board';
import type { BoardPage } from './support/boardPage.ts';
import { bring, drawnPicture, showsColor } from './support/pictures.ts';
import { type Color, decodePng, difference, parseHex } from './support/pixels.ts';
import { expect, test } from './support/test.ts';
import { lyingOn } from './support/truth.ts';

const GREEN = '#1e9646';
const BLUE = '#0072B2';
const SHEET = 'partnermodel-canvas';

/** Two stickers with a line, two in a frame, one stroke on the sheet: each in a field with nothing else. */
const FILE: BoardFile = {
  title: 'Met alles',
  partners: [
    { id: 'gemeente', name: 'Gemeente Veenwaarde', mark: 'G', color: BLUE },
    { id: 'netbeheer', name: 'Lageland Netbeheer', mark: 'L', color: '#D55E00' },
  ],
  stickers: [
    { id: 'van', template: SHEET, region: 'costs', x: 0.2, y: 0.5, text: 'Van' },
    { id: 'naar', template: SHEET, region: 'costs', x: 0.8, y: 0.5, text: 'Naar' },
    { id: 'een', template: SHEET, region: 'returns', x: 0.4, y: 0.5, text: 'Een', group: 'g' },
    { id: 'twee', template: SHEET, region: 'returns', x: 0.6, y: 0.5, text: 'Twee', group: 'g' },
  ],
  links: [{ from: 'van', to: 'naar', kind: 'tension' }],
  groups: [{ id: 'g', title: 'Samen' }],
  ink: [
    {
      template: SHEET,
      partner: 'gemeente',
      width: 20,
      points: [800, 1200].map((y) => [3500 * INK_GRAIN, y * INK_GRAIN]),
    },
  ],
};

const pictured = (board: BoardPage) =>
  board.stage.locator('[data-sticker-id]').and(board.page.getByRole('button', { name: /^Afbeelding/ }));

test('an icon is found and chosen by keyboard, a picture is carried to another board, and all of it is in the PNG', async ({
  api,
  guard,
  people,
}) => {
  const { links, board: id } = await api.create(FILE);
  const elsewhere = await api.create({
    ...FILE,
    title: 'Elders',
    stickers: [],
    links: [],
    groups: [],
    ink: [],
  });
  const permissions = ['clipboard-read', 'clipboard-write'];
  const board = await people.join(links.facilitator, 'Fien', { permissions });
  const { page } = board;
  await page.getByRole('tab', { name: 'Partnermodel Canvas' }).click();
  await expect(board.sticker('Van')).toBeVisible();

  // By keyboard alone: the dialog, a search that finds nothing and one that does, the choice; Escape leaves it.
  await board.sticker('Van').focus();
  await page.keyboard.press('4');
  const dialog = page.getByRole('dialog', { name: 'Icoon of emoji kiezen' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('qqqq');
  await expect(dialog.getByRole('status')).toHaveText('Niets gevonden');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('afspraak');
  await expect(dialog.getByRole('status')).toHaveText(/gevonden$/);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Samenwerken' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  // The keys are the sticker's again.
  await expect(board.sticker('Van')).toBeFocused();
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.keyboard.press('4');
    await expect(dialog.getByRole('button', { name: 'Haal van de sticker' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const kept = async () => api.export(id, ticket);
  await expect
    .poll(async () => (await kept()).stickers?.find((one) => one.id === 'van')?.symbol)
    .toBe('handshake');

  // A picture, and the PNG of the sheet with everything on it.
  await bring(board, 'paste', await drawnPicture(page, { width: 300, height: 300, color: GREEN }));
  await expect(pictured(board)).toHaveCount(1);
  await expect.poll(() => showsColor(board, pictured(board), GREEN)).toBe(true);
  await expect.poll(async () => (await kept()).stickers?.length).toBe(5);
  await board.openPicture();
  await page.getByRole('radio', { name: 'A4', exact: true }).check();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PNG opslaan' }).click();
  const png = await readFile(await (await coming).path());
  await page.keyboard.press('Escape');
  const lying = new Map(lyingOn(await kept(), SHEET).map((one) => [one.id, one]));
  const of = (name: string) => {
    const found = lying.get(name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  const picture = [...lying.values()].find(({ text }) => text === '');
  if (!picture) throw new Error('no picture');
  const { width } = await decodePng(page, png, []);
  const scale = width / 4200;
  const colors = async (
    points: readonly { readonly x: number; readonly y: number }[],
  ): Promise<readonly Color[]> =>
    (
      await decodePng(
        page,
        png,
        points.map(({ x, y }) => ({ x: x * scale, y: y * scale })),
      )
    ).colors;
  const along = (count: number, at: (n: number) => { x: number; y: number }) =>
    colors(Array.from({ length: count }, (_, n) => at(n)));
  const [shown, inked, icon] = [
    await colors([picture.center]),
    await colors([{ x: 3500, y: 1000 }]),
    await along(40, (n) => ({ x: of('van').center.x - 80 + n * 4, y: of('van').center.y - 40 })),
  ];
  expect(difference(shown[0] ?? [0, 0, 0], parseHex(GREEN))).toBeLessThan(12);
  expect(difference(inked[0] ?? [0, 0, 0], parseHex(BLUE))).toBeLessThan(12);
  expect(icon.some((one) => one.every((channel) => channel < 120))).toBe(true);
  // Across the line where it comes down to its end, in three rows for its dashes, and across the frame's left edge:
  // something of another colour than the ground.
  const [to, one] = [of('naar'), of('een')];
  const rows = await Promise.all(
    [150, 180, 210].map((up) => along(40, (n) => ({ x: to.center.x - 150 + n * 4, y: to.center.y - up }))),
  );
  const edge = await along(45, (n) => ({ x: one.center.x - one.side / 2 - 90 + n * 2, y: one.center.y }));
  const isCrossed = (row: readonly Color[]) =>
    row.some((found) => difference(found, row[0] ?? [0, 0, 0]) > 25);
  expect(rows.some(isCrossed)).toBe(true);
  expect(isCrossed(edge)).toBe(true);

  // Carried to another board: its bytes too, which that board did not have when the sticker lay there already.
  guard.allow(/404 .*\/pictures\//);
  await pictured(board).focus();
  await page.keyboard.press('Control+c');
  await page.goto(elsewhere.links.facilitator);
  await page.getByLabel('Je naam').fill('Fien');
  await page.getByRole('button', { name: 'Naar het bord' }).click();
  await board.drawn();
  await expect(board.newSticker).toBeVisible();
  await page.keyboard.press('Control+v');
  await expect(pictured(board)).toHaveCount(1);
  await expect.poll(() => showsColor(board, pictured(board), GREEN)).toBe(true);
  await page.reload();
  await board.drawn();
  await expect.poll(() => showsColor(board, pictured(board), GREEN)).toBe(true);
});
