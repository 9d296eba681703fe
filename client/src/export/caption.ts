import type { Partner } from '@samenbord/shared/board';
import { type Language, TEMPLATES } from '@samenbord/shared/template';
import type { Picture } from './picture.ts';
import type { Say } from './words.ts';

/** The words that make a sheet an annex: which, of what, when, by whom. */
export interface Caption {
  /** `Bijlage 1 bij de intentieverklaring Rietwijk Wekt Op`. */
  readonly head: string;
  /** Instrument, snapshot, date and time, in this order. */
  readonly details: readonly string[];
  readonly partners: readonly Partner[];
  /** The mark across the sheet, or `null` for a picture that is final. */
  readonly concept: string | null;
}

/** What a person chooses about the caption. */
export interface CaptionChoice {
  /** Number of the annex; may be empty. */
  readonly annex: string;
  /** Name of the snapshot; may be empty. */
  readonly version: string;
  readonly concept: boolean;
  readonly language: Language;
  /** The moment the picture shows, ms since the epoch. */
  readonly at: number;
  /** IANA name; the browser's own when absent. */
  readonly timeZone?: string | undefined;
}

/** Characters that the fields for annex and version take. */
export const CAPTION_LIMITS = { annex: 8, version: 40 } as const;

/** British English: day before month, 24 hours, as the partners in the Netherlands read it. */
const LOCALE: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

export function captionOf(picture: Picture, choice: CaptionChoice, say: Say): Caption {
  const annex = choice.annex.trim();
  const version = choice.version.trim();
  const { title } = picture;
  return {
    head: annex ? say('strip.annex', { annex, title }) : say('strip.annexPlain', { title }),
    details: [
      TEMPLATES[picture.sheet].title[choice.language],
      ...(version ? [say('strip.version', { version })] : []),
      dateAndTime(choice),
    ],
    partners: picture.partners,
    concept: choice.concept ? say('strip.concept') : null,
  };
}

/** Date and time in words: `20 november 2026 om 17:05`. */
function dateAndTime({ at, language, timeZone }: CaptionChoice): string {
  const format = new Intl.DateTimeFormat(LOCALE[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return format.format(at);
}
