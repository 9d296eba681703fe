import type { Partner } from '@samenbord/shared/board';
import type { Rect, Region } from '@samenbord/shared/layout';
import type { Typesetter } from './typesetter.ts';

/** The words on a sheet, already in the reader's language. */
export interface SheetTexts {
  /** In the strip, large; for an annex "Bijlage 1 bij de intentieverklaring …". */
  readonly title: string;
  /** In the strip below the title: the instrument, or date and time. */
  readonly subtitle: string;
  /** The credit in the bottom margin. */
  readonly source: string;
  readonly label: (region: Region) => string;
}

export interface SheetOptions {
  /** Device pixels per sheet unit: for hairlines. */
  readonly scale: number;
  /**
   * CSS pixels per sheet unit, for labels that stay legible from afar; leave out on paper, where a unit
   * is always 0.1 mm.
   */
  readonly viewScale?: number;
  readonly texts: SheetTexts;
  /** In the order of the legend. */
  readonly partners: readonly Partner[];
  readonly type: Typesetter;
  /** The part that will be seen, in sheet units: what lies outside may be skipped. */
  readonly clip?: Rect;
  /** A question mark behind each label, where a tap shows the guiding questions. Not on paper. */
  readonly questions?: boolean;
  /** Draws what belongs between the fields and their labels: lines pass under a label. */
  readonly underLabels?: () => void;
}

/** The scale labels are made for: on paper no label needs to grow. */
export function labelScale(options: Pick<SheetOptions, 'viewScale'>): number {
  return options.viewScale ?? 1;
}
