import { font } from '../drawing/index.ts';

/** ms after which the board is drawn with whatever font there is: a late font repaints it. */
const PATIENCE = 1500;

/** Letters of the typeface's Latin file: what almost every board needs. */
const LATIN = 'Aa é ï €';

/** Resolves when the board's font is there, or when waiting longer would do more harm than another font. */
export async function fontsReady(): Promise<void> {
  const loading = Promise.all([
    document.fonts.load(font(20, 500), LATIN),
    document.fonts.load(font(20, 600), LATIN),
  ]);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  // A font that cannot be fetched is no reason to show nothing.
  await Promise.race([loading.catch(() => undefined), patience]);
}

/** Asks for the files with these letters (Polish, Greek, Cyrillic), which a page only fetches when it writes them. */
export function wantLetters(text: string): void {
  const unusual = [...new Set(text)].filter((char) => char > '\u00FF').join('');
  if (unusual !== '') void document.fonts.load(font(20, 500), unusual).catch(() => undefined);
}

/** Calls back whenever a font has arrived: widths measured before are void. */
export function onFontLoaded(listener: () => void): () => void {
  document.fonts.addEventListener('loadingdone', listener);
  return () => document.fonts.removeEventListener('loadingdone', listener);
}
