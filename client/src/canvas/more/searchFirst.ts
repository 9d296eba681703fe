import { type RefObject, useRef } from 'react';

/**
 * The field one searches in, to have the focus when its dialog opens. Not where fingers are what one points with: there
 * a keyboard would come over the list that one may only want to look through.
 * @returns `first` for the dialog, `field` for the field
 */
export function useSearchFirst(): {
  readonly first: RefObject<HTMLInputElement | null>;
  readonly field: RefObject<HTMLInputElement | null> | null;
} {
  const first = useRef<HTMLInputElement>(null);
  return { first, field: matchMedia('(pointer: fine)').matches ? first : null };
}
