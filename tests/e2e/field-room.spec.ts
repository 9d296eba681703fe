import type { BoardFile } from '@samenbord/shared/board';
import { layInRows, PARKING, regionById } from '@samenbord/shared/layout';
import { expectAccessible } from './support/accessible.ts';
import { TWO_PARTNERS } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import { Fingers } from './support/fingers.ts';
import { expect, test } from './support/test.ts';
import { layoutOf } from './support/truth.ts';

const FIELD = 'core.tensions';
const NAME = 'Spannende punten';
const { inner } = regionById(layoutOf(TWO_PARTNERS, 'brengen-halen'), FIELD) ?? {
  inner: { x: 0, y: 0, width: 0, height: 0 },
};

/** As many as fit in the field at the usual size. */
function most(): number {
  let count = 1;
  while (layInRows(inner, count + 1).size === 'M') count += 1;
  return count;
}

const FILLING = Array.from({ length: most() }, (_, n) => `Spanning ${n + 1}`);
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    ...layInRows(inner, FILLING.length).points.map(({ x, y }, n) => {
      const { rect } = regionById(layoutOf(TWO_PARTNERS, 'brengen-halen'), FIELD) ?? { rect: inner };
      const at = { x: (x - rect.x) / rect.width, y: (y - rect.y) / rect.height };
      return {
        template: 'brengen-halen' as const,
        region: FIELD,
        text: FILLING[n] ?? '',
        size: 'M' as const,
        ...at,
      };
    }),
    { template: 'brengen-halen', region: 'core.essence', text: 'Nog een punt', x: 0.2, y: 0.5, size: 'M' },
    {
      template: 'brengen-halen',
      region: 'bring',
      partner: 'gemeente',
      text: 'Straks pas',
      x: 0.4,
      y: 0.4,
      size: 'M',
    },
  ],
};

/** Where the parking strip is in a window. */
async function middleOfStrip(board: BoardPage) {
  const field = await board.fieldBox(BOARD, FIELD);
  const { rect } = regionById(layoutOf(BOARD, 'brengen-halen'), FIELD) ?? { rect: inner };
  const scale = field.width / rect.width;
  return {
    x: field.x + (PARKING.x + PARKING.width / 2 - rect.x) * scale,
    y: field.y + (PARKING.y + 900 - rect.y) * scale,
  };
}

test('room for what is talked about: a full field offers some, what is not on is parked, one field is presented', async ({
  api,
  people,
}) => {
  test.slow();
  const { board: id, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const f = await people.join(links.facilitator, 'Fien', { hasTouch: true });
  const o = await people.join(links.observer, 'Olga');
  const { page } = f;
  const offer = page.getByText(`Het vak ${NAME} is vol.`);

  await test.step('a sticker dropped where there is no room left brings up the offer, for who laid it alone', async () => {
    await f.drag('Nog een punt', await f.centerOf(FILLING[1] ?? ''));
    await expect(offer).toBeVisible();
    await expect(page.getByRole('button', { name: 'Zoom in op dit vak' })).toBeVisible();
    await expectAccessible(page);
    await expect(o.page.getByText(/is vol/)).toHaveCount(0);
    const before = await f.sideOf(FILLING[0] ?? '');
    await page.getByRole('button', { name: 'Maak de stickers kleiner' }).press('Enter');
    await expect(offer).toHaveCount(0);
    await expect.poll(async () => (await f.sideOf(FILLING[0] ?? '')) / before).toBeLessThan(0.8);
    await expect.poll(async () => (await o.sideOf('Nog een punt')) / before).toBeLessThan(0.8);
    await f.undoButton.click();
    await expect.poll(async () => (await f.sideOf(FILLING[0] ?? '')) / before).toBeGreaterThan(0.95);
    await f.undoButton.click();
    await expect(f.sticker('Nog een punt')).toHaveAccessibleName(/in Essentie/);
  });

  await test.step('what is not on now is dragged beside the sheet, and comes back by key to its field', async () => {
    const before = await f.sideOf('Straks pas');
    await f.hold('Straks pas', await middleOfStrip(f));
    await f.drop();
    for (const one of [f, o])
      await expect(one.sticker('Straks pas')).toHaveAccessibleName(
        'Straks pas (geparkeerd, uit Brengen, Gemeente Veenwaarde)',
      );
    // All of the sheet is still as large here, with the strip beside it.
    expect((await f.sideOf('Straks pas')) / before).toBeGreaterThan(0.95);
    const group = o.stage.getByRole('group', { name: 'Geparkeerd' });
    await expect(group.locator('[data-sticker-id]')).toHaveCount(1);
    const { stickers = [] } = await api.export(id, ticket);
    expect(stickers.find(({ text }) => text === 'Straks pas')).toMatchObject({
      region: 'bring',
      partner: 'gemeente',
      parked: true,
    });
    await f.sticker('Nog een punt').focus();
    await page.keyboard.press('p');
    await expect(o.sticker('Nog een punt')).toHaveAccessibleName(/geparkeerd, uit Essentie/);

    await f.openPicture();
    await expect(page.getByText('2 geparkeerde stickers staan er niet op.')).toBeVisible();
    await page.keyboard.press('Escape');
    await f.sticker('Straks pas').focus();
    await page.keyboard.press('Shift+P');
    await expect(o.sticker('Straks pas')).toHaveAccessibleName(/in Brengen, Gemeente Veenwaarde/);
    await f.undoButton.click();
    await expect(o.sticker('Straks pas')).toHaveAccessibleName(/geparkeerd/);
  });

  await test.step('one field fills the page; stickers move in it, arrows and buttons go on, Escape leaves', async () => {
    const header = page.getByRole('button', { name: 'Begeleiden' });
    const { x, y } = await f.middleOfLabel(NAME);
    await page.mouse.click(x, y);
    await page.getByRole('button', { name: 'Presenteer dit vak' }).click();
    const bar = page.getByRole('region', { name: 'Presentatie van een vak' });
    await expect(bar.getByRole('heading', { name: NAME })).toBeVisible();
    await expect(page.locator('[data-announcer]')).toContainText(`${NAME}. `);
    // Covered, and out of the reach of Tab and of who listens.
    await expect(page.locator('[inert]').filter({ has: header })).toHaveCount(1);
    await expect.poll(async () => (await f.fieldBox(BOARD, FIELD)).width).toBeGreaterThan(1000);
    await expectAccessible(page);
    for (const button of await bar.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(56);
    }

    const from = await f.centerOf(FILLING[0] ?? '');
    const fingers = await Fingers.on(page);
    await fingers.drag(from, { x: from.x + 20, y: from.y + 60 });
    await expect.poll(async () => (await f.centerOf(FILLING[0] ?? '')).y - from.y).toBeGreaterThan(30);
    await expect(bar).toBeVisible();

    await page.keyboard.press('ArrowLeft');
    await expect(bar.getByRole('heading', { name: 'Overeenkomsten' })).toBeVisible();
    await bar.getByRole('button', { name: `Volgend vak: ${NAME}` }).tap();
    await expect(bar.getByRole('heading', { name: NAME })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(page.locator('[inert]')).toHaveCount(0);
    await expect.poll(async () => (await f.fieldBox(BOARD, FIELD)).width).toBeLessThan(600);

    // Who only looks presents too, by key.
    await o.stage.getByRole('button', { name: `${NAME}: vragen en tip` }).focus();
    await o.page.keyboard.press('6');
    await expect(o.page.getByRole('heading', { name: NAME })).toBeVisible();
    await o.page.getByRole('button', { name: 'Stop presenteren' }).click();
    await expect(o.page.getByRole('heading', { name: NAME })).toHaveCount(0);
  });
});
