import { LIMITS } from '@samenbord/shared/protocol';

/** Names that cameras, screens and clipboards give: they say nothing of what is to be seen. */
const MADE_UP =
  /^(img|image|dsc\w?|dcim|pxl|mvi|vid|gopr|photo|picture|pic|foto|afbeelding|plaatje|scan|screen ?shot|schermafbeelding|schermafdruk|knipsel|whatsapp image|signal|untitled|naamloos|download|unnamed)(?![a-z])/i;

/** What a file's name says of the picture in it; `undefined` when that is nothing. */
export function calledBy(fileName: string): string | undefined {
  const bare = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
  if (MADE_UP.test(bare) || !/\p{L}{3}/u.test(bare)) return undefined;
  return bare.slice(0, LIMITS.pictureName).toWellFormed();
}
