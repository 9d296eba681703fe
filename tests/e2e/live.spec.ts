import type { BoardFile } from '@samenbord/shared/board';
import { tint } from '../../client/src/drawing/colors.ts';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { BoardPage } from './support/boardPage.ts';
import { expect, test } from './support/test.ts';
import { distance, lyingOn } from './support/truth.ts';

const NOTE = 'Dakvlak van de sporthal';
const OTHER = 'Ruimte in het net';
const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [
    { template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: NOTE, x: 0.3, y: 0.5 },
    { template: 'brengen-halen', region: 'gain', partner: 'netbeheer', text: OTHER, x: 0.5, y: 0.5 },
  ],
};

/** The ground of a sticker of the gemeente: what is seen where one is in somebody's hand. */
const GROUND = tint('#0072B2');

/** CSS pixels within which two windows of the same size show the same place. */
const SAME_PLACE = 2;

test('A drags; B sees it move before A lets go, and at the same place and field afterwards', async ({
  api,
  people,
}) => {
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const start = await b.centerOf(NOTE);
  const target = await a.middleOf(BOARD, 'core.essence');
  const half = { x: (start.x + target.x) / 2, y: (start.y + target.y) / 2 };

  await a.hold(NOTE, half);
  // In hand: seen where the hand is, and not yet in the document.
  await expect.poll(() => b.shows(GROUND, half)).toBe(true);
  expect(await b.shows(GROUND, target)).toBe(false);
  await a.moveTo(target);
  await expect.poll(() => b.shows(GROUND, target)).toBe(true);
  expect(await b.shows(GROUND, half)).toBe(false);
  const during = await api.export(board, ticket);
  expect(lyingOn(during, 'brengen-halen').find(({ text }) => text === NOTE)?.region).toBe('bring@gemeente');

  await a.drop();
  for (const one of [a, b]) {
    await expect(one.sticker(NOTE)).toHaveAccessibleName(/Essentie/);
    await expect.poll(async () => distance(await one.centerOf(NOTE), target)).toBeLessThan(SAME_PLACE);
  }
  await expect(a.status).toHaveText('Bewaard');
  const after = await api.export(board, ticket);
  expect(lyingOn(after, 'brengen-halen').find(({ text }) => text === NOTE)?.region).toBe('core.essence');
});

test('two hands on one sticker: both see one outcome once both have let go', async ({ api, people }) => {
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const toA = await a.middleOf(BOARD, 'core.essence');
  const toB = await b.middleOf(BOARD, 'core.tensions');
  await a.hold(NOTE, toA);
  await expect.poll(() => b.shows(GROUND, toA)).toBe(true);
  await b.take(toA, toB);
  await Promise.all([a.drop(), b.drop()]);
  await expect(a.status).toHaveText('Bewaard');
  await expect(b.status).toHaveText('Bewaard');

  // Whose drop came last is the relay's to say; that all agree on it is what counts.
  await expect
    .poll(async () => {
      const stored = lyingOn(await api.export(board, ticket), 'brengen-halen');
      const region = stored.find(({ text }) => text === NOTE)?.region;
      const place = region === 'core.essence' ? toA : toB;
      const apart = [await a.centerOf(NOTE), await b.centerOf(NOTE)].map((at) => distance(at, place));
      return { dropped: region !== 'bring@gemeente', apart: Math.max(...apart) < SAME_PLACE };
    })
    .toEqual({ dropped: true, apart: true });
});

test('who is here, whose cursor is where, who writes in what', async ({ api, people }) => {
  const { links } = await api.create(BOARD);
  const a = await people.join(links.facilitator, 'Anna');
  await expect(a.others).toHaveAccessibleName('Wie is er: 1 persoon');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const o = await people.join(links.observer, 'Olga');
  await expect(a.others).toHaveAccessibleName('Wie is er: 3 mensen');

  await a.others.click();
  const list = a.page.getByRole('dialog').getByRole('listitem');
  await expect(list).toContainText(['Anna (jij)', 'Bram', 'Olga']);
  await expect(list.nth(1)).toContainText('Gemeente Veenwaarde');
  await expect(list.nth(2)).toContainText('Waarnemer');
  await a.page.keyboard.press('Escape');

  // A cursor is drawn, not written: what A sees changes around B's point and nowhere else.
  const spot = await b.middleOf(BOARD, 'core.ambition');
  const around = { x: spot.x - 10, y: spot.y - 10, width: 60, height: 50 };
  await a.page.mouse.move(5, 5);
  const without = await a.picture(around);
  await b.page.mouse.move(spot.x, spot.y);
  await expect.poll(async () => (await a.picture(around)).equals(without)).toBe(false);
  await o.page.mouse.move(spot.x + 200, spot.y + 100);
  await b.page.mouse.move(spot.x - 300, spot.y);
  await expect.poll(async () => (await a.picture(around)).equals(without)).toBe(true);

  const box = await a.sticker(NOTE).boundingBox();
  if (box === null) throw new Error('the sticker is not on screen');
  const above = { x: box.x, y: box.y - 27, width: 80, height: 22 };
  const nobody = await a.picture(above);
  await b.openText(NOTE);
  await expect.poll(async () => (await a.picture(above)).equals(nobody)).toBe(false);
  await b.finishText();
  await expect.poll(async () => (await a.picture(above)).equals(nobody)).toBe(true);

  await b.context.close();
  await expect(a.others).toHaveAccessibleName('Wie is er: 2 mensen');
});

test('two tabs of one person are one person, with two cursors', async ({ api, people }) => {
  const { links } = await api.create(BOARD);
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
  const second = new BoardPage(await b.context.newPage());
  await second.page.goto(b.page.url());
  await second.drawn();
  for (const one of [a, b, second]) await expect(one.others).toHaveAccessibleName('Wie is er: 2 mensen');

  const spots = [await b.middleOf(BOARD, 'core.ambition'), await b.middleOf(BOARD, 'core.tensions')];
  const around = spots.map(({ x, y }) => ({ x: x - 10, y: y - 10, width: 60, height: 50 }));
  const look = () => Promise.all(around.map(async (box) => (await a.picture(box)).toString('base64')));
  await a.page.mouse.move(5, 5);
  const without = await look();
  const shown = async () => (await look()).map((picture, index) => picture !== without[index]);
  for (const [index, tab] of [b, second].entries()) {
    const { x = 0, y = 0 } = spots[index] ?? {};
    await tab.page.mouse.move(x, y);
  }
  await expect.poll(shown).toEqual([true, true]);
  await second.page.close();
  await expect.poll(shown).toEqual([true, false]);
  await expect(a.others).toHaveAccessibleName('Wie is er: 2 mensen');
});
