import type { Locator, Page } from '@playwright/test';
import type { BoardFile } from '@samenbord/shared/board';
import { type BoardApi, TWO_PARTNERS } from './support/boardApi.ts';
import { BoardPage } from './support/boardPage.ts';
import { FacilitatorPanel } from './support/facilitator.ts';
import { HomeworkPage, progressOf } from './support/homeworkPage.ts';
import type { People } from './support/people.ts';
import { expect, test } from './support/test.ts';
import { listenTo, type Wire } from './support/wire.ts';

const [GEMEENTE, NETBEHEER, ZORG, KADE] = [
  'Gemeente Veenwaarde',
  'Lageland Netbeheer',
  'Zorggroep Oever',
  'Wooncorporatie Kade',
];
const TABLE: BoardFile = {
  ...TWO_PARTNERS,
  partners: [...TWO_PARTNERS.partners, { id: 'zorg', name: ZORG, mark: 'Z', color: '#009E73' }],
};
const FIELD = 'Gedeelde ambitie';
const FROZEN = 'De begeleider heeft het bord even bevroren.';
const SHEET = 'Brengen-halen schema';

/** Somebody at the table: the board in a browser of their own, and all that comes into it. */
interface Seat {
  readonly board: BoardPage;
  readonly page: Page;
  readonly wire: Wire;
}

/** The five of a meeting, each in a browser of their own, all open together. */
interface Meeting {
  readonly fien: Seat;
  readonly anna: Seat;
  readonly nora: Seat;
  readonly zoe: Seat;
  readonly olga: Seat;
  readonly all: readonly Seat[];
}

/** A facilitator, one person of each of the three partners, and an observer come in by their links. */
async function gather(api: BoardApi, people: People, file: BoardFile): Promise<Meeting> {
  const { links } = await api.create(file);
  const sit = async (link: string | undefined, name: string, wide = false): Promise<Seat> => {
    const { page } = await people.browser(wide ? { viewport: { width: 1440, height: 900 } } : {});
    const wire = listenTo(page);
    return { page, wire, board: await BoardPage.join(page, link ?? '', name) };
  };
  const of = (partner: string) => links.partners.find((link) => link.partner === partner)?.url;
  const fien = await sit(links.facilitator, 'Fien', true);
  const anna = await sit(of('gemeente'), 'Anna');
  const nora = await sit(of('netbeheer'), 'Nora');
  const zoe = await sit(of('zorg'), 'Zoë');
  const olga = await sit(links.observer, 'Olga');
  return { fien, anna, nora, zoe, olga, all: [fien, anna, nora, zoe, olga] };
}

/** Nobody but the writer has these words: not on the page, and not in any byte that came in. */
async function expectSecret({ all }: Meeting, writer: Seat, words: readonly string[]): Promise<void> {
  for (const other of all.filter((seat) => seat !== writer)) {
    expect(await other.wire.heard(words)).toEqual([]);
    for (const word of words) await expect(other.page.locator('body')).not.toContainText(word);
  }
}

/** Everybody has this sticker on screen, under a name like this. */
async function expectOnScreens(seats: readonly Seat[], text: string, name: RegExp | string): Promise<void> {
  for (const { board } of seats) {
    await expect(board.sticker(text)).toBeVisible();
    await expect(board.sticker(text)).toHaveAccessibleName(name);
  }
}

const silence = ({ page }: Seat): Locator => page.getByRole('region', { name: FIELD });

// Five windows each, on a machine that runs other tests beside it.
test.describe.configure({ timeout: 180_000 });

test('five at a table: homework and a silent round stay with who wrote them until all see them at once', async ({
  api,
  people,
}) => {
  const meeting = await gather(api, people, TABLE);
  const { fien, anna, nora, zoe, olga, all } = meeting;
  const shared = [
    { seat: anna, field: 'Brengen', text: 'Zwaluwnest onder het dak', partner: GEMEENTE },
    { seat: nora, field: 'Halen', text: 'Kwikstaart langs de kade', partner: NETBEHEER },
    { seat: zoe, field: 'Brengen', text: 'Roerdomp in het riet', partner: ZORG },
  ] as const;
  const kept = ['Wielewaal die nooit op tafel komt', 'Nachtegaal voor later'];

  await test.step('each partner writes at home, and nobody else receives a word', async () => {
    for (const { seat, field, text } of shared) await (await HomeworkPage.open(seat.page)).write(field, text);
    const poster = new HomeworkPage(anna.page);
    await poster.write('Kernwaarde', kept[0] ?? '');
    await poster.write('Ons belang', kept[1] ?? '');
    await expect(poster.card(kept[0] ?? '')).toContainText('blijft bij jullie');
    await poster.choose(kept[1] ?? '', 'Persoonlijk belang');
    await expect(poster.card(kept[1] ?? '')).toContainText('blijft bij jullie');
    await fien.page.getByRole('tab', { name: 'Huiswerk' }).click();
    for (const { seat, partner } of shared) {
      await expect(progressOf(fien.page, partner)).toContainText('bezig');
      await new HomeworkPage(seat.page).sayReady();
      await expect(progressOf(fien.page, partner)).toContainText('klaar');
      await expect(seat.board.status).toHaveText('Bewaard');
    }
    for (const { seat, text } of shared) await expectSecret(meeting, seat, [text]);
    await expectSecret(meeting, anna, kept);
  });

  await test.step('the facilitator shares, and all five see the panels fill', async () => {
    for (const { page } of [anna, nora, zoe]) await page.getByRole('tab', { name: SHEET }).click();
    await fien.page.getByRole('button', { name: 'Deel met de tafel' }).click();
    const dialog = fien.page.getByRole('dialog', { name: 'Deel met de tafel' });
    await expect(dialog.getByRole('listitem')).toHaveCount(3);
    // Up to the very moment.
    for (const { seat, text } of shared) await expectSecret(meeting, seat, [text]);
    await dialog.getByRole('button', { name: 'Deel nu' }).click();
    for (const { text, field, partner } of shared)
      await expectOnScreens(all, text, new RegExp(`namens ${partner}, in ${field}`));
    // What was just shared is in the bytes of each: so they were rightly searched before.
    const texts = shared.map(({ text }) => text);
    for (const { wire } of all) expect(await wire.heard(texts)).toEqual(texts);
    await expectSecret(meeting, anna, kept);
  });

  await test.step('two write in silence; the others only see how many are ready, until it is shown', async () => {
    const thoughts = [
      { seat: anna, text: 'Grutto boven de polder', partner: GEMEENTE },
      { seat: nora, text: 'Ijsvogel aan het water', partner: NETBEHEER },
    ];
    await fien.page.getByRole('button', { name: `${FIELD}: vragen en tip` }).press('Enter');
    await fien.page.getByRole('button', { name: 'Stil schrijven hierover' }).click();
    await expect(silence(fien)).toBeVisible();
    for (const [index, { seat, text }] of thoughts.entries()) {
      await silence(seat).getByRole('textbox', { name: 'Jouw gedachte' }).fill(text);
      await seat.page.getByRole('button', { name: 'Ik ben klaar' }).click();
      await expect(silence(seat)).toContainText('Je bent klaar');
      for (const one of [fien, zoe]) await expect(silence(one)).toContainText(`${index + 1} klaar`);
      await expect(olga.page.getByRole('region', { name: 'Stil schrijven is bezig' })).toContainText(
        `${index + 1} klaar`,
      );
      await expect(seat.board.status).toHaveText('Bewaard');
    }
    for (const { seat, text } of thoughts) await expectSecret(meeting, seat, [text]);
    await fien.page.getByRole('button', { name: 'Toon alles' }).click();
    await fien.page.getByRole('dialog').getByRole('button', { name: 'Toon alles' }).click();
    for (const one of all) await expect(silence(one)).toHaveCount(0);
    for (const { text, partner } of thoughts)
      await expectOnScreens(all, text, new RegExp(`namens ${partner}, in ${FIELD}`));
    const texts = thoughts.map(({ text }) => text);
    for (const { wire } of all) expect(await wire.heard(texts)).toEqual(texts);
    await expectSecret(meeting, anna, kept);
  });
});

test('five at a table: frozen and free again, a partner added, a link withdrawn, a partner taken off', async ({
  api,
  people,
  guard,
}) => {
  // Chromium says by itself that the server answered 403 to who is no longer let in.
  guard.allow(/status of 403/);
  const note = 'Wijkverpleging';
  const sticker = { template: 'brengen-halen', region: 'bring', partner: 'zorg', text: note } as const;
  const meeting = await gather(api, people, { ...TABLE, stickers: [sticker] });
  const { fien, anna, nora, zoe, olga, all } = meeting;
  const partners = [anna, nora, zoe];
  const panel = await FacilitatorPanel.open(fien.page);

  await test.step('frozen: partners cannot write, the facilitator can; free: a partner can again', async () => {
    await panel.go('Bord');
    await panel.press('Bevries het bord');
    for (const { board, page } of partners) {
      await expect(page.getByText(FROZEN)).toBeVisible();
      await expect(board.status).toHaveText(/^Bevroren/);
      await expect(board.newSticker).toHaveCount(0);
    }
    await zoe.board.sticker(note).focus();
    await zoe.page.keyboard.press('Enter');
    await expect(zoe.board.editor).toHaveCount(0);
    await zoe.page.keyboard.press('Delete');
    await fien.board.addSticker('De begeleider schrijft door');
    for (const text of [note, 'De begeleider schrijft door'])
      for (const { board } of all) await expect(board.sticker(text)).toBeVisible();
    await panel.press('Geef het bord weer vrij');
    for (const { board, page } of partners) {
      await expect(page.getByText(FROZEN)).toHaveCount(0);
      await expect(board.newSticker).toBeVisible();
    }
    await anna.board.addSticker('En wij weer');
    await expectOnScreens(all, 'En wij weer', new RegExp(`namens ${GEMEENTE}`));
  });

  await test.step('a partner is added: its panel is there for all five', async () => {
    const its = ({ board }: Seat): Locator =>
      board.stage.getByRole('button', { name: `Brengen, ${KADE}: vragen en tip` });
    for (const one of all) await expect(its(one)).toHaveCount(0);
    await panel.go('Partners');
    await panel.panel.getByLabel('Naam van de nieuwe partner').fill(KADE);
    await panel.press('Voeg toe');
    await expect(panel.panel.getByLabel(`Link voor ${KADE}`, { exact: true })).toHaveValue(/\/b\/.+#.+/);
    for (const one of all) await expect(its(one)).toHaveCount(1);
  });

  await test.step("a partner's link is withdrawn: their page says so, and the others go on", async () => {
    await fien.page.getByRole('button', { name: 'Links', exact: true }).click();
    const links = fien.page.getByRole('dialog', { name: 'Links van dit bord' });
    const card = links.getByRole('listitem', { name: NETBEHEER, exact: true });
    await card.getByRole('button', { name: /^Instellen/ }).click();
    await card.getByRole('button', { name: /^Intrekken/ }).click();
    await card.getByRole('button', { name: 'Trek de link in' }).click();
    await expect(nora.page.getByText(/Je link is ingetrokken of verlopen/)).toBeVisible();
    await fien.page.keyboard.press('Escape');
    await expect(links).toHaveCount(0);
    await anna.board.addSticker('Na het vertrek van Nora');
    for (const { board } of [fien, zoe, olga])
      await expect(board.sticker('Na het vertrek van Nora')).toBeVisible();
    await expect(nora.board.sticker('Na het vertrek van Nora')).toHaveCount(0);
    expect(await olga.wire.heard(['Na het vertrek van Nora'])).toHaveLength(1);
    expect(await nora.wire.heard(['Na het vertrek van Nora'])).toEqual([]);
  });

  await test.step('a partner is taken off: its people are sent away, its stickers wait in a named place', async () => {
    await panel.openPartner(ZORG);
    await panel.press('Van tafel halen');
    const dialog = fien.page.getByRole('dialog', { name: `${ZORG} van tafel halen?` });
    await dialog.getByRole('button', { name: 'Haal van tafel' }).click();
    await expect(zoe.page.getByText('Je link is ingetrokken')).toBeVisible();
    await expectOnScreens([fien, anna, olga], note, /geparkeerd: stond bij Zorggroep Oever/i);
    await anna.board.addSticker('Na het vertrek van Zoë');
    for (const { board } of [fien, olga]) await expect(board.sticker('Na het vertrek van Zoë')).toBeVisible();
    expect(await olga.wire.heard(['Na het vertrek van Zoë'])).toHaveLength(1);
    expect(await zoe.wire.heard(['Na het vertrek van Zoë'])).toEqual([]);
  });
});
