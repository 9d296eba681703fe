import type { BoardFile } from '@samenbord/shared/board';
import { boardApi, TWO_PARTNERS } from './support/boardApi.ts';
import { expect, test } from './support/test.ts';

const NOTE = 'Blijft te lezen';
const LONG = 'Een sticker vol tekst. '.repeat(80);
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    { template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: NOTE, x: 0.3, y: 0.5 },
    ...Array.from({ length: 9 }, (_, index) => ({
      template: 'brengen-halen' as const,
      region: 'core.tensions',
      text: `${index} ${LONG}`,
    })),
  ],
};

test('a board that is nearly full says so; one that is full says what to do, and can be read and made smaller', async ({
  ownServer,
  people,
}) => {
  // Two lives of one page, and another.
  test.slow();
  // The board comes to some 18 kB.
  const server = await ownServer({ RELAY_DOCUMENT: '20000', RELAY_LINGER: '1' });
  const { links } = await boardApi(() => server.url).create(BOARD);
  const a = await people.join(links.facilitator, 'Anna');
  await expect(a.page.getByText(/^Dit bord is bijna vol\./)).toBeVisible();

  await a.openText(NOTE);
  await a.page.keyboard.insertText(` ${LONG}`);
  await expect(a.page.getByText(/^Het bord is vol: je laatste wijziging is niet bewaard/)).toBeVisible();
  await expect(a.status).toHaveText(/^Verbinding gestopt/);
  await expect(a.page.getByText(/^Dit bord is bijna vol\./)).toHaveCount(0);
  a.page.once('dialog', (dialog) => void dialog.accept());
  await a.page.getByRole('button', { name: 'Herlaad de pagina' }).click();

  await a.drawn();
  // It makes the sheet a little smaller: nothing is pressed before it is there.
  await expect(a.page.getByText(/^Dit bord is bijna vol\./)).toBeVisible();
  await expect(a.sticker(NOTE)).toHaveAccessibleName(new RegExp(`${NOTE}(?! Een)`));
  await a.select(NOTE);
  await a.deleteButton.click();
  await expect(a.sticker(NOTE)).toHaveCount(0);
  await expect(a.status).toHaveText('Bewaard');
  const b = await people.join(links.observer, 'Olga');
  await expect(b.sticker(NOTE)).toHaveCount(0);
});
