import { expect, test } from './support/test.ts';

test('look', async ({ api, people }) => {
  const { links } = await api.create({
    title: 'Rietwijk',
    partners: [
      { id: 'gemeente', name: 'Gemeente Veenwaarde', mark: 'G' },
      { id: 'netbeheer', name: 'Lageland Netbeheer', mark: 'L' },
    ],
    stickers: [
      { template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: 'Samen aan tafel', size: 'L', x: 0.5, y: 0.3, symbol: 'handshake' },
      { template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: '', size: 'L', x: 0.5, y: 0.7, symbol: '🌳' },
    ],
  });
  const board = await people.join(links.facilitator, 'Fien');
  await board.page.keyboard.press('4');
  const dialog = board.page.getByRole('dialog', { name: 'Icoon of emoji kiezen' });
  await expect(dialog).toBeVisible();
  await board.page.screenshot({ path: '/tmp/look1.png' });
  await dialog.getByRole('searchbox').fill('huis');
  await dialog.getByRole('button', { name: 'Huis', exact: true }).first().click();
  await expect(dialog).toHaveCount(0);
  await expect(board.stage.locator('[data-sticker-id]')).toHaveCount(3);
  await board.page.keyboard.press('1');
  await board.page.waitForTimeout(800);
  await board.page.screenshot({ path: '/tmp/look2.png' });
});
