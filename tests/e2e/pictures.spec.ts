import type { BoardFile } from '@samenbord/shared/board';
import type { BoardPage } from './support/boardPage.ts';
import { bring, drawnPicture, hostileSvg, keptPictures, photograph, showsColor } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const FILE: BoardFile = {
  title: 'Rietwijk Wekt Op',
  partners: [
    { id: 'gemeente', name: 'Gemeente Veenwaarde', mark: 'G' },
    { id: 'netbeheer', name: 'Lageland Netbeheer', mark: 'L' },
  ],
};

const GREEN = '#1e9646';

/** A sticker with a picture on it, by what it is called. */
const pictured = (board: BoardPage, name: string | RegExp = /^Afbeelding/) =>
  board.stage.locator('[data-sticker-id]').and(board.page.getByRole('button', { name }));

test('a pasted picture is on the board of all, is described, and comes back after a reload', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const observer = await people.join(links.observer, 'Oda');
  await bring(board, 'paste', await drawnPicture(board.page, { width: 400, height: 300, color: GREEN }));
  for (const one of [board, observer]) {
    await expect(pictured(one)).toHaveCount(1);
    await expect.poll(() => showsColor(one, pictured(one), GREEN)).toBe(true);
  }

  // What is to be seen on it goes to who cannot see it.
  await pictured(board).focus();
  await board.toolbar.getByRole('button', { name: 'Meer met deze selectie' }).click();
  await board.page.getByRole('menuitem', { name: 'Afbeelding groot tonen en beschrijven' }).click();
  const dialog = board.page.getByRole('dialog', { name: 'Afbeelding' });
  await expect(dialog.getByRole('img')).toBeVisible();
  await dialog.getByLabel('Wat is er te zien?').fill('Het park in de avond');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(pictured(observer, /^Afbeelding: Het park in de avond/)).toHaveCount(1);

  // Duplicated, taken back, done again: pictures are stickers.
  await pictured(board).focus();
  await board.page.keyboard.press('Control+d');
  await expect(pictured(observer)).toHaveCount(2);
  await board.page.keyboard.press('Control+z');
  await expect(pictured(observer)).toHaveCount(1);

  await observer.page.reload();
  await observer.drawn();
  await expect.poll(() => showsColor(observer, pictured(observer), GREEN)).toBe(true);
  // A tap shows it large to who may not write.
  const box = await pictured(observer).boundingBox();
  if (box === null) throw new Error('the picture is not on screen');
  await observer.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const large = observer.page.getByRole('dialog', { name: 'Afbeelding' });
  await expect(large.getByRole('img', { name: 'Het park in de avond' })).toBeVisible();
  await expect(large.getByRole('textbox')).toHaveCount(0);
});

test('a hostile drawing does nothing but draw, a bomb and a text are refused, and forty megapixels become a picture', async ({
  api,
  people,
  guard,
}) => {
  // What reads the drawing reports each handler and style in it that the page's policy keeps from doing anything.
  guard.allow(/Content Security Policy/);
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const asked: string[] = [];
  board.page.on('request', (request) => asked.push(request.url()));
  const kept = keptPictures(board.page);

  await bring(board, 'drop', { name: 'kwaad.svg', type: 'image/svg+xml', bytes: hostileSvg(GREEN) });
  await expect(pictured(board)).toHaveCount(1);
  await expect.poll(() => showsColor(board, pictured(board), GREEN)).toBe(true);
  expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
  expect(await board.page.evaluate(() => 'hacked' in window || document.title === 'hacked')).toBe(false);
  const [svg] = await kept();
  // Pixels, and no drawing: nobody else ever gets the file.
  expect(svg).toMatchObject({ type: 'image/png', longest: 1600 });

  const refused: [string, string, string][] = [
    [
      'bom.svg',
      `<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "${'&a;'.repeat(20)}">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>`,
      'vraagt',
    ],
    [
      'web.svg',
      `<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="a0"><path d="M0 0h9v9z"/></g>${Array.from(
        { length: 30 },
        (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`,
      ).join('')}</defs><use href="#a30"/></svg>`,
      'vraagt',
    ],
    [
      'zichzelf.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><use href="#a"/></g></svg>',
      'vraagt',
    ],
    ['streep.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100000 1"/>', 'te smal'],
    ['tekst.png', 'Dit is geen afbeelding.', 'geen afbeelding'],
    ['half.png', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0010\0\0\0\u0010', 'beschadigd'],
  ];
  for (const [name, content, says] of refused) {
    await bring(board, 'drop', { name, type: 'image/svg+xml', bytes: Buffer.from(content, 'latin1') });
    const notice = board.page.getByText(new RegExp(`${name}.*${says}`));
    await expect(notice).toBeVisible();
  }
  await expect(pictured(board)).toHaveCount(1);

  // Forty megapixels, by the file chooser. It is waited for well before the key: a busy page takes keys before the wish
  // to hear of choosers.
  const choosing = board.page.waitForEvent('filechooser', { timeout: 60_000 });
  const photo = await photograph(board.page, 8_000, 5_000);
  await board.page.keyboard.press('5');
  const chooser = await choosing;
  // On the page as long as somebody chooses: what is nowhere on it may be forgotten with what they chose.
  expect(await chooser.element().evaluate((element) => element.isConnected)).toBe(true);
  await chooser.setFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo });
  await expect(pictured(board)).toHaveCount(2, { timeout: 30_000 });
  expect((await kept()).at(-1)).toMatchObject({ type: 'image/webp', longest: 1600 });
  await expect(board.page.locator('input[type=file]')).toHaveCount(0);
  // The page goes on.
  await board.addSticker('Nog steeds hier');
});

test('a picture that cannot be sent waits, says so, and is sent when it can', async ({
  api,
  people,
  guard,
}) => {
  // The refusal of the test's own making.
  guard.allow(/status of 503/);
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien');
  const upload = (url: URL): boolean => url.pathname.endsWith('/pictures');
  await board.page.route(upload, (route) =>
    route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: 'later' } } }),
  );
  await bring(board, 'paste', await drawnPicture(board.page, { width: 60, height: 60, color: GREEN }));
  const tray = board.page.getByRole('region', { name: 'Afbeeldingen onderweg' });
  await expect(tray).toContainText('Nog niet op het bord');
  await expect(pictured(board)).toHaveCount(0);
  await board.page.unroute(upload);
  await tray.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect(pictured(board)).toHaveCount(1);
  await expect(tray).toHaveCount(0);
});
