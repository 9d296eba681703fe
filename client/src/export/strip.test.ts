import { layoutSheet } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caption } from './caption.ts';
import { fairShare, layoutStrip, type Measure, type StripLayout } from './strip.ts';
import { PARTNERS } from './testing/demoView.ts';

const { strip } = layoutSheet('partnermodel-canvas', []);

/** Letters of one width: bold ones wider, as in a real font. */
const measure: Measure = (text, size, weight) => [...text].length * size * (weight > 500 ? 0.6 : 0.55);

const caption: Caption = {
  head: 'Bijlage 1 bij de intentieverklaring Rietwijk Wekt Op',
  details: ['Brengen-halen schema', 'momentopname concept 1', '20 november 2026 om 17:05'],
  partners: PARTNERS,
  concept: 'CONCEPT',
};

/** Boxes of all texts and marks with the room a text's height takes, by row. */
function spansOf(layout: StripLayout): { left: number; right: number; top: number; bottom: number }[] {
  return [
    ...layout.texts.map(({ text, x, y, size, weight }) => ({
      left: x,
      right: x + measure(text, size, weight),
      top: y - size * 0.6,
      bottom: y + size * 0.6,
    })),
    ...layout.marks.map(({ x, y, radius }) => ({
      left: x - radius,
      right: x + radius,
      top: y - radius,
      bottom: y + radius,
    })),
  ];
}

describe('layoutStrip', () => {
  it('writes the annex line, and each partner with its mark', () => {
    const { texts, marks, badge } = layoutStrip(strip, caption, measure);
    expect(texts.map(({ text }) => text)).toEqual([
      caption.head,
      ' · Brengen-halen schema · momentopname concept 1 · 20 november 2026 om 17:05',
      ...PARTNERS.map(({ name }) => name),
    ]);
    expect(marks.map(({ partner }) => partner.mark)).toEqual(['N', 'G', 'W', 'R']);
    expect(badge?.text).toBe('CONCEPT');
  });

  it('lets the details follow the annex without a gap', () => {
    const [head, details] = layoutStrip(strip, caption, measure).texts;
    if (!head || !details) throw new Error('no line');
    expect(details.x).toBeCloseTo(head.x + measure(head.text, head.size, head.weight));
  });

  it('gives the whole width when the picture is final', () => {
    const long = { ...caption, head: 'x'.repeat(200) };
    const width = (shown: Caption): number =>
      Math.max(...spansOf(layoutStrip(strip, shown, measure)).map(({ right }) => right));
    expect(layoutStrip(strip, { ...long, concept: null }, measure).badge).toBeNull();
    expect(width({ ...long, concept: null })).toBeGreaterThan(width(long) + 200);
  });

  it('makes a long name smaller before it shortens it, and keeps date and time whole', () => {
    const shrunk = layoutStrip(strip, { ...caption, head: 'a'.repeat(80) }, measure).texts;
    expect(shrunk[0]?.text).toBe('a'.repeat(80));
    expect(shrunk[0]?.size).toBeLessThan(46);
    const cut = layoutStrip(strip, { ...caption, head: 'a'.repeat(300) }, measure).texts;
    expect(cut[0]?.text).toMatch(/^a+…$/);
    expect(cut[0]?.size).toBe(30);
    expect(cut[1]?.text).toMatch(/20 november 2026 om 17:05$/);
  });

  it('never leaves the strip, runs into the mark, gets too small to read or overlaps, however long the names', () => {
    const texts = (max: number) => fc.string({ minLength: 1, maxLength: max, unit: 'grapheme' });
    const captions = fc.record({
      head: texts(LIMITS.title + 40),
      details: fc.array(texts(45), { minLength: 1, maxLength: 3 }),
      partners: fc.array(
        fc.record({
          id: fc.uuid(),
          name: texts(LIMITS.partnerName),
          mark: fc.constant('W'),
          color: fc.constant('#000000'),
        }),
        { minLength: 2, maxLength: 8 },
      ),
      concept: fc.constantFrom(null, 'CONCEPT'),
    });
    fc.assert(
      fc.property(captions, (shown) => {
        const layout = layoutStrip(strip, shown, measure);
        const right = layout.badge?.rect.x ?? strip.x + strip.width;
        for (const span of spansOf(layout)) {
          expect(span.left).toBeGreaterThanOrEqual(strip.x);
          expect(span.right).toBeLessThanOrEqual(right + 1e-6);
          expect(span.top).toBeGreaterThanOrEqual(strip.y);
          expect(span.bottom).toBeLessThanOrEqual(strip.y + strip.height);
        }
        for (const { size } of layout.texts) expect(size).toBeGreaterThanOrEqual(28);
        expectNoOverlap(layout);
      }),
    );
  });
});

function expectNoOverlap(layout: StripLayout): void {
  const spans = spansOf(layout).sort((a, b) => a.top - b.top || a.left - b.left);
  for (const [i, one] of spans.entries()) {
    for (const other of spans.slice(i + 1)) {
      const apart =
        one.right <= other.left + 1e-6 ||
        other.right <= one.left + 1e-6 ||
        one.bottom <= other.top ||
        other.bottom <= one.top;
      expect(apart).toBe(true);
    }
  }
}

describe('fairShare', () => {
  it('cuts only those that are wider than an equal share of what the narrow ones leave', () => {
    expect(fairShare([10, 20, 100, 200], 150)).toBe(60);
    expect(fairShare([10, 20], 30)).toBe(Number.POSITIVE_INFINITY);
  });
});
