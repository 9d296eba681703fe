import { layoutSheet, SHEET, STICKER_SIDE } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { fieldLabel, fitText } from '../../drawing/index.ts';
import { fitRect } from '../camera/camera.ts';
import { setUp } from '../testing/harness.ts';
import { FROM_AFAR } from './fromAfar.ts';
import {
  ARC,
  AWAY,
  type Display,
  fontSizeFor,
  letterHeight,
  readFrom,
  readingScale,
  WALL_TEXT,
} from './legible.ts';
import { bringNear, nextLook } from './nearer.ts';

/** Widths like those of the page's letters. */
const measure = (text: string): number =>
  [...text].reduce((sum, char) => sum + ("il.,' ".includes(char) ? 0.28 : 0.56), 0);

/** A wall of 1920 by 1080, of which the page's bar takes 60, and what the controls leave free. */
const VIEW = { width: 1920, height: 1020 };
const FREE = { top: 12, right: 12, bottom: 76, left: 12 };
const WHOLE = fitRect({ x: 0, y: 0, width: SHEET.width, height: SHEET.height }, VIEW, FREE);

const PARTNERS = Array.from({ length: 8 }, (_, index) => `p${index}`);
const LAYOUTS = [
  layoutSheet('partnermodel-canvas', []),
  ...[2, 3, 4, 5, 6, 7, 8].map((count) => layoutSheet('brengen-halen', PARTNERS.slice(0, count))),
];
/** Sixty letters, as stickers have them. */
const USUAL = 'Leegstaande zaal van het buurthuis, ook in de avond te huur';

const panel = (inches: number): Display => ({ inches, pixels: 1920 });
/** Metres to a tenth, downwards. */
const metres = (size: number, inches: number): number =>
  Math.floor(readFrom(size, ARC.least, panel(inches)) * 10) / 10;

describe('letters at a wall', () => {
  it('are as high as the eye asks for from four metres', () => {
    expect(letterHeight(AWAY, ARC.easy)).toBeCloseTo(23.3, 1);
    expect(letterHeight(AWAY, ARC.least)).toBeCloseTo(18.6, 1);
    expect(fontSizeFor(letterHeight(AWAY, ARC.least))).toBeCloseTo(29.6, 1);
    expect(
      [65, 75, 86].map((inches) => Math.ceil(fontSizeFor(letterHeight(AWAY, ARC.least), panel(inches)))),
    ).toEqual([35, 30, 26]);
    expect(WALL_TEXT).toBe(38);
    // One writes in letters that read with ease at 75 inches, and can be read at 65.
    expect([65, 75, 86].map((inches) => metres(WALL_TEXT, inches))).toEqual([4.4, 5.1, 5.8]);
  });

  it('of the whole sheet are read from nearer by', () => {
    const title = (from: number) =>
      fieldLabel(region('corePartners'), 'Kernpartners', measure, WHOLE.scale, from).fitted.size *
      WHOLE.scale;
    const text = fitText(USUAL, STICKER_SIDE.M, measure, 0, true).size * WHOLE.scale;
    const word = fitText('Zaal', STICKER_SIDE.M, measure, 0, true).size * WHOLE.scale;
    const rows = { title: title(FROM_AFAR), word, text };
    const far = Object.fromEntries(
      Object.entries(rows).map(([name, size]) => [name, [65, 75, 86].map((inches) => metres(size, inches))]),
    );
    // The README has these.
    expect(far).toEqual({ title: [2, 2.3, 2.6], word: [2.4, 2.8, 3.3], text: [0.9, 1.1, 1.3] });
    // At a desk it would be a third less.
    expect(title(1)).toBeLessThan(title(FROM_AFAR) * 0.8);
  });

  it('of a title are as large as its band holds, and lie within it', () => {
    for (const layout of LAYOUTS)
      for (const one of layout.regions) {
        const band = one.inner.y - one.rect.y;
        const { fitted, y, box } = fieldLabel(one, one.field.label.nl, measure, WHOLE.scale, FROM_AFAR);
        expect(y + fitted.lines.length * fitted.size * 1.19).toBeLessThanOrEqual(
          one.rect.y + band + band * 0.2,
        );
        expect(box.x + box.width).toBeLessThanOrEqual(one.rect.x + one.rect.width);
        const atDesk = fieldLabel(one, one.field.label.nl, measure, WHOLE.scale).fitted;
        expect(fitted.shortened).toBe(atDesk.shortened);
        expect(fitted.size * fitted.lines.length).toBeGreaterThanOrEqual(atDesk.size * 0.99);
      }
  });

  it('of few words on a sticker fill it; those of many are as at a desk', () => {
    const few = fitText('Zaal', STICKER_SIDE.M, measure, 0, true);
    expect(few.size).toBeGreaterThan(fitText('Zaal', STICKER_SIDE.M, measure).size * 1.4);
    expect(fitText(USUAL, STICKER_SIDE.M, measure, 0, true)).toEqual(fitText(USUAL, STICKER_SIDE.M, measure));
  });

  it('of any field can be read from four metres on any wall after one tap on its title', () => {
    const size = fitText(USUAL, STICKER_SIDE.M, measure, 0, true).size;
    for (const layout of LAYOUTS)
      for (const one of layout.regions) {
        const next = nextLook(WHOLE, VIEW, one.rect);
        if (!next) throw new Error(`${one.id} does not come nearer`);
        const camera = fitRect(next, VIEW, FREE, readingScale(VIEW.width) * 1.02);
        expect(
          [65, 75, 86].map((inches) => readFrom(size * camera.scale, ARC.least, panel(inches)) >= AWAY),
        ).toEqual([true, true, true]);
        // With the title in view, and no further step.
        expect(one.rect.x).toBeGreaterThanOrEqual(camera.x);
        expect(one.rect.y).toBeGreaterThanOrEqual(camera.y);
        expect(nextLook(camera, VIEW, one.rect)).toBeUndefined();
      }
    const near = size * readingScale(VIEW.width);
    expect([65, 75, 86].map((inches) => metres(near, inches))).toEqual([4.5, 5.1, 5.9]);
  });

  it('grow with the view of a wall that has more pixels', () => {
    expect(readingScale(3840)).toBeCloseTo(2 * readingScale(1920), 5);
  });

  it('come nearer by a tap on a title, but not while somebody drags or writes', () => {
    const { model, pointer, pass } = setUp();
    model.touch.desks.set({ write: () => undefined, start: () => undefined });
    let busy = false;
    model.bringNear = (id) => bringNear(model, id, () => busy);
    const before = model.camera.get().scale;
    const [one, two] = [pointer(1, 'touch'), pointer(2, 'touch')];
    const title = { x: 3520, y: 240 };
    two.down(300, 600);
    one.tap(title.x, title.y);
    expect(model.camera.get().scale).toBe(before);
    expect(model.openLabel.get()).toBe('customers');
    two.up(300, 600);
    busy = true;
    one.tap(title.x, title.y);
    expect(model.camera.get().scale).toBe(before);
    busy = false;
    one.tap(title.x, title.y);
    pass(1_000);
    expect(model.camera.get().scale).toBeGreaterThan(before);
    expect(model.openLabel.get()).toBeNull();
  });
});

function region(id: string) {
  const found = LAYOUTS[0]?.regions.find((one) => one.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
}
