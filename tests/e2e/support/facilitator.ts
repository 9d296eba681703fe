import { expect, type Locator, type Page } from '@playwright/test';

/** The facilitator's panel in a window, by what a person does there. */
export class FacilitatorPanel {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Begeleiden' });
  }

  static async open(page: Page): Promise<FacilitatorPanel> {
    const panel = new FacilitatorPanel(page);
    await page.getByRole('button', { name: 'Begeleiden' }).click();
    await expect(panel.panel).toBeVisible();
    await panel.go('Nu');
    return panel;
  }

  async go(part: 'Nu' | 'Programma' | 'Partners' | 'Bord'): Promise<void> {
    await this.panel.getByRole('tab', { name: part, exact: true }).click();
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** Unfolds a partner's line. */
  async openPartner(name: string): Promise<void> {
    await this.go('Partners');
    await this.press(name);
  }
}

/** The strip that everybody sees. */
export const stripOf = (page: Page): Locator => page.getByRole('region', { name: 'Het gesprek' });

/** Seconds on the clock that everybody sees; negative when the time is over. */
export async function secondsOn(page: Page): Promise<number> {
  const face = (await page.getByRole('timer').textContent()) ?? '';
  const over = face.startsWith('+');
  const seconds = face
    .replace('+', '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return over ? -seconds : seconds;
}
