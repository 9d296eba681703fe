import { regionById } from '@samenbord/shared/layout';
import { describe, expect, it } from 'vitest';
import { setUp } from './testing/harness.ts';

describe('the tools of a sticker', () => {
  it('come with a tap, and stay away after writing and after a drop', () => {
    const { model, pointer, pass } = setUp();
    const mouse = pointer();
    mouse.tap(300, 600);
    expect(model.toolsShown.get()).toBe(true);
    model.writer.writeIn('a');
    model.writer.finish(true);
    expect(model.selection.get()).toEqual(['a']);
    expect(model.toolsShown.get()).toBe(false);
    pass(500);
    mouse.tap(300, 600);
    expect(model.toolsShown.get()).toBe(true);
    mouse.down(300, 600);
    mouse.move(600, 700);
    mouse.up(600, 700);
    expect(model.selection.get()).toEqual(['a']);
    expect(model.toolsShown.get()).toBe(false);
  });

  it('leave a double tap on the empty sheet alone', () => {
    const { model, pointer } = setUp();
    const mouse = pointer();
    mouse.tap(300, 600);
    mouse.tap(300, 1500);
    mouse.tap(300, 1500);
    expect(model.desk.current.get()?.draft).not.toBeNull();
  });
});

describe('who may not write', () => {
  it('reads a sticker large at a tap, until the next tap', () => {
    const { model, pointer } = setUp({ access: 'observer' });
    const mouse = pointer();
    mouse.tap(300, 600);
    expect(model.reading.get()).toBe('a');
    expect(model.desk.current.get()).toBeNull();
    mouse.tap(300, 1500);
    expect(model.reading.get()).toBeNull();
  });
});

describe('on whose behalf', () => {
  const inPanel = (options: Parameters<typeof setUp>[0] = {}) => {
    const { model, pointer } = setUp(options);
    model.showSheet('brengen-halen');
    const inner = regionById(model.sheet().layout, 'bring@rietzon')?.inner;
    if (!inner) throw new Error('no such panel');
    const write = () => {
      const { camera } = model;
      const mouse = pointer();
      const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
      camera.fitSheet(false);
      mouse.tap(x, y);
      mouse.tap(x, y);
      return model.desk.current.get()?.draft?.partner;
    };
    return { model, write };
  };

  it('a facilitator writes for whose panel it is, until they choose', () => {
    const { model, write } = inPanel();
    expect(write()).toBe('rietzon');
    model.writer.finish(false);
    model.partnerForNew.set(null);
    expect(write()).toBeNull();
    model.writer.finish(false);
    model.partnerForNew.set('gemeente');
    expect(write()).toBe('gemeente');
  });

  it("a partner's own people write for their own partner", () => {
    expect(inPanel({ me: { role: 'partner', partner: 'gemeente' } }).write()).toBe('gemeente');
  });
});

describe('a field’s label in an overview', () => {
  it('shows the field large at the first tap', () => {
    const { model, pointer } = setUp();
    model.camera.resize({ width: 390, height: 700 });
    model.begin();
    const before = model.camera.get().scale;
    const region = model.sheet().layout.regions[0];
    if (!region) throw new Error('no fields');
    pointer(1, 'touch').tap(region.rect.x + 30, region.rect.y + 30);
    expect(model.openLabel.get()).toBeNull();
    expect(model.camera.get().scale).toBeGreaterThan(before);
  });
});
