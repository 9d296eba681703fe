import { rietwijk } from '@samenbord/shared/demo';
import { TEMPLATE_KEYS, TEMPLATES } from '@samenbord/shared/template';
import type { PersonOptions } from './support/people.ts';
import { expect, test } from './support/test.ts';

/**
 * Both sheets with the demo beside pictures of how they should look. After a change that is meant to be seen:
 * `npm run test:e2e -- looks --update-snapshots`, and look at what changed before it is committed.
 */

const SCREENS: Readonly<Record<string, PersonOptions>> = {
  desktop: { viewport: { width: 1280, height: 800 } },
  touchscreen: { viewport: { width: 1920, height: 1080 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** Lines have ids that do not change from run to run: crossing lines lie over each other in that order. */
const demo = { ...rietwijk, links: rietwijk.links?.map((link, n) => ({ id: `line-${n + 10}`, ...link })) };

/**
 * Letters may differ by a shade from machine to machine. What a sticker is missing is more than this even on a
 * phone, where the smallest has some four hundred pixels.
 */
const TOLERANCE = { threshold: 0.25, maxDiffPixels: 150 };

for (const [screen, options] of Object.entries(SCREENS)) {
  test(`both sheets look on a ${screen} as they should`, async ({ api, people }) => {
    const made = await api.create(demo);
    const board = await people.join(made.links.facilitator, 'Ans', options);
    const { page } = board;
    for (const sheet of TEMPLATE_KEYS) {
      await page.getByRole('tab', { name: TEMPLATES[sheet].title.nl }).click();
      const canvas = page.locator(`[data-sheet="${sheet}"][data-camera]`);
      await expect(canvas).toBeVisible();
      await expect(board.status).toHaveText(/Bewaard/);
      // The sheet alone: what lies over it has tests of its own, and changes more often.
      await canvas.locator('[data-over]').evaluate((over: HTMLElement) => {
        over.style.visibility = 'hidden';
      });
      await expect(canvas).toHaveScreenshot(`${sheet}-${screen}.png`, TOLERANCE);
    }
  });
}
