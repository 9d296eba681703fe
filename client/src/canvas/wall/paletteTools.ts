import type { ComponentType } from 'react';
import { PenTool } from './PenTool.tsx';
import type { PaletteToolProps } from './paletteToolProps.ts';

/** A button in every palette beside the new sticker: a further tool, on behalf of the palette's partner. */
export type PaletteTool = ComponentType<PaletteToolProps>;

/** In this order. A tool that draws with a pointer of its own belongs here. */
export const PALETTE_TOOLS: readonly PaletteTool[] = [PenTool];
