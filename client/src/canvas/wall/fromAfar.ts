/**
 * How much larger than at a desk titles have to be where several people stand at the screen and others sit behind
 * them: thirty CSS pixels, where a desk asks for 11.5. See `legible.ts`.
 */
export const FROM_AFAR = 2.6;
