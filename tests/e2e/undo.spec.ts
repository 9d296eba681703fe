import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

const NOTE = 'Dakvlak van de sporthal';
const FILE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [{ template: 'brengen-halen', region: 'bring', partner: 'gemeente', text: NOTE, x: 0.4, y: 0.5 }],
};

test('undo takes back what I did, whole, and never what a colleague did after it', async ({
  api,
  people,
}) => {
  const { links } = await api.create(FILE);
  const mine = await people.join(links.facilitator, 'Anna');
  const theirs = await people.join(links.partners[0]?.url ?? '', 'Bram');

  await test.step('a drag is one step', async () => {
    const home = await mine.centerOf(NOTE);
    await mine.drag(NOTE, await mine.middleOf(FILE, 'core.essence'));
    await expect(theirs.sticker(NOTE)).toHaveAccessibleName(/in Essentie/);
    await mine.undoButton.click();
    await expect(theirs.sticker(NOTE)).toHaveAccessibleName(/in Brengen/);
    await expect.poll(async () => distance(await mine.centerOf(NOTE), home)).toBeLessThan(1);
  });

  await test.step('a drag they dragged on stays where they left it', async () => {
    // The sticker may still glide back from the step before, and a press beside it takes nothing.
    await expect(async () => {
      await mine.drag(NOTE, await mine.middleOf(FILE, 'core.essence'));
      await expect(mine.sticker(NOTE)).toHaveAccessibleName(/in Essentie/, { timeout: 2_000 });
    }).toPass();
    await expect(theirs.sticker(NOTE)).toHaveAccessibleName(/in Essentie/);
    await theirs.drag(NOTE, await theirs.middleOf(FILE, 'core.tensions'));
    await expect(mine.sticker(NOTE)).toHaveAccessibleName(/in Spannende punten/);
    await mine.undoButton.click();
    await expect(mine.undoButton).toBeDisabled();
    await expect(mine.sticker(NOTE)).toHaveAccessibleName(/in Spannende punten/);
    await expect(theirs.sticker(NOTE)).toHaveAccessibleName(/in Spannende punten/);
  });

  await test.step('what they wrote in a sticker I deleted is there when I bring it back', async () => {
    await theirs.openText(NOTE);
    // It may still glide to where they left it, and a press beside it takes nothing.
    await expect(async () => {
      await mine.select(NOTE);
      await expect(mine.toolbar).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await mine.page.keyboard.press('Delete');
    await expect(mine.sticker(NOTE)).toHaveCount(0);
    await expect(theirs.editor).toHaveCount(0);
    await mine.undoButton.click();
    await expect(theirs.sticker(NOTE)).toBeVisible();
    await theirs.openText(NOTE);
    await theirs.editor.pressSequentially(', en meer');
    await theirs.finishText();
    await expect(mine.sticker(`${NOTE}, en meer`)).toBeVisible();
  });
});
