import type { Role } from '../protocol/roles.ts';
import type { Language, TemplateKey } from '../template/keys.ts';
import type { StickerPicture } from './pictures.ts';

/** Sticker sizes; their sides in sheet units are in `layout` (`STICKER_SIDE`). */
export const SIZES = ['S', 'M', 'L'] as const;
export type Size = (typeof SIZES)[number];

/** How sure a contribution is: idee, onder voorwaarde, toegezegd. */
export const CERTAINTIES = ['idea', 'conditional', 'promised'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What a line between two stickers says. `match` and on are those of the demo file. */
export const LINK_KINDS = ['match', 'carriedOver', 'supports', 'why', 'tension', 'belongs', 'same'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The kinds of line a person can choose; the others come with a board file. */
export const CHOSEN_LINK_KINDS = ['why', 'belongs', 'tension', 'same'] as const satisfies readonly LinkKind[];

/** An organisation at the table. */
export interface Partner {
  /** Lower-case letters, digits and hyphens; part of region ids and document names. */
  readonly id: string;
  readonly name: string;
  /** One or two letters that stand for the partner wherever its colour does. */
  readonly mark: string;
  /** `#RRGGBB`, from the Okabe-Ito set by default. */
  readonly color: string;
  /** What sort of organisation, in the board's own words; may be absent. */
  readonly kind?: string;
}

/**
 * Where a sticker lies: one value, so that concurrent moves never mix. `x` and `y` are the sticker's
 * centre relative to its region's rectangle (0..1), or to the whole sheet when it lies in no region;
 * so a sticker keeps its field and relative place when panels reflow.
 */
export interface Place {
  readonly sheet: TemplateKey;
  /** A region id, or `null` for the bare sheet. */
  readonly region: string | null;
  readonly x: number;
  readonly y: number;
  /** Stacking order: higher lies on top; ties by sticker id. */
  readonly z: number;
}

export interface Quantity {
  readonly amount: number;
  readonly unit: string;
  readonly period?: string;
}

/** Who made a sticker: a person, which is not the partner it speaks for. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role?: Role;
}

/** A sticker as readers see it: a plain immutable value. */
export interface Sticker {
  readonly id: string;
  readonly place: Place;
  readonly text: string;
  /** On whose behalf (namens); `null` for nobody in particular. */
  readonly partner: string | null;
  readonly size: Size;
  readonly author: Author | null;
  /** When it was made, ms since the epoch. */
  readonly made: number;
  readonly category?: string;
  readonly quantity?: Quantity;
  readonly certainty?: Certainty;
  readonly tags?: readonly string[];
  /** Stays where and as it is until somebody unlocks it. */
  readonly locked?: true;
  readonly picture?: StickerPicture;
  /** The name of an icon, or an emoji. */
  readonly symbol?: string;
  /** The group it belongs to, by id; the group need not exist. */
  readonly group?: string;
}

/** A line between two stickers. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
}

/** The table: what only the facilitator writes. */
export interface Table {
  readonly title: string;
  readonly language: Language;
  /** ms since the epoch. */
  readonly made: number;
  /** In the order in which they lie on the sheet. */
  readonly partners: readonly Partner[];
}
