import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { BoardFile } from '@samenbord/shared/board';
import { type RegionId, regionById, STICKER_SIDE } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import { decodePng, difference, type Pixel, parseHex } from './pixels.ts';
import { type Box, layoutOf, middleOf } from './truth.ts';

/** A window with a board in it, by what a person sees and does there. Points are CSS pixels of the window. */
export class BoardPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Bewaard, Opslaan…, Offline. */
  readonly status: Locator;
  /** The button with the faces of who is here. */
  readonly others: Locator;
  readonly newSticker: Locator;
  readonly undoButton: Locator;
  readonly fitSheet: Locator;
  /** What one can do with the selected sticker. */
  readonly toolbar: Locator;
  readonly deleteButton: Locator;
  /** The field in which a sticker's text is written; not there while nobody writes. */
  readonly editor: Locator;
  /** What the sheet is drawn in. */
  readonly stage: Locator;

  constructor(page: Page) {
    this.page = page;
    this.context = page.context();
    this.status = page.getByTestId('save-status');
    this.others = page.getByRole('button', { name: /^Wie is er/ });
    this.newSticker = page.getByRole('button', { name: 'Nieuwe sticker' });
    this.undoButton = page.getByRole('button', { name: 'Ongedaan maken' });
    this.fitSheet = page.getByRole('button', { name: 'Hele vel tonen' });
    this.toolbar = page.getByRole('toolbar', { name: 'Sticker bewerken' });
    this.deleteButton = this.toolbar.getByRole('button', { name: 'Verwijderen' });
    this.editor = page.getByRole('textbox', { name: 'Tekst van de sticker' });
    this.stage = page.getByRole('main').getByRole('tabpanel');
  }

  /** Follows a link, gives a name, and waits until the board is drawn. */
  static async join(page: Page, link: string, name: string): Promise<BoardPage> {
    await page.goto(link);
    return BoardPage.enter(page, name);
  }

  /** From the join page to the board. */
  static async enter(page: Page, name: string): Promise<BoardPage> {
    await page.getByLabel('Je naam').fill(name);
    await page.getByRole('button', { name: 'Naar het bord' }).click();
    const board = new BoardPage(page);
    await board.drawn();
    return board;
  }

  /** Waits until the stickers are first on screen, and the connection stands. */
  async drawn(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('board-drawn').length > 0, undefined, {
      timeout: 20_000,
    });
    await expect(this.status).toBeVisible();
  }

  /** Waits until the page has what one writes with: from then on one can work without a connection. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('board-ready').length > 0);
  }

  /** A sticker that is legible on screen, as who hears the page finds it. */
  sticker(text: string): Locator {
    return this.stage.locator('[data-sticker-id]').and(this.page.getByRole('button', { name: text }));
  }

  async centerOf(text: string): Promise<Pixel> {
    const box = await this.sticker(text).boundingBox();
    if (box === null) throw new Error('the sticker is not on screen');
    return middleOf(box);
  }

  /** Where a sticker lies once it glides no more: a press beside it takes nothing. */
  private async restOf(text: string): Promise<Pixel> {
    let last = await this.centerOf(text);
    await expect(async () => {
      const before = last;
      // Two frames of the page, in which what glides has moved.
      await this.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
      );
      last = await this.centerOf(text);
      expect(last).toEqual(before);
    }).toPass();
    return last;
  }

  /** The side of a sticker as it is drawn now. */
  async sideOf(text: string): Promise<number> {
    const box = await this.sticker(text).boundingBox();
    return box?.width ?? 0;
  }

  /** Where a field lies in the window, on a sheet for these partners. */
  async fieldBox(file: BoardFile, region: RegionId, sheet: TemplateKey = 'brengen-halen'): Promise<Box> {
    const found = regionById(layoutOf(file, sheet), region);
    if (found === undefined) throw new Error(`there is no field ${region}`);
    const { rect } = found;
    const { x, y, scale } = await this.camera();
    return {
      x: x + rect.x * scale,
      y: y + rect.y * scale,
      width: rect.width * scale,
      height: rect.height * scale,
    };
  }

  async middleOf(file: BoardFile, region: RegionId): Promise<Pixel> {
    return middleOf(await this.fieldBox(file, region));
  }

  /** Where a field's label is, for its questions at a tap. */
  async middleOfLabel(field: string): Promise<Pixel> {
    const label = this.stage.getByRole('button', { name: `${field}: vragen en tip` });
    await expect(label).toBeVisible();
    const box = await label.boundingBox();
    if (box === null) throw new Error('the label is not on screen');
    return middleOf(box);
  }

  /** Where the sheet's origin is in the window, and CSS pixels per sheet unit: what an element of the sheet shows. */
  private camera(): Promise<Pixel & { readonly scale: number }> {
    return this.stage
      .locator('[data-region]:not([hidden]), [data-sticker-id]')
      .first()
      .evaluate((element) => {
        const { left, top, width } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const scale = box.width / Number.parseFloat(width);
        return {
          x: box.x - Number.parseFloat(left) * scale,
          y: box.y - Number.parseFloat(top) * scale,
          scale,
        };
      });
  }

  /** Opens the dialog that makes a picture: by its button, or from the menu where there is no room for one. */
  async openPicture(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Afbeelding', exact: true });
    const more = this.page.getByRole('button', { name: 'Meer', exact: true });
    await button.or(more).click();
    const item = this.page.getByRole('menuitem', { name: 'Afbeelding' });
    const dialog = this.page.getByRole('dialog', { name: 'Afbeelding maken' });
    await expect(item.or(dialog)).toBeVisible();
    if (await item.isVisible()) await item.click();
    await expect(dialog).toBeVisible();
  }

  /** Presses beside the sheet: lets go of what is selected. */
  async pressBeside(): Promise<void> {
    const box = await this.stage.boundingBox();
    if (box === null) throw new Error('there is no sheet');
    await this.page.mouse.click(box.x + 12, box.y + box.height / 2);
  }

  async setSize(name: 'Klein' | 'Gewoon' | 'Groot'): Promise<void> {
    await this.toolbar.getByRole('button', { name }).click();
  }

  async setPartner(name: string): Promise<void> {
    await this.toolbar.getByRole('button', { name }).click();
  }

  async select(text: string): Promise<void> {
    const { x, y } = await this.restOf(text);
    await this.page.mouse.click(x, y);
  }

  /** Takes a sticker up and brings it somewhere, without letting go. */
  async hold(text: string, to: Pixel): Promise<void> {
    await this.take(await this.restOf(text), to);
  }

  /** As {@link hold}, of what is drawn at a point. */
  async take({ x, y }: Pixel, to: Pixel): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.moveTo(to);
  }

  async moveTo({ x, y }: Pixel): Promise<void> {
    await this.page.mouse.move(x, y, { steps: 12 });
  }

  async drop(): Promise<void> {
    await this.page.mouse.up();
  }

  async drag(text: string, to: Pixel): Promise<void> {
    await this.hold(text, to);
    await this.drop();
  }

  async doubleTap({ x, y }: Pixel): Promise<void> {
    await this.page.mouse.dblclick(x, y);
  }

  /** Taps twice until it was quick enough to be a double tap, which on a busy machine may take another try. */
  async doubleTapUntil(at: () => Promise<Pixel>, done: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.doubleTap(await at());
      await done();
    }).toPass();
  }

  /** Opens a sticker's text to write in it: by the keyboard, where nothing depends on being quick. */
  async openText(text: string): Promise<void> {
    await this.sticker(text).focus();
    await this.page.keyboard.press('Enter');
    await expect(this.editor).toBeFocused();
  }

  async finishText(): Promise<void> {
    await this.editor.press('Escape');
    await expect(this.editor).toHaveCount(0);
  }

  /** Makes a sticker with the button, and lets go of it. */
  async addSticker(text: string): Promise<void> {
    await this.newSticker.click();
    await this.editor.fill(text);
    await this.finishText();
    await expect(this.sticker(text)).toBeVisible();
    await this.pressBeside();
    await expect(this.toolbar).toHaveCount(0);
  }

  /** What a part of the window looks like, without what moves by itself. */
  picture(clip: Box): Promise<Buffer> {
    return this.page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  }

  /** Whether a sticker with this ground is drawn with its centre here, wherever it is in the document. */
  async shows(ground: string, center: Pixel): Promise<boolean> {
    const { scale } = await this.camera();
    const side = STICKER_SIDE.M * scale;
    const clip = { x: center.x - side / 2, y: center.y - side / 2, width: side, height: side };
    const picture = await this.picture(clip);
    // Low on the left there is neither text nor mark; just inside two opposite edges says where it lies.
    const spots = [
      { x: side * 0.06, y: side * 0.8 },
      { x: side * 0.35, y: side * 0.93 },
      { x: side * 0.93, y: side * 0.5 },
    ];
    const { colors } = await decodePng(this.page, picture, spots);
    return colors.every((color) => difference(color, parseHex(ground)) < 4);
  }

  async screenshotOf(text: string): Promise<Buffer> {
    const box = await this.sticker(text).boundingBox();
    if (box === null) throw new Error('the sticker is not on screen');
    return this.picture(box);
  }

  /** Takes the drawing context of every canvas away, as a browser short of memory does. */
  async loseCanvas(): Promise<void> {
    await this.page.evaluate(() => {
      for (const canvas of document.querySelectorAll('canvas')) {
        canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
        canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
      }
    });
  }

  /** Gives them back, empty. */
  async restoreCanvas(): Promise<void> {
    await this.page.evaluate(() => {
      for (const canvas of document.querySelectorAll('canvas'))
        canvas.dispatchEvent(new Event('contextrestored'));
    });
  }
}
