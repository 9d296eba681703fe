import { type Rect, regionById } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { viewRect } from './camera/camera.ts';
import { type Harness, setUp } from './testing/harness.ts';

const CUSTOMERS = { region: 'customers', calls: 0 };
const PARTNERS = { region: 'corePartners', calls: 0 };
/** As wide for its height as the view of these tests. */
const VIEW: Rect = { x: 1_000, y: 800, width: 1_400, height: 990 };

const seen = ({ model }: Harness): Rect => viewRect(model.camera.get(), model.camera.view());
const rectOf = ({ model }: Harness, id: string): Rect => {
  const region = regionById(model.sheet().layout, id);
  if (!region) throw new Error(`no region ${id}`);
  return region.rect;
};

function shows(harness: Harness, id: string): boolean {
  const [view, rect] = [seen(harness), rectOf(harness, id)];
  const inside =
    view.x <= rect.x &&
    view.y <= rect.y &&
    rect.x + rect.width <= view.x + view.width &&
    rect.y + rect.height <= view.y + view.height;
  return inside && view.height < 2_500;
}

describe('a field in focus', () => {
  it('is shown large to who has not moved the view, and the whole sheet again after it', () => {
    const harness = setUp();
    const whole = seen(harness);
    harness.model.focusOn(CUSTOMERS);
    expect(harness.model.guidance.focused()).toBe('customers');
    expect(shows(harness, 'customers')).toBe(true);
    harness.model.focusOn(PARTNERS);
    expect(shows(harness, 'corePartners')).toBe(true);
    harness.model.focusOn(null);
    expect(harness.model.guidance.focused()).toBeNull();
    expect(seen(harness)).toEqual(whole);
  });

  it('leaves the view of who moved it where it is, and brings it when they are called', () => {
    const harness = setUp();
    harness.model.camera.panBy(-300, -200);
    const own = seen(harness);
    harness.model.focusOn(CUSTOMERS);
    expect(seen(harness)).toEqual(own);
    harness.model.focusOn({ ...CUSTOMERS, calls: 1 });
    expect(shows(harness, 'customers')).toBe(true);
    harness.model.camera.panBy(-40, 0);
    const moved = seen(harness);
    harness.model.focusOn({ ...CUSTOMERS, calls: 1 });
    harness.model.focusOn(null);
    expect(seen(harness)).toEqual(moved);
  });

  it('brings who was called while they looked at another sheet, and not again', () => {
    const harness = setUp();
    harness.model.camera.panBy(-300, -200);
    harness.model.showSheet('brengen-halen');
    harness.model.focusOn(null);
    harness.model.showSheet('partnermodel-canvas');
    harness.model.focusOn({ ...CUSTOMERS, calls: 1 });
    expect(shows(harness, 'customers')).toBe(true);
    harness.model.camera.panBy(-40, 0);
    const moved = seen(harness);
    harness.model.focusOn(null);
    harness.model.focusOn({ ...CUSTOMERS, calls: 1 });
    expect(seen(harness)).toEqual(moved);
  });

  it('waits while a sticker is in hand', () => {
    const harness = setUp();
    const finger = harness.pointer();
    finger.down(300, 600);
    finger.move(400, 700);
    const during = seen(harness);
    harness.model.focusOn(CUSTOMERS);
    expect(seen(harness)).toEqual(during);
    finger.up(500, 800);
    expect(shows(harness, 'customers')).toBe(true);
  });

  it('that the sheet does not have moves nothing', () => {
    const harness = setUp();
    const whole = seen(harness);
    harness.model.focusOn({ region: 'bring@nobody', calls: 0 });
    expect(seen(harness)).toEqual(whole);
  });
});

describe('a view that is followed', () => {
  it('is shown whole, and exactly in a view of the same shape', () => {
    const harness = setUp();
    harness.model.guidance.follow(VIEW);
    expect(seen(harness).x).toBeCloseTo(VIEW.x, 6);
    expect(seen(harness).width).toBeCloseTo(VIEW.width, 6);
    harness.model.camera.resize({ width: 700, height: 990 });
    harness.model.guidance.settle();
    const narrow = seen(harness);
    expect(narrow.width).toBeCloseTo(VIEW.width, 6);
    expect(narrow.y + narrow.height / 2).toBeCloseTo(VIEW.y + VIEW.height / 2, 6);
  });

  it('goes before a field that comes into focus', () => {
    const harness = setUp();
    harness.model.guidance.follow(VIEW);
    harness.model.focusOn(CUSTOMERS);
    expect(seen(harness).x).toBeCloseTo(VIEW.x, 6);
  });

  it('stays where it is when let go', () => {
    const harness = setUp();
    harness.model.guidance.follow(VIEW);
    harness.model.guidance.follow(null);
    expect(seen(harness).x).toBeCloseTo(VIEW.x, 6);
  });

  it('waits while somebody writes, and comes after', () => {
    const harness = setUp();
    harness.model.writer.writeIn('b');
    const during = seen(harness);
    harness.model.guidance.follow(VIEW);
    expect(seen(harness)).toEqual(during);
    harness.model.writer.finish(false);
    expect(seen(harness).x).toBeCloseTo(VIEW.x, 6);
  });
});

it('says when this person moves the view, and not when the conversation does', () => {
  const harness = setUp();
  let moves = 0;
  harness.model.camera.onOwnMove(() => {
    moves += 1;
  });
  harness.model.focusOn(CUSTOMERS);
  harness.model.guidance.follow(VIEW);
  harness.model.showSheet('brengen-halen');
  harness.model.showSheet('partnermodel-canvas');
  harness.model.camera.resize({ width: 900, height: 700 });
  expect(moves).toBe(0);
  harness.model.camera.panBy(10, 10);
  harness.model.camera.zoomBy({ x: 10, y: 10 }, 2);
  harness.model.camera.fitSheet(true);
  harness.model.zoomToRegion('customers');
  expect(moves).toBe(4);
});
