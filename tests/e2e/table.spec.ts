import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import { FacilitatorPanel } from './support/facilitator.ts';
import { expect, test } from './support/test.ts';
import { distance, lyingOn } from './support/truth.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };
/** CSS pixels within which a sticker lies where the layout says it does. */
const SAME_PLACE = 2;

const [GEMEENTE, NETBEHEER] = TWO_PARTNERS.partners;
const ZORG = { id: 'zorg', name: 'Zorggroep Oever', mark: 'Z', color: '#009E73' } as const;
const lying = (text: string, partner: string, region: string, x: number, y: number) =>
  ({ template: 'brengen-halen', region, partner, text, x, y }) as const;
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  partners: [...TWO_PARTNERS.partners, ZORG],
  stickers: [
    lying('Dakvlak', 'gemeente', 'bring', 0.3, 0.4),
    lying('Ruimte in het net', 'netbeheer', 'gain', 0.5, 0.5),
    lying('Wijkverpleging', 'zorg', 'bring', 0.6, 0.5),
    lying('Samen vooruit', 'zorg', 'core.essence', 0.5, 0.5),
  ],
};

/** How far a sticker is from the relative place it has in a field, in CSS pixels. */
async function astray(board: BoardPage, file: BoardFile, text: string): Promise<number> {
  const sticker = file.stickers?.find((one) => one.text === text);
  if (sticker === undefined) throw new Error(`there is no sticker ${text}`);
  const { region, partner, x = 0.5, y = 0.5 } = sticker;
  const id = region?.startsWith('core.') ? region : `${region}@${partner}`;
  const field = await board.fieldBox(file, id);
  const place = { x: field.x + x * field.width, y: field.y + y * field.height };
  return distance(await board.centerOf(text), place);
}

test('a partner added mid-session: panels move for all, stickers keep field and place, its link opens the board', async ({
  api,
  people,
}) => {
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const f = await people.join(links.facilitator, 'Fien', WIDE);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const panel = await FacilitatorPanel.open(f.page);
  await panel.go('Partners');
  await panel.panel.getByLabel('Naam van de nieuwe partner').fill('Wooncorporatie Kade');
  await panel.press('Voeg toe');
  const link = panel.panel.getByLabel('Link voor Wooncorporatie Kade', { exact: true });
  await expect(link).toHaveValue(/\/b\/.+#.+/);

  const after = await api.export(board, ticket);
  const file = { ...BOARD, partners: after.partners };
  expect(after.partners.map(({ name }) => name)).toEqual([
    GEMEENTE?.name,
    NETBEHEER?.name,
    ZORG.name,
    'Wooncorporatie Kade',
  ]);
  for (const one of [f, p])
    for (const { text } of BOARD.stickers ?? [])
      await expect.poll(() => astray(one, file, text)).toBeLessThan(SAME_PLACE);

  const n = await people.join(await link.inputValue(), 'Nadia');
  await n.addSticker('Onze huurders');
  await expect(p.sticker('Onze huurders')).toHaveAccessibleName(/namens Wooncorporatie Kade/);
  await p.others.click();
  await expect(p.page.getByRole('dialog').getByText('Wooncorporatie Kade')).toBeVisible();
});

test('a partner is renamed, gets another letter and colour, and changes places, for everybody at once', async ({
  api,
  people,
}) => {
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const f = await people.join(links.facilitator, 'Fien', WIDE);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const panel = await FacilitatorPanel.open(f.page);
  await panel.openPartner(ZORG.name);
  await panel.panel.getByLabel('Letter').fill('g');
  await f.page.keyboard.press('Enter');
  await expect(panel.panel.getByRole('alert')).toContainText('Een andere partner heeft deze letter al');
  await panel.panel.getByLabel('Letter').fill('o');
  await f.page.keyboard.press('Enter');
  await panel.panel.getByLabel('Naam', { exact: true }).fill('Zorg aan de Oever');
  await f.page.keyboard.press('Enter');
  await expect(p.sticker('Wijkverpleging')).toHaveAccessibleName(/namens Zorg aan de Oever/);
  // The colour of another: they swap.
  await panel.panel.getByRole('radio', { name: /Oranje, ruilt met/ }).check({ force: true });
  await panel.press('Eerder');
  const swapped = async () => (await api.export(board, ticket)).partners;
  await expect
    .poll(async () => (await swapped()).map(({ name, mark, color }) => [name, mark, color]))
    .toEqual([
      [GEMEENTE?.name, 'G', '#0072B2'],
      ['Zorg aan de Oever', 'O', '#E69F00'],
      [NETBEHEER?.name, 'N', '#009E73'],
    ]);
  const file = { ...BOARD, partners: await swapped() };
  for (const { text } of BOARD.stickers ?? [])
    await expect.poll(() => astray(p, file, text)).toBeLessThan(SAME_PLACE);
});

test('a partner removed mid-session: told and off the board; its stickers wait in a named place', async ({
  api,
  people,
}) => {
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const f = await people.join(links.facilitator, 'Fien', WIDE);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const z = await people.join(links.partners[2]?.url ?? '', 'Zoë');
  const panel = await FacilitatorPanel.open(f.page);
  await panel.openPartner(ZORG.name);
  await panel.press('Van tafel halen');
  const dialog = f.page.getByRole('dialog', { name: `${ZORG.name} van tafel halen?` });
  await expect(dialog).toContainText('werken meteen niet meer');
  await expect(dialog).toContainText('op de strook Geparkeerd');
  await dialog.getByRole('button', { name: 'Haal van tafel' }).click();

  await expect(z.page.getByText('Je link is ingetrokken')).toBeVisible();
  for (const one of [f, p]) {
    await expect(one.sticker('Wijkverpleging')).toHaveAccessibleName(
      /geparkeerd: stond bij Zorggroep Oever/i,
    );
    for (const text of ['Dakvlak', 'Ruimte in het net', 'Samen vooruit'])
      await expect.poll(() => astray(one, withoutZorg(BOARD), text)).toBeLessThan(SAME_PLACE);
  }
  await expect(panel.panel.getByText('Er blijven minstens 2 partners aan tafel.')).toBeVisible();
  await panel.openPartner(GEMEENTE?.name ?? '');
  await expect(panel.button('Van tafel halen')).toBeDisabled();

  // What waits can be given a place by anybody.
  await p.drag('Wijkverpleging', await p.middleOf(TWO_PARTNERS, 'core.tensions'));
  await expect(f.sticker('Wijkverpleging')).toHaveAccessibleName(/Spannende punten/);
  const after = lyingOn(await api.export(board, ticket), 'brengen-halen');
  expect(after.find(({ text }) => text === 'Wijkverpleging')?.region).toBe('core.tensions');
});

/** A board's file without the partner who left. */
function withoutZorg(file: BoardFile): BoardFile {
  return { ...file, partners: TWO_PARTNERS.partners };
}

test('freezing makes partners read only, and giving back lets them write again', async ({ api, people }) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', WIDE);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const panel = await FacilitatorPanel.open(f.page);
  await panel.go('Bord');
  await panel.press('Bevries het bord');
  await expect(panel.panel.getByText('Het bord is bevroren')).toBeVisible();
  await expect(p.newSticker).toHaveCount(0);
  await f.addSticker('De begeleider schrijft door');
  await expect(p.sticker('De begeleider schrijft door')).toBeVisible();
  await panel.press('Geef het bord weer vrij');
  await expect(p.newSticker).toBeVisible();
  await p.addSticker('En wij weer');
  await expect(f.sticker('En wij weer')).toBeVisible();
});

test('a board gets a last day, and is erased for everybody once its name was typed again', async ({
  api,
  people,
}) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', WIDE);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const panel = await FacilitatorPanel.open(f.page);
  await panel.go('Bord');
  await panel.press('Einddatum en wissen');
  const dialog = f.page.getByRole('dialog', { name: 'Bewaren en wissen' });
  await dialog.getByLabel('Laatste dag').fill('2001-01-01');
  await dialog.getByRole('button', { name: 'Stel in' }).click();
  await expect(dialog).toContainText('Kies een dag die nog komt.');
  await dialog.getByLabel('Laatste dag').fill('2099-12-31');
  await dialog.getByRole('button', { name: 'Stel in' }).click();
  await expect(dialog).toContainText('Dit bord wordt gewist na donderdag 31 december 2099.');
  await dialog.getByRole('button', { name: 'Geen einddatum' }).click();
  await expect(dialog).toContainText('Dit bord heeft geen einddatum');

  const erase = dialog.getByRole('button', { name: 'Wis dit bord voorgoed' });
  await dialog.getByLabel('Typ de naam van het bord over').fill('Proef');
  await expect(erase).toBeDisabled();
  await dialog.getByLabel('Typ de naam van het bord over').fill(BOARD.title ?? '');
  await erase.click();
  await f.page.waitForURL((url) => url.pathname === '/');
  await expect(p.page.getByText('Dit bord bestaat niet meer op de server.')).toBeVisible();
});
