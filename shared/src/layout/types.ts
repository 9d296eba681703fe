import type { FieldTemplate, TemplateKey } from '../template/index.ts';

/** A point in sheet units: 0.1 mm on A3, origin at the sheet's top left, x right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in sheet units, by its top left corner. */
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * A region's identity on one sheet: the field's key, and for a partner's panel the partner behind an
 * `@`: `sharedAmbition`, `core.essence`, `bring@gemeente`. Partner ids never hold an `@`.
 */
export type RegionId = string;

/** One field as it lies on the sheet. Regions never overlap; every point is in one or in none. */
export interface Region {
  readonly id: RegionId;
  readonly field: FieldTemplate;
  /** Whose panel this is part of; absent for what is shared. */
  readonly partner?: string;
  readonly kind: 'block' | 'core' | 'aside' | 'panel';
  readonly rect: Rect;
  /** The part of `rect` below (or beside) the label, where stickers are laid by the tool. */
  readonly inner: Rect;
  /** For fields with an arrow: the side of `rect` that faces the core. */
  readonly faces?: 'top' | 'right' | 'bottom' | 'left';
}

/** One partner's panel on the bring-and-gain sheet. All panels have the same area. */
export interface Panel {
  readonly partner: string;
  readonly rect: Rect;
  /** The band with mark and name. Part of `rect`, of no region. */
  readonly header: Rect;
  /** Where the panel lies, seen from the core. */
  readonly side: 'top' | 'bottom' | 'left' | 'right';
}

/** A whole sheet for given partners. A pure function of template and partner ids in order. */
export interface SheetLayout {
  readonly template: TemplateKey;
  /** Always 4200 x 2970 at 0,0. */
  readonly sheet: Rect;
  /** The band at the top with title, date and legend. */
  readonly strip: Rect;
  readonly regions: readonly Region[];
  readonly panels: readonly Panel[];
  /** The box around the core's fields, for the rounded shape; only with panels. */
  readonly core?: Rect;
}
