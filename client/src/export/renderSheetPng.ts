import { TEMPLATES } from '@samenbord/shared/template';
import type { BoardView } from '../board/types.ts';
import { text } from '../i18n/index.ts';
import { bandsOf } from './bands.ts';
import { type CaptionChoice, captionOf } from './caption.ts';
import { PictureFailure } from './failure.ts';
import { fitSheet, type Page, type Paper, pageOf, type Resolution } from './page.ts';
import { type Painting, paintBand, preparePainting } from './painting.ts';
import { type Contents, pictureOf } from './picture.ts';
import type { Shelf } from './pictures.ts';
import { openPng, type PngWriter } from './pngPixels.ts';
import { openSurface } from './surface.ts';
import type { Say } from './words.ts';
import { yieldToPage } from './yieldToPage.ts';

/** Everything that decides what a picture looks like, beside the board. */
export interface PictureOptions extends Contents, CaptionChoice {
  readonly paper: Paper;
  readonly resolution: Resolution;
}

const say: Say = (key, ...values) => text('export', key, ...values);

export interface RenderControls {
  /** Where the pictures on stickers come from; without it they stay grey. */
  readonly shelf?: Shelf | undefined;
  /** Ends the work with its reason. */
  readonly signal?: AbortSignal;
  /** The share that is done, from 0 to 1; comes at least once, with 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Makes a picture of one sheet as a PNG file with exactly the pixels and the density of its paper. Drawn at
 * that size in bands, with time for the page in between; the board as it is given is what comes out, however
 * long it takes. Words on it are in the page's language.
 * @throws PictureFailure when this device or browser cannot make it; the signal's reason when stopped
 */
export async function renderSheetPng(
  view: BoardView,
  options: PictureOptions,
  controls: RenderControls = {},
): Promise<Blob> {
  if (typeof CompressionStream === 'undefined') throw new PictureFailure('unsupported');
  const picture = pictureOf(view, options);
  const caption = captionOf(picture, options, say);
  const page = pageOf(options.paper, options.resolution);
  const wanted = { shelf: controls.shelf, scale: fitSheet(page).scale };
  const painting = await preparePainting(picture, caption, options.language, say, wanted);
  const png = openPng({
    ...page,
    texts: {
      Title: `${picture.title} · ${TEMPLATES[options.sheet].title[options.language]}`,
      Description: [caption.head, ...caption.details].join(' · '),
      'Creation Time': new Date(options.at).toISOString(),
    },
  });
  try {
    await paintPage(painting, page, png, controls);
    return await png.finish();
  } catch (error) {
    png.abandon();
    // What canvases and buffers throw when memory runs out.
    if (error instanceof RangeError) throw new PictureFailure('too-large', { cause: error });
    throw error;
  }
}

async function paintPage(
  painting: Painting,
  page: Page,
  png: PngWriter,
  { signal, onProgress }: RenderControls,
): Promise<void> {
  const bands = bandsOf(page);
  const surface = openSurface(page.width, bands[0]?.height ?? page.height);
  const fit = fitSheet(page);
  try {
    for (const [i, band] of bands.entries()) {
      signal?.throwIfAborted();
      paintBand(surface.context, painting, fit, band);
      await png.write(surface.read(band.height));
      onProgress?.((i + 1) / bands.length);
      await yieldToPage();
    }
    signal?.throwIfAborted();
  } finally {
    surface.close();
  }
}
