import { OKABE_ITO } from '@samenbord/shared/board';
import { expect, it } from 'vitest';
import { contrast, textOn } from './contrast.ts';

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  expect(contrast('#FFFFFF', '#777777')).toBeCloseTo(4.48, 2);
});

it.each(OKABE_ITO)('finds a readable text colour on %s', (color) => {
  expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4.5);
});
