import { LIMITS } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { calledBy } from './called.ts';

it('a file says what is on it by its name, without its kind', () => {
  expect(calledBy('Park_in-de  avond.jpeg')).toBe('Park in de avond');
  expect(calledBy('plattegrond sporthal.PNG')).toBe('plattegrond sporthal');
  expect(calledBy('Zonnedak')).toBe('Zonnedak');
});

it('names of cameras, screens and clipboards say nothing', () => {
  for (const name of [
    'IMG_2034.JPG',
    'image.png',
    'DSC00012.jpg',
    'PXL_20260102_120000.jpg',
    'Screenshot 2026-01-02.png',
    'Schermafbeelding 2026-01-02 om 12.00.png',
    'WhatsApp Image 2026-01-02.jpeg',
    '20260102_120000.jpg',
    'a1.png',
    '',
    '.png',
  ])
    expect(calledBy(name), name).toBeUndefined();
});

it('a long name is cut', () => {
  expect(calledBy(`${'zonnedak '.repeat(99)}.png`)?.length).toBeLessThanOrEqual(LIMITS.pictureName);
});
