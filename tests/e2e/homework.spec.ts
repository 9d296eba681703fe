import { overlapArea, squareAt } from '@samenbord/shared/layout';
import type { MadeBoard } from './support/boardApi.ts';
import { HomeworkPage, progressOf } from './support/homeworkPage.ts';
import { expect, test } from './support/test.ts';
import { lyingOn } from './support/truth.ts';

const [GEMEENTE, NETBEHEER] = ['Gemeente Veenwaarde', 'Lageland Netbeheer'];

const linkFor = ({ links }: MadeBoard, partner: string): string =>
  links.partners.find((link) => link.partner === partner)?.url ?? '';

// Several windows each, on a machine that runs other tests beside it.
test.describe.configure({ timeout: 150_000 });

test('two people of one partner write their homework together; nobody else sees a word', async ({
  api,
  people,
}) => {
  const made = await api.create();
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  const b = await people.join(linkFor(made, 'gemeente'), 'Bram');
  const other = await people.join(linkFor(made, 'netbeheer'), 'Nora');
  const f = await people.join(made.links.facilitator, 'Fien');

  const anna = await HomeworkPage.open(a.page);
  const bram = await HomeworkPage.open(b.page);
  await expect(anna.poster).toContainText('Alleen jullie zien dit, ook de begeleider niet.');
  await expect(anna.poster).toContainText('Ook hier: Bram');
  await anna.poster.getByRole('button', { name: '2 mensen zijn hier binnen geweest' }).click();
  const been = a.page.getByRole('dialog', { name: 'Wie hier binnen is geweest' });
  await expect(been.getByRole('listitem').filter({ hasText: 'Bram' })).toContainText('nu hier');
  await expect(been).toContainText('Er werkt 1 link voor jullie');
  await a.page.keyboard.press('Escape');
  await anna.write('Brengen', 'Wijkregisseur', 'Proceskosten');
  await expect(bram.field('Brengen')).toContainText('Wijkregisseur');
  await expect(a.status).toHaveText('Bewaard');

  // Both in one sticker, at its two ends, at the same time.
  await bram.card('Wijkregisseur').getByRole('button', { name: 'Wijzig: Wijkregisseur' }).click();
  const [annas, brams] = [anna, bram].map(({ poster }) =>
    poster.getByRole('textbox', { name: 'Tekst van de sticker' }),
  );
  await expect(anna.card('Wijkregisseur')).toContainText('Bram schrijft…');
  await anna.card('Wijkregisseur').getByRole('button', { name: 'Wijzig: Wijkregisseur' }).click();
  await annas?.press('Home');
  await brams?.press('End');
  await Promise.all([
    annas?.pressSequentially('Een ', { delay: 15 }),
    brams?.pressSequentially(', 16 uur per week', { delay: 15 }),
  ]);
  for (const field of [annas, brams])
    await expect(field ?? a.page.locator('none')).toHaveValue('Een Wijkregisseur, 16 uur per week');
  await annas?.press('Escape');
  await brams?.press('Escape');

  await bram.choose('Een Wijkregisseur', 'Hoeveel, en hoe zeker?');
  const dialog = b.page.getByRole('dialog');
  await dialog.getByLabel('Hoeveel', { exact: true }).fill('16');
  await dialog.getByLabel('Eenheid').fill('uur');
  await dialog.getByLabel('Periode').fill('week');
  await dialog.getByText('toegezegd').click();
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(anna.card('Een Wijkregisseur')).toContainText('16 uur / week');
  await anna.choose('Proceskosten', 'Verplaatsen…');
  await a.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Spannende punten/ })
    .click();
  await expect(bram.field('Spannende punten')).toContainText('Proceskosten');
  await bram.choose('Proceskosten', 'Verwijderen');
  await expect(anna.card('Proceskosten')).toHaveCount(0);
  // What was written since stays, and that sticker comes back.
  await bram.write('Halen', 'Draagvlak');
  await b.page.getByRole('button', { name: 'Zet terug' }).click();
  await expect(anna.card('Proceskosten')).toBeVisible();
  await expect(bram.card('Draagvlak')).toBeVisible();

  // The others: a status, no poster, no words; not on their page, and no way to the document.
  await f.page.getByRole('tab', { name: 'Huiswerk' }).click();
  await expect(progressOf(f.page, GEMEENTE)).toContainText('bezig');
  await expect(progressOf(f.page, NETBEHEER)).toContainText('niet begonnen');
  const noras = await HomeworkPage.open(other.page);
  await expect(noras.poster).toHaveAccessibleName(`Huiswerk van ${NETBEHEER}`);
  for (const { page } of [f, other]) await expect(page.locator('body')).not.toContainText('regisseur');
  for (const link of [made.links.facilitator, linkFor(made, 'netbeheer'), made.links.observer]) {
    const { documents } = await api.join(link, 'Programma');
    expect(documents).not.toContain(`${made.board}/private/gemeente`);
  }

  await a.page.reload();
  await expect(anna.card('Een Wijkregisseur, 16 uur per week')).toBeVisible();
});

test('what was chosen comes on the table for all at once; the rest is shared later, or deleted for good', async ({
  api,
  people,
}) => {
  const made = await api.create();
  const { ticket } = await api.join(made.links.facilitator, 'Programma');
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  const n = await people.join(linkFor(made, 'netbeheer'), 'Nora');
  const f = await people.join(made.links.facilitator, 'Fien');
  const o = await people.join(made.links.observer, 'Olga');
  const [anna, nora] = [await HomeworkPage.open(a.page), await HomeworkPage.open(n.page)];
  await anna.write('Ons belang', 'Klimaatdoelen halen', 'Mijn eigen loopbaan');
  await anna.write('Kernwaarde', 'Eerst van ons, nooit uit de krant');
  await nora.write('Halen', 'Rust op het net');
  // Each the first in a field of all: laid without seeing the other's.
  await anna.write('Gedeelde ambitie', 'Aardgasvrij in 2032');
  await nora.write('Gedeelde ambitie', 'Een net dat het aankan');
  await expect(anna.card('nooit uit de krant')).toContainText('blijft bij jullie');
  await anna.choose('Mijn eigen loopbaan', 'Persoonlijk belang');
  await expect(anna.card('Mijn eigen loopbaan')).toContainText('blijft bij jullie');
  await anna.sayReady();
  await nora.sayReady();

  await anna.poster.getByRole('button', { name: 'Toch nog niet klaar' }).click();
  await expect(anna.status).toContainText('bezig');
  await f.page.getByRole('tab', { name: 'Huiswerk' }).click();
  await expect(progressOf(f.page, NETBEHEER)).toContainText('klaar');
  await expect(progressOf(f.page, GEMEENTE)).toContainText('bezig');
  await f.page.getByRole('button', { name: 'Deel met de tafel' }).click();
  const dialog = f.page.getByRole('dialog', { name: 'Deel met de tafel' });
  await expect(dialog.getByRole('listitem')).toHaveText([new RegExp(NETBEHEER)]);
  await expect(dialog).toContainText(`Nog niet klaar, en nu niet mee: ${GEMEENTE}`);
  await dialog.getByRole('button', { name: 'Annuleer' }).click();
  await anna.sayReady();
  await expect(progressOf(f.page, GEMEENTE)).toContainText('klaar');

  await o.page.evaluate(() => {
    const panel = document.querySelector('.board-panel');
    if (panel === null) throw new Error('there is no sheet');
    const animate = panel.animate.bind(panel);
    panel.animate = (...how) => {
      panel.setAttribute('data-came-up', 'true');
      return animate(...how);
    };
  });
  await f.page.getByRole('button', { name: 'Deel met de tafel' }).click();
  await dialog.getByRole('button', { name: 'Deel nu' }).click();
  await expect(o.page.locator('.board-panel')).toHaveAttribute('data-came-up', 'true');
  for (const board of [f, o]) {
    await expect(board.sticker('Klimaatdoelen halen')).toBeVisible();
    await expect(board.sticker('Rust op het net')).toBeVisible();
    await expect(board.sticker('loopbaan')).toHaveCount(0);
    await expect(
      board.page.getByText(`Het huiswerk van ${GEMEENTE} en ${NETBEHEER} ligt op tafel.`),
    ).toBeVisible();
  }
  const onBoard = async () =>
    lyingOn(await api.export(made.board, ticket), 'brengen-halen').map(({ text, region }) => [text, region]);
  expect((await onBoard()).sort()).toEqual([
    ['Aardgasvrij in 2032', 'core.ambition'],
    ['Een net dat het aankan', 'core.ambition'],
    ['Klimaatdoelen halen', 'interestOwn@gemeente'],
    ['Rust op het net', 'gain@netbeheer'],
  ]);
  const squares = lyingOn(await api.export(made.board, ticket), 'brengen-halen').map(({ center, side }) =>
    squareAt(center, side),
  );
  squares.forEach((one, index) => {
    for (const other of squares.slice(index + 1)) expect(overlapArea(one, other)).toBe(0);
  });

  await expect(anna.status).toContainText('gedeeld');
  await expect(a.page.getByText('Jullie huiswerk staat op klaar.')).toHaveCount(0);
  await anna.poster.getByRole('button', { name: 'Naar het bord' }).click();
  await expect(a.sticker('Klimaatdoelen halen')).toBeVisible();
  await HomeworkPage.open(a.page);
  await expect(anna.card('Klimaatdoelen halen')).toContainText('ligt op tafel');
  await anna.choose('Eerst van ons', 'Deel alsnog met de tafel');
  await expect(anna.card('Eerst van ons')).toContainText('ligt op tafel');
  await expect(o.sticker('Eerst van ons')).toBeVisible();
  await anna.choose('Mijn eigen loopbaan', 'Verwijder voorgoed…');
  await a.page.getByRole('dialog').getByRole('button', { name: 'Verwijder voorgoed' }).click();
  await expect(anna.card('Mijn eigen loopbaan')).toHaveCount(0);

  const download = a.page.waitForEvent('download');
  await anna.poster.getByRole('button', { name: 'Meer', exact: true }).click();
  await a.page.getByRole('menuitem', { name: 'Download onze gegevens' }).click();
  const mine = await (await download).createReadStream();
  const bytes: Buffer[] = [];
  for await (const part of mine) bytes.push(Buffer.from(part));
  const words = Buffer.concat(bytes).toString();
  expect(words).toContain('Klimaatdoelen halen');
  expect(words).not.toContain('loopbaan');
});

test('homework is erased for all of its people, who can begin anew', async ({ api, people }) => {
  const made = await api.create();
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  const b = await people.join(linkFor(made, 'gemeente'), 'Bram');
  const [anna, bram] = [await HomeworkPage.open(a.page), await HomeworkPage.open(b.page)];
  await anna.write('Brengen', 'Dit gaat weg');
  await expect(bram.card('Dit gaat weg')).toBeVisible();
  await anna.poster.getByRole('button', { name: 'Meer', exact: true }).click();
  await a.page.getByRole('menuitem', { name: 'Wis ons huiswerk…' }).click();
  const dialog = a.page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Wis ons huiswerk' })).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Wis ons huiswerk' }).click();
  for (const one of [anna, bram]) {
    await expect(one.card('Dit gaat weg')).toHaveCount(0);
    await expect(one.status).toContainText('niet begonnen');
  }
  await bram.write('Brengen', 'Opnieuw begonnen');
  await expect(anna.card('Opnieuw begonnen')).toBeVisible();
  await expect(anna.status).toContainText('bezig');
});
