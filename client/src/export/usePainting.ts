import type { Language } from '@samenbord/shared/template';
import { useEffect, useState } from 'react';
import type { Caption } from './caption.ts';
import { type Painting, preparePainting } from './painting.ts';
import type { Picture } from './picture.ts';
import type { Shelf } from './pictures.ts';
import type { Say } from './words.ts';

/** Pixels per sheet unit of the largest preview. */
const PREVIEW_SCALE = 0.5;

/** A picture with its words set, once the letters of all texts are there; the one before stays until then. */
export function usePainting(
  picture: Picture,
  caption: Caption,
  language: Language,
  say: Say,
  shelf: Shelf,
): Painting | undefined {
  const [painting, setPainting] = useState<Painting>();
  useEffect(() => {
    let current = true;
    preparePainting(picture, caption, language, say, { shelf, scale: PREVIEW_SCALE }).then(
      (next) => {
        if (current) setPainting(next);
      },
      // Without a canvas there is no preview; saving says what is wrong.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [picture, caption, language, say, shelf]);
  return painting;
}
