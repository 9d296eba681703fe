import type { Localized, TemplateKey } from './keys.ts';

/** A box on a template's grid: 1-based column and row, then columns and rows it spans. */
export type GridBox = readonly [col: number, row: number, colSpan: number, rowSpan: number];

/** What a field asks of who fills it. */
export interface FieldQuestions {
  /** Guiding questions, the most important first. */
  readonly ask: readonly Localized[];
  readonly hint?: Localized;
}

/** One field of an instrument, before geometry. What it asks is in `questions.ts`. */
export interface FieldTemplate {
  /** e.g. `sharedAmbition`, `core.essence`, `bring`. Never renamed: documents hold it. */
  readonly key: string;
  readonly label: Localized;
  /** Order of filling (domain: step 1 is the ambition). */
  readonly step?: number;
  /** Drawn as the heart of the sheet. */
  readonly emphasis?: boolean;
  /** Left out of exports unless released (core values, personal interests). */
  readonly sensitive?: boolean;
  /** Stickers here may carry category, quantity and certainty. */
  readonly contribution?: boolean;
  /** Whether the field flows to the core (bring) or from it (gain). */
  readonly arrow?: 'toCore' | 'fromCore';
  readonly tags?: readonly string[];
}

/** A field with a fixed box on the grid. */
export interface PlacedField extends FieldTemplate {
  readonly at: GridBox;
}

/** The canvas: fields in fixed boxes. */
export interface BlockTemplate {
  readonly kind: 'blocks';
  readonly key: TemplateKey;
  readonly title: Localized;
  readonly grid: { readonly columns: number; readonly rows: number };
  readonly blocks: readonly PlacedField[];
}

/** The bring-and-gain sheet: a core, fields beside it, and one panel for each partner. */
export interface PanelTemplate {
  readonly kind: 'panels';
  readonly key: TemplateKey;
  readonly title: Localized;
  readonly grid: { readonly columns: number; readonly rows: number };
  readonly partners: { readonly min: number; readonly max: number };
  readonly core: readonly FieldTemplate[];
  readonly aside: readonly FieldTemplate[];
  readonly perPartner: readonly FieldTemplate[];
  readonly categories: readonly ContributionCategory[];
}

export type SheetTemplate = BlockTemplate | PanelTemplate;

/** What kind of thing a partner brings or gains. Always optional on a sticker. */
export interface ContributionCategory {
  readonly key: string;
  readonly label: Localized;
  readonly unitHint: Localized;
}
