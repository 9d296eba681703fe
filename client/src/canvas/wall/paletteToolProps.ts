import type { CanvasModel } from '../model.ts';
import type { Palette } from './palettes.ts';
import type { Shelf } from './shelf.ts';

/** What a tool of a palette gets. */
export interface PaletteToolProps {
  readonly model: CanvasModel;
  readonly palette: Palette;
  /** Where the palette is kept. */
  readonly shelf: Shelf;
}
