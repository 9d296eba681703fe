import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import { FacilitatorPanel, secondsOn, stripOf } from './support/facilitator.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

const NOTE = 'Dakvlak van de sporthal';
const OTHER = 'Ruimte in het net';
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    { template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: NOTE, x: 0.3, y: 0.5 },
    { template: 'brengen-halen', region: 'gain', partner: 'netbeheer', text: OTHER, x: 0.5, y: 0.5 },
  ],
};
/** CSS pixels within which two windows show the same place. */
const SAME_PLACE = 3;

/** Windows as wide for their height once the panel of one is open. */
const FACILITATOR = { viewport: { width: 1440, height: 900 } };
const PARTNER = { viewport: { width: 1440 - 352, height: 900 } };

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) })),
  ).toEqual([]);
}

test('a plan: taken, changed, and its step shown to everybody; too long is asked of the facilitator only', async ({
  api,
  people,
}) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  await expect(stripOf(p.page)).toHaveCount(0);
  const panel = await FacilitatorPanel.open(f.page);
  await panel.press('Kies een programma');
  await panel.press(/^Programma Brengen-halen schema/);
  await expect(panel.panel.getByText('Samen 2 uur 15')).toBeVisible();
  await panel.panel.getByLabel('Tijd die jullie hebben, in minuten').fill('120');
  await f.page.keyboard.press('Enter');
  const long = /Het programma duurt 15 minuten langer/;
  await expect(panel.panel.getByText(long)).toBeVisible();
  await panel.press(/^1 Opening/);
  await panel.panel.getByLabel('Naam van de stap').fill('Welkom met koffie');
  await panel.panel.getByLabel('Minuten', { exact: true }).fill('5');
  await f.page.keyboard.press('Enter');
  await panel.press(/^6 Balans/);
  await panel.press('Verwijder');
  await expect(panel.panel.getByText(long)).toHaveCount(0);

  await panel.go('Nu');
  await panel.press('Begin met Welkom met koffie');
  await expect(stripOf(p.page)).toContainText('1 van 6');
  await expect(stripOf(p.page)).toContainText('Welkom met koffie');
  await expect(p.page.getByText(long)).toHaveCount(0);
  await expect(p.page.getByRole('button', { name: 'Begeleiden' })).toHaveCount(0);
  await panel.press('Volgende: Ronde per partner');
  await expect(stripOf(p.page)).toContainText('Ronde per partner');
  await expect(p.page.locator('[data-announcer]')).toContainText('Nu: Ronde per partner');

  await stripOf(p.page).getByRole('button', { name: 'Spelregels' }).click();
  await expect(p.page.getByRole('dialog').getByRole('listitem')).toHaveCount(8);
  await expectAccessible(p.page);
  await p.page.keyboard.press('Escape');
  await panel.press('Vorige stap');
  await expect(stripOf(p.page)).toContainText('Welkom met koffie');
});

test('a timer is right on a computer that is seven minutes off, stands still, and counts on past zero', async ({
  api,
  people,
}) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram', {
    before: () => {
      const now = Date.now;
      Date.now = () => now() - 7 * 60_000;
    },
  });
  const panel = await FacilitatorPanel.open(f.page);
  await panel.press('Start de tijd: 5 minuten');
  await expect(p.page.getByRole('timer')).toBeVisible();
  // Without the server's clock this window would show twelve minutes.
  await expect.poll(() => secondsOn(p.page)).toBeLessThanOrEqual(300);
  expect(await secondsOn(p.page)).toBeGreaterThan(200);
  const apart = async (): Promise<number> => Math.abs((await secondsOn(f.page)) - (await secondsOn(p.page)));
  await expect.poll(apart).toBeLessThanOrEqual(1);

  await panel.press('Pauze');
  await expect(p.page.getByText('gepauzeerd')).toBeAttached();
  const paused = await secondsOn(p.page);
  await panel.press('1 min erbij');
  await expect.poll(() => secondsOn(p.page)).toBe(paused + 60);
  await panel.press('Ga verder');
  await expect.poll(() => secondsOn(p.page)).toBeLessThan(paused + 60);

  await panel.panel.getByLabel('Andere tijd, in minuten').fill('0,02');
  await panel.press('Start');
  await expect(stripOf(p.page)).toContainText('De tijd is om');
  await expect.poll(() => secondsOn(p.page)).toBeLessThan(-1);
  // It locks nothing.
  await p.addSticker('Nog één ding');
  await panel.press('Stop');
  await expect(p.page.getByRole('timer')).toHaveCount(0);
});

test('turns: shuffled or not, equal time, whose turn it is for everybody to see', async ({ api, people }) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const panel = await FacilitatorPanel.open(f.page);
  await panel.press('Op volgorde');
  await expect(stripOf(p.page)).toContainText('Straks begint Gemeente Veenwaarde');
  await panel.press('Gemeente Veenwaarde later');
  await panel.press('Begin: Lageland Netbeheer');
  await expect(stripOf(p.page)).toContainText('Aan de beurt, daarna Gemeente Veenwaarde');
  await expect(stripOf(p.page)).toContainText('Lageland Netbeheer');
  await expect.poll(() => secondsOn(p.page)).toBeGreaterThan(400);
  await panel.press('Volgende: Gemeente Veenwaarde');
  await expect(p.page.locator('[data-announcer]')).toContainText('Gemeente Veenwaarde is aan de beurt');
  await expect.poll(() => secondsOn(p.page)).toBeGreaterThan(400);
  await panel.press('Rond de beurten af');
  await expect(p.page.getByRole('timer')).toHaveCount(0);
});

test('a field in focus is dimmed around for everybody, and brings the views that were not moved', async ({
  api,
  people,
}) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const o = await people.join(links.observer, 'Olga');
  const panel = await FacilitatorPanel.open(f.page);
  const before = await p.sideOf(NOTE);
  // Olga looks around by herself.
  await o.page.getByRole('button', { name: 'Inzoomen' }).click();
  await expect.poll(() => o.sideOf(NOTE)).toBeGreaterThan(before * 1.1);
  const own = await o.sideOf(NOTE);

  await panel.panel.getByLabel('Vak', { exact: true }).selectOption('bring@gemeente');
  await panel.press('Breng in beeld');
  await expect(stripOf(p.page)).toContainText('In beeld: Brengen, Gemeente Veenwaarde');
  await expect.poll(() => p.sideOf(NOTE)).toBeGreaterThan(before * 1.5);
  expect(await o.sideOf(NOTE)).toBe(own);
  await panel.press('Breng iedereen hier');
  await expect.poll(() => o.sideOf(NOTE)).not.toBe(own);

  await panel.press('Toon alles weer');
  await expect.poll(() => p.sideOf(NOTE)).toBe(before);
  await expect(stripOf(p.page)).toHaveCount(0);
});

test('a call brings people from the other sheet', async ({ api, people }) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  await f.page.getByRole('tab', { name: 'Partnermodel Canvas' }).click();
  const panel = await FacilitatorPanel.open(f.page);
  await panel.panel.getByLabel('Vak', { exact: true }).selectOption('customers');
  await panel.press('Breng in beeld');
  await expect(stripOf(p.page)).toContainText('In beeld: Klanten & doelgroepen');
  const tab = p.page.getByRole('tab', { name: 'Partnermodel Canvas' });
  await expect(tab).toHaveAttribute('aria-selected', 'false');
  await panel.press('Breng iedereen hier');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
});

test('kijk mee: everybody follows, one lets go by hand and takes it up again, and it ends', async ({
  api,
  people,
}) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram', PARTNER);
  const panel = await FacilitatorPanel.open(f.page);
  const apart = async (): Promise<number> => distance(await f.centerOf(NOTE), await p.centerOf(NOTE));
  const zoomIn = (board: BoardPage) => board.page.getByRole('button', { name: 'Inzoomen' }).click();
  await zoomIn(f);
  await panel.press('Kijk mee');
  await expect(stripOf(p.page)).toContainText('Fien laat iets zien: je kijkt mee');
  await expect(stripOf(f.page)).toContainText('Iedereen kijkt met je mee');
  await expect.poll(apart).toBeLessThan(SAME_PLACE);
  await zoomIn(f);
  await expect.poll(apart).toBeLessThan(SAME_PLACE);
  await f.page.getByRole('tab', { name: 'Partnermodel Canvas' }).click();
  await expect(p.page.getByRole('tab', { name: 'Partnermodel Canvas' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await f.page.getByRole('tab', { name: 'Brengen-halen schema' }).click();
  await expect.poll(apart).toBeLessThan(SAME_PLACE);

  // By moving the view oneself.
  await p.fitSheet.click();
  await expect(stripOf(p.page)).toContainText('je kijkt zelf rond');
  await expect.poll(apart).toBeGreaterThan(20);
  const own = await p.sideOf(NOTE);
  await zoomIn(f);
  await expect.poll(() => f.sideOf(NOTE)).toBeGreaterThan(own * 1.4);
  expect(await p.sideOf(NOTE)).toBe(own);
  await stripOf(p.page).getByRole('button', { name: 'Kijk weer mee' }).click();
  await expect.poll(apart).toBeLessThan(SAME_PLACE);
  await stripOf(p.page).getByRole('button', { name: 'Laat los' }).click();
  await expect(stripOf(p.page)).toContainText('je kijkt zelf rond');

  await stripOf(f.page).getByRole('button', { name: 'Stop' }).click();
  await expect(stripOf(p.page)).toHaveCount(0);
  // The next time everybody looks along again.
  await panel.press('Kijk mee');
  await expect(stripOf(p.page)).toContainText('je kijkt mee');
});

test('a sheet that is not open says so to partners, and opens for them while they look', async ({
  api,
  people,
}) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const p = await people.join(links.partners[0]?.url ?? '', 'Bram');
  await p.page.getByRole('tab', { name: 'Partnermodel Canvas' }).click();
  const panel = await FacilitatorPanel.open(f.page);
  await panel.go('Bord');
  const canvas = panel.panel.getByRole('checkbox', { name: 'Partnermodel Canvas' });
  await canvas.uncheck();
  const closed = p.page.getByRole('tab', { name: 'Partnermodel Canvas, nog niet open' });
  await expect(closed).toHaveAttribute('aria-disabled', 'true');
  await expect(p.page.getByRole('tab', { name: 'Brengen-halen schema' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  // As a finger does: Playwright would wait for it to be enabled.
  await closed.dispatchEvent('click');
  await expect(p.page.getByText('Dit schema is nog niet open.')).toBeVisible();
  await expect(panel.panel.getByRole('checkbox', { name: 'Brengen-halen schema' })).toBeDisabled();
  // The facilitator prepares it meanwhile.
  await f.page.getByRole('tab', { name: /^Partnermodel Canvas/ }).click();
  await expect(f.page.getByRole('tab', { name: /^Partnermodel Canvas/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await canvas.check();
  await p.page.getByRole('tab', { name: 'Partnermodel Canvas', exact: true }).click();
  await expect(p.page.getByRole('tab', { name: 'Partnermodel Canvas' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('axe finds nothing in any part of the panel, nor in the strip', async ({ api, people }) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', FACILITATOR);
  const panel = await FacilitatorPanel.open(f.page);
  await panel.press('Op volgorde');
  await panel.press('Begin: Gemeente Veenwaarde');
  await panel.press('Breng in beeld');
  await panel.press('Kijk mee');
  await expect(stripOf(f.page)).toContainText('Iedereen kijkt');
  await expectAccessible(f.page);
  await panel.go('Programma');
  await panel.press(/^Programma Brengen/);
  await panel.press(/^1 Opening/);
  await expectAccessible(f.page);
  await panel.openPartner('Gemeente Veenwaarde');
  await expectAccessible(f.page);
  await panel.go('Bord');
  await expectAccessible(f.page);
  await panel.press('Einddatum en wissen');
  await expect(f.page.getByRole('dialog')).toBeVisible();
  await expectAccessible(f.page);
});

test('on a phone the panel leaves the board in view, and nothing lies beside the screen', async ({
  api,
  people,
}) => {
  const { links } = await api.create(BOARD);
  const f = await people.join(links.facilitator, 'Fien', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const panel = await FacilitatorPanel.open(f.page);
  for (const part of ['Nu', 'Programma', 'Partners', 'Bord'] as const) {
    await panel.go(part);
    const wide = await f.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    const small = await panel.panel
      .getByRole('button')
      .evaluateAll(
        (buttons) =>
          buttons
            .map((button) => button.getBoundingClientRect())
            .filter(({ width, height }) => width < 44 || height < 44).length,
      );
    expect(small).toBe(0);
  }
  const box = await panel.panel.boundingBox();
  expect(box?.y ?? 0).toBeGreaterThan(200);
  await panel.press('Sluit het paneel');
  await expect(panel.panel).toHaveCount(0);
});
