import type { Locator, Page } from '@playwright/test';
import type { LinkInfo, LinksResponse, NewLinkResponse } from '@samenbord/shared/protocol';
import type { MadeBoard } from './support/boardApi.ts';
import { HomeworkPage } from './support/homeworkPage.ts';
import { expect, test } from './support/test.ts';

/** Chromium says by itself that the server answered 403: that a link does not work is what this is about. */
const REFUSED = /status of 403/;
const ENDED = /Je link is ingetrokken of verlopen/;

const linkFor = ({ links }: MadeBoard, partner: string): string =>
  links.partners.find((link) => link.partner === partner)?.url ?? '';

/** What a facilitator's program does with links. */
function program(server: string, board: string, ticket: string) {
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${server}/api/boards/${board}/links${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Answer;
  };
  return {
    first: async (partner: string): Promise<LinkInfo> => {
      const link = (await ask<LinksResponse>('')).links.find((one) => one.partner === partner);
      if (link === undefined) throw new Error('there is no such link');
      return link;
    },
    make: (partner: string) => ask<NewLinkResponse>('', { role: 'partner', partner }),
    withdraw: ({ id }: LinkInfo) => ask<object>(`/${id}/withdraw`, {}),
    end: ({ id }: LinkInfo, expires: number) => ask<object>(`/${id}`, { expires }),
  };
}

/** The dialog with the links of the board, opened anew. */
async function openLinks(page: Page) {
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Links' }).click();
  const dialog = page.getByRole('dialog', { name: 'Links van dit bord' });
  return {
    dialog,
    card: (name: string): Locator => dialog.getByRole('listitem', { name, exact: true }),
    /** The address of a link, as one copies it to send it. */
    async copy(name: string): Promise<string> {
      await dialog.getByRole('button', { name: `Kopieer de link voor ${name}` }).click();
      return page.evaluate(() => navigator.clipboard.readText());
    },
    async close(): Promise<void> {
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    },
  };
}

/** Who has been in, as a partner's people look it up on their poster. */
async function whoHasBeen(anna: HomeworkPage, look: (dialog: Locator) => Promise<void>): Promise<void> {
  await anna.poster.getByRole('button', { name: /hier binnen geweest/ }).click();
  const dialog = anna.page.getByRole('dialog', { name: 'Wie hier binnen is geweest' });
  await look(dialog);
  await anna.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

test('a partner is told of a link made for it and sees who came by it; a link that ended works again, or gets another', async ({
  api,
  server,
  people,
  guard,
}) => {
  guard.allow(REFUSED);
  const made = await api.create();
  const { ticket } = await api.join(made.links.facilitator, 'Programma');
  const links = program(server.url, made.board, ticket);
  const a = await people.join(linkFor(made, 'gemeente'), 'Anna');
  const f = await people.join(made.links.facilitator, 'Fien', {
    permissions: ['clipboard-read', 'clipboard-write'],
    before: () => {
      // Her computer is an hour ahead of the server.
      const now = Date.now;
      Date.now = () => now() + 3_600_000;
    },
  });
  const anna = await HomeworkPage.open(a.page);
  await anna.write('Ons belang', 'Klimaatdoelen halen');
  await whoHasBeen(anna, async (dialog) => {
    await expect(dialog.getByRole('listitem')).toHaveText([/^Anna.*nu hier/, /^gemaakt op/]);
  });

  // Another link, and somebody who comes by it.
  const first = await openLinks(f.page);
  await first.dialog.getByRole('button', { name: 'Link toevoegen' }).click();
  await first.dialog.getByLabel('Voor wie').selectOption('Gemeente Veenwaarde');
  await first.dialog.getByLabel('Naam van de link').fill('directie');
  await first.dialog.getByRole('button', { name: 'Maak de link' }).click();
  const stranger = await people.join(await first.copy('Gemeente Veenwaarde, directie'), 'Onbekende');
  await HomeworkPage.open(stranger.page);
  await expect(a.page.getByText(/^Er is net een nieuwe link voor jullie gemaakt/)).toBeVisible();
  await expect(anna.poster).toContainText('Ook hier: Onbekende');
  await whoHasBeen(anna, async (dialog) => {
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Onbekende' })).toContainText('nu hier');
    await expect(dialog).toContainText('Er werken 2 links voor jullie');
  });

  // One that is gone again before the page asked is told all the same; who was here stays in the list.
  await links.withdraw((await links.make('gemeente')).link);
  await first
    .card('Gemeente Veenwaarde, directie')
    .getByRole('button', { name: /^Instellen/ })
    .click();
  await first
    .card('Gemeente Veenwaarde, directie')
    .getByRole('button', { name: /^Intrekken/ })
    .click();
  await first.dialog.getByRole('button', { name: 'Trek de link in' }).click();
  await expect(stranger.page.getByText(ENDED)).toBeVisible({ timeout: 2_000 });
  await expect(a.page.getByText(/^Er was net even een nieuwe link voor jullie/)).toBeVisible({
    timeout: 25_000,
  });
  await whoHasBeen(anna, async (dialog) => {
    const gone = dialog.getByRole('listitem').filter({ hasText: 'Onbekende' });
    await expect(gone).toContainText('kwam op');
    await expect(gone).not.toContainText('nu hier');
    await expect(dialog).toContainText('Er werkt 1 link voor jullie');
  });
  await first.close();

  // Past its end, a link puts its people out; with another end they are in again, by themselves.
  await links.end(await links.first('netbeheer'), Date.now() + 1_800_000);
  await links.end(await links.first('gemeente'), Date.now() + 1_000);
  await expect(a.page.getByText(ENDED)).toBeVisible();
  const second = await openLinks(f.page);
  await second.dialog.getByText('3 links die niet meer werken').click();
  await expect(second.card('Lageland Netbeheer')).toContainText('tot ');
  const ended = second.card('Gemeente Veenwaarde').filter({ hasText: 'verlopen op' });
  await expect(ended.getByRole('button', { name: /^Nieuwe link maken/ })).toHaveCount(0);
  await ended.getByRole('button', { name: 'Weer laten werken: link voor Gemeente Veenwaarde' }).click();
  await ended.getByRole('button', { name: 'Bewaar' }).click();
  await expect(ended.getByText('Kies een moment dat nog moet komen.')).toBeVisible();
  await ended.getByLabel('Werkt tot').fill('');
  await ended.getByRole('button', { name: 'Bewaar' }).click();
  await expect(second.dialog.getByText('2 links die niet meer werken')).toBeVisible();
  await a.page.getByRole('button', { name: 'Opnieuw verbinden' }).click();
  await expect(a.status).toHaveText('Bewaard');
  await expect(a.page.getByText(ENDED)).toHaveCount(0);

  // Replaced, the old one opens nothing; by the new one the same person is back at the same poster.
  const card = second.card('Gemeente Veenwaarde').filter({ hasNotText: 'ingetrokken' });
  await card.getByRole('button', { name: /^Nieuwe link maken/ }).click();
  await card.getByRole('button', { name: 'Maak de nieuwe link' }).click();
  await expect(a.page.getByText(ENDED)).toBeVisible();
  const { page: late } = await people.browser();
  await late.goto(linkFor(made, 'gemeente'));
  await expect(late.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
  await a.page.goto(await second.copy('Gemeente Veenwaarde'));
  await a.page.getByLabel('Je naam').fill('Anna');
  await a.page.getByRole('button', { name: 'Naar het bord' }).click();
  await HomeworkPage.open(a.page);
  await expect(anna.card('Klimaatdoelen halen')).toBeVisible();
  await whoHasBeen(anna, async (dialog) => {
    await expect(dialog.getByRole('listitem')).toHaveText([
      /^Anna.*nu hier.*voor het laatst/,
      /^Onbekende/,
      /^gemaakt op/,
    ]);
  });
});
