import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { Fingers } from './support/fingers.ts';
import type { Pixel } from './support/pixels.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

const TEXTS = ['Dakvlak', 'Netruimte', 'Een zaal', 'Vrijwilligers'] as const;
const FILE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: TEXTS.map((text, index) => ({
    template: 'brengen-halen',
    region: index % 2 === 0 ? 'bring' : 'gain',
    partner: index < 2 ? 'gemeente' : 'netbeheer',
    text,
    size: 'S',
    x: 0.25,
    y: 0.3,
  })),
};

const moved = ({ x, y }: Pixel, dx: number, dy: number): Pixel => ({ x: x + dx, y: y + dy });

test('fingers drag four stickers at once and pinch beside a drag; beside a pen they only move the view', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const board = await people.join(links.facilitator, 'Fien', {
    viewport: { width: 1920, height: 1080 },
    hasTouch: true,
  });
  const fingers = await Fingers.on(board.page);
  const before = await Promise.all(TEXTS.map((text) => board.centerOf(text)));
  const goals = before.map((at) => moved(at, 62, 31));
  // One hand after the other takes its sticker, all are in the air together, and come down together.
  await fingers.together(before.map((from, index) => [from, goals[index] ?? from]));
  for (const [index, text] of TEXTS.entries()) {
    const goal = goals[index] ?? { x: 0, y: 0 };
    await expect.poll(async () => distance(await board.centerOf(text), goal)).toBeLessThan(8);
    await expect(board.sticker(text)).toHaveAccessibleName(index % 2 === 0 ? /Brengen/ : /Halen/);
  }

  // A pinch on bare sheet beside a sticker in a hand.
  const held = await board.centerOf(TEXTS[0]);
  const side = await board.sideOf(TEXTS[3]);
  const core = await board.middleOf(FILE, 'core.ambition');
  await fingers.hold(held, moved(held, 40, 60));
  await fingers.pinchBeside(core, 90, 180);
  await expect.poll(async () => (await board.sideOf(TEXTS[3])) / side).toBeCloseTo(2, 1);
  await fingers.letGo();
  await expect
    .poll(async () => distance(await board.centerOf(TEXTS[0]), moved(held, 40, 60)))
    .toBeLessThan(8);
  await board.fitSheet.click();
  await expect.poll(async () => (await board.sideOf(TEXTS[3])) / side).toBeCloseTo(1, 1);

  // A pen, with a palm that came down before it.
  const taken = await board.centerOf(TEXTS[1]);
  const goal = moved(taken, 70, -20);
  await fingers.penBesidePalm(taken, goal, moved(core, 0, 60));
  await expect.poll(async () => distance(await board.centerOf(TEXTS[1]), goal)).toBeLessThan(8);
  await expect(board.page.getByText('vingers verschuiven nu alleen het beeld')).toBeVisible();
  // A touch right after it is still the hand that held the pen; a little later a finger pans, also from a sticker.
  await expect(async () => {
    const [one, other] = [await board.centerOf(TEXTS[1]), await board.centerOf(TEXTS[2])];
    await fingers.drag(other, moved(other, -80, 0));
    // It may glide on a little.
    await expect
      .poll(async () => (await board.centerOf(TEXTS[1])).x, { timeout: 2_000 })
      .toBeLessThan(one.x - 50);
    await expect
      .poll(async () => distance(await board.centerOf(TEXTS[1]), await board.centerOf(TEXTS[2])))
      .toBeCloseTo(distance(one, other), 0);
  }).toPass();
  const penned = await board.centerOf(TEXTS[1]);
  await board.undoButton.click();
  // The last step was the pen's: no finger and no palm changed anything.
  await expect
    .poll(async () => distance(await board.centerOf(TEXTS[1]), moved(penned, -70, 20)))
    .toBeLessThan(8);

  // The switch gives fingers back what they did.
  await board.page.getByRole('button', { name: 'Meer beeld' }).tap();
  await board.page.getByRole('menuitemcheckbox', { name: 'Vingers verschuiven alleen (pen)' }).tap();
  await expect(async () => {
    const again = await board.centerOf(TEXTS[2]);
    await fingers.drag(again, moved(again, -40, 40));
    await expect
      .poll(async () => distance(await board.centerOf(TEXTS[2]), moved(again, -40, 40)), { timeout: 2_000 })
      .toBeLessThan(8);
  }).toPass();
  // Long press and double tap, with nothing but a finger.
  const at = await board.centerOf(TEXTS[2]);
  await fingers.press(at, async () => {
    await expect(board.page.getByRole('menuitem', { name: 'Dupliceren' })).toBeVisible();
  });
  await board.page.keyboard.press('Escape');
  await expect(async () => {
    await fingers.tap(await board.centerOf(TEXTS[2]));
    await fingers.tap(await board.centerOf(TEXTS[2]));
    await expect(board.editor).toBeVisible({ timeout: 1_000 });
  }).toPass();
});
