import type { Language, TemplateKey } from '@samenbord/shared/template';
import { useEffect, useState } from 'react';
import type { Paper, Resolution } from './page.ts';
import type { PictureOptions } from './renderSheetPng.ts';
import type { Say } from './words.ts';

/** What the person fills in; the rest of the options follows from the page. */
export interface PictureForm {
  readonly sheet: TemplateKey;
  readonly paper: Paper;
  readonly resolution: Resolution;
  readonly annex: string;
  /** As the person typed it; `null` until then: the proposed name, which says what the picture is. */
  readonly version: string | null;
  readonly concept: boolean;
  readonly withhold: boolean;
}

/** The form as it opens: the sheet one looks at, as an annex on paper, a draft, with nothing confidential. */
export function firstForm(sheet: TemplateKey): PictureForm {
  return { sheet, paper: 'A3', resolution: 300, annex: '1', version: null, concept: true, withhold: true };
}

/** The snapshot's name: the person's own, or the one that goes with a draft or a final picture. */
export function versionOf({ version, concept }: Pick<PictureForm, 'version' | 'concept'>, say: Say): string {
  return version ?? say(concept ? 'choose.versionFirst' : 'choose.versionFinal');
}

/** The options for a picture made at this moment. */
export function optionsOf(form: PictureForm, language: Language, at: number, say: Say): PictureOptions {
  return { ...form, version: versionOf(form, say), language, at };
}

const MINUTE = 60_000;

/** The time in ms since the epoch, renewed when its minute is over: as fine as a caption says it. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), MINUTE - (now % MINUTE));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
