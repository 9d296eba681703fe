import type { Page } from '@playwright/test';

/** A pixel as red, green and blue, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A picture as the browser reads it, which is another reader than the page's own writer. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly colors: readonly Color[];
}

/** Reads a PNG's size and its colour at some pixels, with the browser behind this page. */
export function decodePng(page: Page, png: Buffer, at: readonly Pixel[]): Promise<Decoded> {
  return page.evaluate(
    async ({ base64, points }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(1, 1);
      const painter = canvas.getContext('2d', { willReadFrequently: true });
      if (painter === null) throw new Error('no canvas');
      const colors = points.map(({ x, y }): [number, number, number] => {
        painter.clearRect(0, 0, 1, 1);
        painter.drawImage(bitmap, -Math.round(x), -Math.round(y));
        const [red = 0, green = 0, blue = 0] = painter.getImageData(0, 0, 1, 1).data;
        return [red, green, blue];
      });
      return { width: bitmap.width, height: bitmap.height, colors };
    },
    { base64: png.toString('base64'), points: at },
  );
}

/** `#RRGGBB` as a colour. */
export function parseHex(color: string): Color {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The largest difference in one channel. */
export function difference(a: Color, b: Color): number {
  return Math.max(...a.map((channel, i) => Math.abs(channel - (b[i] ?? 0))));
}
