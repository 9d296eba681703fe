import type { InkWidth } from '@samenbord/shared/board';

/** The pen that is taken up. */
export interface Pen {
  readonly act: 'draw' | 'erase';
  readonly width: InkWidth;
  /** In whose colour, where that was chosen for the pen; else as for a new sticker. */
  readonly partner?: string | null;
}
