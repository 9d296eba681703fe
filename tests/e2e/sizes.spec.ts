import type { Page } from '@playwright/test';
import { rietwijk } from '@samenbord/shared/demo';
import { TWO_PARTNERS } from './support/boardApi.ts';
import type { BoardPage } from './support/boardPage.ts';
import { Fingers } from './support/fingers.ts';
import type { PersonOptions } from './support/people.ts';
import type { Pixel } from './support/pixels.ts';
import { expect, test } from './support/test.ts';
import { distance, middleOf } from './support/truth.ts';

const SCREENS: readonly (readonly [name: string, options: PersonOptions])[] = [
  [
    'a phone of 360 x 640',
    { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 },
  ],
  ['a touchscreen of 1920 x 1080', { viewport: { width: 1920, height: 1080 }, hasTouch: true }],
  ['a wall of 3840 x 2160', { viewport: { width: 3840, height: 2160 } }],
];

/** Smallest side of what one presses, in CSS pixels. */
const TARGET = 44;

/** Controls that are too small, or outside the window, by what they are called. */
function misfits(page: Page) {
  return page.evaluate((least) => {
    const { clientWidth, clientHeight } = document.documentElement;
    const holds = (one: Element, other: Element) => one.contains(other) || other.contains(one);
    return (
      [
        ...document.querySelectorAll<HTMLElement>(
          'button, a[href], input, select, textarea, [role="button"], [role="tab"]',
        ),
      ]
        // Labels and stickers are as large as they are drawn; the sheet itself reaches for them, see below.
        .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .filter((element) => element.closest('[role="group"] > [data-region], [data-sticker-id]') === null)
        .flatMap((element) => {
          // A radio or check box is pressed by its label.
          const box = (element.closest('label') ?? element).getBoundingClientRect();
          const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName;
          if (box.width === 0 || box.height === 0) return [];
          const small = box.width < least - 0.5 || box.height < least - 0.5;
          const outside = box.left < -0.5 || box.right > clientWidth + 0.5;
          const below =
            element.closest('.board') !== null && (box.top < -0.5 || box.bottom > clientHeight + 0.5);
          const say = `${name}: ${Math.round(box.width)} x ${Math.round(box.height)} at ${Math.round(box.left)},${Math.round(box.top)}`;
          const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          const covered = middle !== null && !holds(element.closest('label') ?? element, middle);
          return small || outside || below || covered ? [covered ? `${say}, covered` : say] : [];
        })
    );
  }, TARGET);
}

/** A field all of which is in view, and a place in it. */
async function across(board: BoardPage): Promise<[field: RegExp, to: Pixel]> {
  return [/in Spannende punten/, await board.middleOf(TWO_PARTNERS, 'core.tensions')];
}

/** A field that is partly in view after zooming in on the middle of the sheet, and a place in that part. */
async function inView(board: BoardPage): Promise<[field: RegExp, to: Pixel]> {
  const stage = await board.stage.boundingBox();
  const essence = await board.fieldBox(TWO_PARTNERS, 'core.essence');
  if (stage === null) throw new Error('there is no sheet');
  return [/in Essentie/, { x: stage.x + stage.width / 2, y: (stage.y + essence.y + essence.height) / 2 }];
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const [name, options] of SCREENS) {
  test.describe(name, () => {
    test('start page, links, join page and board fit, with targets a finger can hit', async ({
      api,
      people,
    }) => {
      const { page } = await people.browser(options);
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Maak het bord' })).toBeVisible();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await misfits(page)).toEqual([]);
      const { links } = await api.create(rietwijk);
      await page.goto(links.partners[0]?.url ?? '');
      await expect(page.getByLabel('Je naam')).toBeVisible();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await misfits(page)).toEqual([]);

      const board = await people.join(links.facilitator, 'Fien', options);
      expect(await scrollsSideways(board.page)).toBe(false);
      expect(await misfits(board.page)).toEqual([]);
    });

    test('a sticker is seen, written and moved', async ({ api, people }) => {
      const { links } = await api.create(TWO_PARTNERS);
      const board = await people.join(links.facilitator, 'Fien', options);
      // The whole sheet on a phone is for an overview; one zooms in to read and to write.
      if (options.isMobile === true) {
        const box = await board.stage.boundingBox();
        if (box === null) throw new Error('there is no sheet');
        await (await Fingers.on(board.page)).pinch(middleOf(box), 70, 175);
      }
      await (options.hasTouch === true ? board.newSticker.tap() : board.newSticker.click());
      await board.editor.fill('Past overal');
      await board.finishText();
      await expect(board.sticker('Past overal')).toBeVisible();
      // Selected: what one does with it is on screen too.
      expect(await misfits(board.page)).toEqual([]);
      const [field, to] = options.isMobile === true ? await inView(board) : await across(board);
      if (options.hasTouch === true) {
        const fingers = await Fingers.on(board.page);
        await fingers.drag(await board.centerOf('Past overal'), to);
      } else {
        await board.drag('Past overal', to);
      }
      await expect(board.sticker('Past overal')).toHaveAccessibleName(field);
      await expect.poll(async () => distance(await board.centerOf('Past overal'), to)).toBeLessThan(3);
      await expect(board.status).toHaveText('Bewaard');
    });
  });
}

test('two fingers zoom around the point between them', async ({ api, people }) => {
  const { links } = await api.create({
    ...TWO_PARTNERS,
    stickers: [
      { template: 'brengen-halen', region: 'core.essence', text: 'Tussen de vingers', x: 0.5, y: 0.5 },
      { template: 'brengen-halen', region: 'core.tensions', text: 'Verder weg', x: 0.5, y: 0.5 },
    ],
  });
  const board = await people.join(links.facilitator, 'Fien', {
    viewport: { width: 1920, height: 1080 },
    hasTouch: true,
  });
  const point = await board.centerOf('Tussen de vingers');
  const away = distance(await board.centerOf('Verder weg'), point);
  const side = await board.sideOf('Tussen de vingers');
  const fingers = await Fingers.on(board.page);
  await fingers.pinch(point, 120, 240);
  await expect.poll(async () => (await board.sideOf('Tussen de vingers')) / side).toBeCloseTo(2, 1);
  expect(distance(await board.centerOf('Tussen de vingers'), point)).toBeLessThan(3);
  await fingers.pinch(point, 240, 120);
  await expect
    .poll(async () => Math.abs(distance(await board.centerOf('Verder weg'), point) - away))
    .toBeLessThan(4);
  await expect(board.editor).toHaveCount(0);
  // The page itself did not zoom.
  expect(await board.page.evaluate(() => visualViewport?.scale)).toBe(1);
});

test('a finger beside a small label still finds it', async ({ api, people }) => {
  const { links } = await api.create(TWO_PARTNERS);
  const board = await people.join(links.facilitator, 'Fien', {
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
  });
  const { x, y } = await board.middleOfLabel('Overeenkomsten');
  await board.page.touchscreen.tap(x, y + 14);
  await expect(board.page.getByRole('dialog', { name: 'Overeenkomsten' })).toBeVisible();
});

test('a tap on a phone does one thing: nothing that comes up under the finger is pressed', async ({
  api,
  people,
}) => {
  const { links } = await api.create({
    ...TWO_PARTNERS,
    stickers: [
      { template: 'brengen-halen', region: 'core.essence', text: 'Onder de vinger', x: 0.5, y: 0.5 },
    ],
  });
  const board = await people.join(links.facilitator, 'Fien', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const fingers = await Fingers.on(board.page);
  await fingers.pinch(await board.centerOf('Onder de vinger'), 60, 240);
  // Lower than where the bar's top will be, between the controls.
  for (const up of [30, 90, 150]) {
    const to = { x: 314, y: 844 - up };
    const from = await board.centerOf('Onder de vinger');
    // Far enough that a step of a slow machine's finger is a drag, and no finger that rests and asks for the menu.
    const start = { x: to.x, y: to.y - 120 };
    await board.page.mouse.move(195, 300);
    // With a little sideways it is a trackpad, which pans.
    await board.page.mouse.wheel(from.x - start.x + 0.5, from.y - start.y);
    await expect.poll(async () => distance(await board.centerOf('Onder de vinger'), start)).toBeLessThan(4);
    await fingers.drag(await board.centerOf('Onder de vinger'), to);
    // Laid down low it lies free: the tools stay away until they are asked for.
    await expect.poll(async () => distance(await board.centerOf('Onder de vinger'), to)).toBeLessThan(4);
    await expect(board.toolbar).toHaveCount(0);
    await board.page.touchscreen.tap(to.x, to.y);
    await expect(board.toolbar).toBeVisible();
    // What was tapped is brought out from under the bar.
    await expect
      .poll(async () => {
        const [bar, sticker] = await Promise.all([
          board.toolbar.boundingBox(),
          board.sticker('Onder de vinger').boundingBox(),
        ]);
        return bar !== null && sticker !== null && sticker.y + sticker.height <= bar.y;
      })
      .toBe(true);
    await expect(board.sticker('Onder de vinger')).not.toHaveAccessibleName(/namens/);
    await expect(board.editor).toHaveCount(0);
    await board.page.keyboard.press('Escape');
    await expect(board.toolbar).toHaveCount(0);
  }
});
