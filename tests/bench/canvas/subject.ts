import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Point } from '@samenbord/shared/layout';
import type { Field } from './field.ts';

/** A view of the sheet: the sheet point at the page's top left, and CSS pixels per sheet unit. */
export interface View extends Point {
  readonly scale: number;
}

/** Where one of the others is at a moment, in sheet units. */
export interface Deed {
  readonly name: string;
  /** What this person holds, and its centre. */
  readonly sticker: string;
  readonly at: Point;
  readonly cursor: Point;
}

/** Others on the board: says what all of them do now. */
export type Crowd = (deeds: readonly Deed[]) => void;

/** A page with a field of stickers on it. */
export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** From the navigation to the mark `board-drawn`, ms. */
  readonly drawn: number;
  /** JavaScript that had come by then, bytes when compressed with gzip. */
  readonly scriptGzip: number;
  view(): Promise<View>;
  /** Centres of all stickers as the product has them, in sheet units. */
  positions(): Promise<ReadonlyMap<string, Point>>;
  /** Lets so many others come. */
  crowd(names: readonly string[]): Promise<{ readonly say: Crowd; readonly leave: () => void }>;
}

/** A product that is measured. */
export interface Subject {
  readonly title: string;
  /** Wheel pixels, with control, that zoom in about fourfold. */
  readonly pinch: number;
  open(browser: Browser, field: Field): Promise<Opened>;
}

export const VIEWPORT = { width: 1920, height: 1080 } as const;
