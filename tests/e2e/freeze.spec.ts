import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { expect, test } from './support/test.ts';

const NOTE = 'Blijft waar het ligt';
const WITH_NOTE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [{ template: 'brengen-halen', region: 'core.essence', text: NOTE, x: 0.5, y: 0.5 }],
};
const BANNER = 'De begeleider heeft het bord even bevroren.';

test('a frozen board says so to a partner, takes nothing meanwhile, loses nothing, and goes on after', async ({
  api,
  people,
  server,
}) => {
  const { board, links } = await api.create(WITH_NOTE);
  const { ticket } = await api.join(links.facilitator, 'Fred');
  const freeze = async (frozen: boolean): Promise<void> => {
    const response = await fetch(`${server.url}/api/boards/${board}/freeze`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}` },
      body: JSON.stringify({ frozen }),
    });
    expect(response.status).toBe(200);
  };
  const gea = await people.join(links.partners[0]?.url ?? '', 'Gea');
  const fred = await people.join(links.facilitator, 'Fred');
  const banner = gea.page.getByText(BANNER);
  // In the middle of a sentence.
  await gea.openText(NOTE);
  await gea.page.keyboard.press('End');
  await gea.page.keyboard.type(' en groeit');
  await expect(gea.status).toHaveText('Bewaard');
  await freeze(true);
  await expect(banner).toBeVisible();
  await expect(gea.status).toHaveText(/^Bevroren/);
  await expect(gea.editor).toHaveCount(0);
  await expect(gea.newSticker).toHaveCount(0);
  await expect(fred.page.getByText(BANNER)).toHaveCount(0);
  // The facilitator writes on, and she sees it.
  await fred.addSticker('Van de begeleider');
  await expect(gea.sticker('Van de begeleider')).toHaveCount(1);
  // After a reload it still is.
  await gea.page.reload();
  await gea.drawn();
  await expect(banner).toBeVisible();
  await freeze(false);
  await expect(banner).toHaveCount(0);
  await expect(gea.status).toHaveText('Bewaard');
  await expect(fred.sticker(`${NOTE} en groeit`)).toHaveCount(1);
  await gea.addSticker('Weer verder');
  await expect(fred.sticker('Weer verder')).toHaveCount(1);
});
