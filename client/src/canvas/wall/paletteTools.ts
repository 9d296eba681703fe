import type { ComponentType } from 'react';
import type { CanvasModel } from '../model.ts';
import { PenTool } from './PenTool.tsx';
import type { Palette } from './palettes.ts';

/** A button in every palette beside the new sticker: a further tool, on behalf of the palette's partner. */
export type PaletteTool = ComponentType<{ readonly model: CanvasModel; readonly palette: Palette }>;

/** In this order. A tool that draws with a pointer of its own belongs here. */
export const PALETTE_TOOLS: readonly PaletteTool[] = [PenTool];
