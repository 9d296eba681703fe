import { expect, type Locator, type Page } from '@playwright/test';

/** The homework tab of a board, by what a person sees and does there. */
export class HomeworkPage {
  readonly page: Page;
  readonly poster: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.poster = page.getByRole('article', { name: /^Huiswerk van/ });
    this.status = this.poster.getByRole('status', { name: 'Hoe ver jullie zijn' });
  }

  /** Goes to one's own poster and waits until it is there. */
  static async open(page: Page): Promise<HomeworkPage> {
    await page.getByRole('tab', { name: 'Huiswerk' }).click();
    const homework = new HomeworkPage(page);
    await expect(homework.poster).toBeVisible();
    return homework;
  }

  /** A field's stickers. */
  field(label: string): Locator {
    return this.poster.getByRole('list', { name: `${label}: stickers` });
  }

  /** A sticker in any field, by its words. */
  card(text: string): Locator {
    return this.poster.locator('.homework-card').filter({ hasText: text });
  }

  /** Writes stickers one after the other, as with Enter. */
  async write(field: string, ...texts: readonly string[]): Promise<void> {
    await this.poster.getByRole('button', { name: `Sticker erbij: ${field}` }).click();
    const editor = this.poster.getByRole('textbox', { name: 'Tekst van de sticker' });
    for (const text of texts) {
      await editor.fill(text);
      await editor.press('Enter');
    }
    await editor.press('Escape');
    for (const text of texts) await expect(this.field(field)).toContainText(text);
  }

  /** Chooses something from the menu of a sticker. */
  async choose(text: string, item: string | RegExp): Promise<void> {
    await this.poster.getByRole('button', { name: `Meer met: ${text}` }).click();
    const menu = this.page.getByRole('menu', { name: 'Deze sticker' });
    await menu
      .getByRole('menuitem', { name: item })
      .or(menu.getByRole('menuitemcheckbox', { name: item }))
      .click();
    await expect(menu).toHaveCount(0);
  }

  /** Says that the partner is ready, with what is chosen now. */
  async sayReady(): Promise<void> {
    await this.poster.getByRole('button', { name: 'Klaar…' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Wij zijn klaar' }).click();
    await expect(this.status).toContainText('klaar');
  }
}

/** How far a partner is, on the page of who has no homework of their own. */
export function progressOf(page: Page, partner: string): Locator {
  return page
    .getByRole('list', { name: 'Hoe ver de partners zijn' })
    .getByRole('listitem')
    .filter({ hasText: partner });
}
