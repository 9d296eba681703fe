import { addTexts } from '../i18n/index.ts';
import { texts } from '../i18n/nl/export.ts';

addTexts('export', texts);

// biome-ignore lint/style/noDefaultExport: React's lazy() takes the default export of what it fetches
export { ExportDialog as default, type ExportDialogProps } from './ExportDialog.tsx';
export { PictureFailure } from './failure.ts';
export { type PictureOptions, type RenderControls, renderSheetPng } from './renderSheetPng.ts';
