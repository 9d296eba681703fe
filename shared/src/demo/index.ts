import type { BoardFile } from '../board/file.ts';
import data from './rietwijk.json' with { type: 'json' };

/**
 * The worked example *Rietwijk Wekt Op*: four partners, 35 stickers on the bring-and-gain sheet, 25 on the
 * canvas, without places. Fictional. The test reads it through the file's schema, which would cost every page
 * a reader here.
 */
export const rietwijk = data as BoardFile;
