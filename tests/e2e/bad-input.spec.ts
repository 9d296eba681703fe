import type { BoardFile } from '@samenbord/shared/board';
import { boardApi, TWO_PARTNERS } from './support/boardApi.ts';
import { BoardPage } from './support/boardPage.ts';
import { writeSchema } from './support/newerBoard.ts';
import { openPeer } from './support/peer.ts';
import { expect, test } from './support/test.ts';

/** Chromium logs every refusal of the API by itself; these tests are about refusals. */
const REFUSED = /status of 4\d\d/;

const NOTE = 'Wat hier al lag';
const WITH_NOTE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [{ template: 'brengen-halen', region: 'core.essence', text: NOTE }],
};

test.describe('a link that does not let one in', () => {
  test('a wrong one says so, in Dutch and in English', async ({ api, page, guard }) => {
    guard.allow(REFUSED);
    const { links } = await api.create();
    await page.goto(links.facilitator.slice(0, -3));
    await expect(page.getByRole('heading', { name: 'Deze link klopt niet' })).toBeVisible();
    await expect(page.getByText(/Kopieer de hele link/)).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/link/i);
    await expect(page.getByText(/Kopieer/)).toHaveCount(0);
    await expect(page.getByText(/[Cc]opy the whole link/)).toBeVisible();
  });

  test('a withdrawn one says so, and so does one withdrawn while the form is open', async ({
    api,
    page,
    guard,
  }) => {
    guard.allow(REFUSED);
    const { board, links } = await api.create();
    const { ticket } = await api.join(links.facilitator, 'Programma');
    await page.goto(links.observer);
    await page.getByLabel('Je naam').fill('Olga');
    await api.withdraw(board, ticket, 'observer');
    await page.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(page.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
    await expect(page.getByText(/Vraag de begeleider om een nieuwe link/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
  });

  test('one withdrawn while one works: what is on screen stays, and it says what to do', async ({
    api,
    people,
    guard,
  }) => {
    guard.allow(REFUSED);
    const { board, links } = await api.create(WITH_NOTE);
    const { ticket } = await api.join(links.facilitator, 'Programma');
    const person = await people.join(links.partners[0]?.url ?? '', 'Petra');
    await expect(person.sticker(NOTE)).toBeVisible();
    await api.withdraw(board, ticket, 'partner', 'gemeente');
    await expect(person.status).toHaveText('Verbinding gestopt');
    await expect(person.page.getByText(/Je link is ingetrokken/)).toBeVisible();
    await expect(person.sticker(NOTE)).toBeVisible();
    expect((await api.export(board, ticket)).stickers?.map(({ text }) => text)).toEqual([NOTE]);
  });

  test('a board that does not exist', async ({ page, guard }) => {
    guard.allow(REFUSED);
    await page.goto('/b/AAAAAAAAAAAAAAAA#nothing');
    await expect(page.getByRole('heading', { name: 'Dit bord bestaat niet' })).toBeVisible();
    await expect(page.getByText(/Controleer of het adres klopt/)).toBeVisible();
    await page.getByRole('button', { name: 'Naar de startpagina' }).click();
    await expect(page.getByRole('heading', { name: 'Maak een bord' })).toBeVisible();
  });

  test('an address that is no page', async ({ page, guard }) => {
    guard.allow(REFUSED);
    await page.goto('/nergens');
    await expect(page.getByRole('heading', { name: 'Deze pagina bestaat niet' })).toBeVisible();
  });
});

test('a ticket that runs out: work goes on here, and comes along after the link is opened again', async ({
  ownServer,
  people,
  guard,
}) => {
  guard.allow(REFUSED);
  const server = await ownServer({ TICKET_LIFETIME: '6' });
  const api = boardApi(() => server.url);
  const { board, links } = await api.create(WITH_NOTE);
  // By the form: the page opens the link again that was followed here.
  const { page } = await people.browser();
  const person = await BoardPage.join(page, links.facilitator, 'Fien');
  await expect(page.getByText(/Je toegang is verlopen/)).toBeVisible();
  await expect(person.sticker(NOTE)).toBeVisible();
  await person.addSticker('Na het verlopen');
  await expect(person.status).toHaveText(/wijziging(en)? niet bewaard/);
  await page.getByRole('button', { name: 'Opnieuw verbinden' }).click();
  await expect
    .poll(async () => {
      const { ticket } = await api.join(links.facilitator, 'Programma');
      return (await api.export(board, ticket)).stickers?.map(({ text }) => text);
    })
    .toContain('Na het verlopen');
});

test.describe('names', () => {
  test('a missing name and one of 500 characters', async ({ api, page }) => {
    const { links } = await api.create();
    await page.goto(links.facilitator);
    const name = page.getByLabel('Je naam');
    await page.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(page.getByText('Vul je naam in, zodat de anderen zien wie je bent.')).toBeVisible();
    await expect(name).toBeFocused();
    await name.fill('n'.repeat(500));
    await expect(page.getByText('440 tekens te lang. Maak het korter.')).toBeVisible();
    await page.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(name).toHaveValue('n'.repeat(500));
    await name.fill('Fien');
    await page.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(new BoardPage(page).status).toHaveText('Bewaard');
  });

  test('a board without a name, partners without or with too long a name', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Maak het bord' }).click();
    await expect(page.getByText('Geef de samenwerking een naam.')).toBeVisible();
    await expect(page.getByLabel('Naam van de samenwerking')).toBeFocused();
    await expect(page.getByText(/Vul de naam van deze partner in/)).toHaveCount(2);
    await page.getByLabel('Naam van de samenwerking').fill('x'.repeat(500));
    await expect(page.getByText('380 tekens te lang. Maak het korter.')).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByText(/380 characters too long/)).toBeVisible();
  });

  test('eight partners is the most there can be', async ({ page, api }) => {
    await page.goto('/');
    const add = page.getByRole('button', { name: 'Partner toevoegen' });
    for (let count = 2; count < 8; count += 1) await add.click();
    await expect(add).toHaveCount(0);
    await expect(page.getByText('Meer dan 8 partners past niet op één bord.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ has: page.getByLabel('Letter') })).toHaveCount(8);

    const partners = Array.from({ length: 9 }, (_, index) => ({ name: `Partner ${index + 1}` }));
    await expect(api.create({ title: 'Te veel', partners })).rejects.toThrow(/400 .*"field":"partners"/);
  });
});

test('a text of 100,000 characters is refused where it is pasted; what stood there stays', async ({
  api,
  people,
}) => {
  const { board, links } = await api.create(WITH_NOTE);
  const person = await people.join(links.facilitator, 'Fien', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await person.openText(NOTE);
  await person.page.evaluate(() => navigator.clipboard.writeText('lang '.repeat(20_000)));
  await person.editor.press('Control+End');
  await person.editor.press('Control+V');
  await expect(
    person.page.getByText(/Dat is te lang voor één sticker: er passen 2000 tekens op/).first(),
  ).toBeVisible();
  await person.editor.press('Escape');
  await expect(person.sticker(NOTE)).toBeVisible();
  await expect(person.status).toHaveText('Bewaard');
  const { ticket } = await api.join(links.facilitator, 'Programma');
  expect((await api.export(board, ticket)).stickers?.map(({ text }) => text)).toEqual([NOTE]);
});

test('malformed JSON and an unknown path of the API: a clear answer, and the server goes on', async ({
  request,
  api,
}) => {
  const malformed = await request.post('/api/boards', {
    headers: { 'content-type': 'application/json' },
    data: Buffer.from('{"title": "half'),
  });
  expect(malformed.status()).toBe(400);
  expect(await malformed.json()).toMatchObject({ error: { code: 'malformed-json' } });
  const unknown = await request.get('/api/nothing');
  expect(unknown.status()).toBe(404);
  expect(await unknown.json()).toMatchObject({ error: { code: 'not-found' } });
  await api.create();
});

test('a board of a newer version can be seen but not changed, and says why', async ({
  ownServer,
  people,
}) => {
  const server = await ownServer();
  const api = boardApi(() => server.url);
  const { board, links } = await api.create(WITH_NOTE);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  await server.end('SIGTERM');
  await writeSchema(server.dataDir, board, 99);
  await server.begin();

  const person = await people.join(links.facilitator, 'Fien');
  await expect(person.page.getByText(/met een nieuwere versie gemaakt/)).toBeVisible();
  await expect(person.page.getByRole('button', { name: 'Herlaad de pagina' })).toBeVisible();
  await expect(person.sticker(NOTE)).toBeVisible();
  await expect(person.newSticker).toHaveCount(0);
  const before = await person.centerOf(NOTE);
  await person.drag(NOTE, { x: before.x + 150, y: before.y + 60 });
  await person.doubleTap({ x: before.x + 200, y: before.y + 120 });
  await expect(person.editor).toHaveCount(0);
  await expect(person.status).toHaveText('Bewaard');

  const watcher = await openPeer(new URL(links.facilitator).origin, board, ticket);
  expect(watcher.doc.getMap('meta').get('schema')).toBe(99);
  expect(watcher.doc.getMap('stickers').size).toBe(1);
  expect(watcher.doc.getArray('places').length).toBe(1);
  await watcher.close();
});

test('a canvas whose drawing context is lost comes back with everything on it', async ({ api, people }) => {
  const { links } = await api.create(WITH_NOTE);
  const person = await people.join(links.facilitator, 'Fien');
  const before = await person.screenshotOf(NOTE);
  await person.loseCanvas();
  await expect(
    person.page.getByRole('heading', { name: 'Het vel kan even niet worden getekend' }),
  ).toBeVisible();
  await expect(person.page.getByRole('button', { name: 'Laad opnieuw' })).toBeVisible();
  await expect(person.sticker(NOTE)).toBeVisible();
  await person.restoreCanvas();
  await expect(person.page.getByRole('button', { name: 'Laad opnieuw' })).toHaveCount(0);
  await expect.poll(async () => (await person.screenshotOf(NOTE)).equals(before)).toBe(true);
  await person.addSticker('Na het verlies');
  await expect(person.status).toHaveText('Bewaard');
});

test.describe('a browser that keeps nothing', () => {
  /** What a browser does whose settings block a site's storage. */
  const blockStorage = (): void => {
    const blocked = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: blocked });
  };

  test('with storage blocked one can make a board, join and work', async ({ people }) => {
    const { page } = await people.browser({ before: blockStorage });
    await page.goto('/');
    await page.getByLabel('Naam van de samenwerking').fill('Zonder geheugen');
    await page.getByLabel('Naam', { exact: true }).nth(0).fill('Gemeente');
    await page.getByLabel('Naam', { exact: true }).nth(1).fill('Netbeheer');
    await page.getByRole('button', { name: 'Maak het bord' }).click();
    await expect(page.getByText(/Je browser onthoudt niets van deze pagina/)).toBeVisible();
    await page.getByRole('button', { name: 'Open het bord' }).click();
    const board = await BoardPage.enter(page, 'Fien');
    await board.addSticker('Toch bewaard');
    await expect(board.status).toHaveText('Bewaard');
    await page.reload();
    await expect(board.sticker('Toch bewaard')).toBeVisible();
  });

  test('with cookies blocked one can join and work, and is told what that means', async ({
    api,
    people,
    guard,
  }) => {
    const { links } = await api.create(WITH_NOTE);
    guard.allow(REFUSED);
    const { context, page } = await people.browser({ before: blockStorage });
    await context.route('**/join', async (route) => {
      const response = await route.fetch();
      const { 'set-cookie': _, ...headers } = response.headers();
      // Fetching for the page puts the cookie into the browser all the same.
      await context.clearCookies();
      await route.fulfill({ response, headers });
    });
    const board = await BoardPage.join(page, links.facilitator, 'Fien');
    await expect(page.getByText(/Je browser bewaart geen cookies/)).toBeVisible();
    await board.addSticker('Zonder koekjes');
    await expect(board.status).toHaveText('Bewaard');
    expect(await context.cookies()).toEqual([]);
    expect(page.url()).not.toContain('#');
  });
});
