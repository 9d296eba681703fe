export { isRtl, type Measure, splitGraphemes, type TextLine } from './breakLines.ts';
export { contrast, deepened, mix, PALETTE, readableOn, tint } from './colors.ts';
export { CORE_ROUND } from './drawCore.ts';
export { cellOf } from './drawFields.ts';
export { drawGroup, GROUP_EDGE } from './drawGroup.ts';
export { drawLines, type LinkOptions } from './drawLinks.ts';
export { drawMark } from './drawMark.ts';
export { drawParking } from './drawParking.ts';
export { drawSheet } from './drawSheet.ts';
export {
  type DrawnSticker,
  drawSticker,
  STICKER_SHADOW,
  type StickerOptions,
  stickerColors,
} from './drawSticker.ts';
export { votesFoot } from './drawVotes.ts';
export { type FieldLabel, fieldLabel } from './fieldLabel.ts';
export {
  type FittedText,
  fitText,
  LINE_HEIGHT,
  stickerDisc,
  stickerTextBox,
  type TextFitter,
  textFitter,
} from './fitText.ts';
export { FONT_FAMILY, font, type Weight } from './font.ts';
export { labelZones } from './labelZones.ts';
export { type LinkCurve, type LinkEnd, pointAt } from './linkCurve.ts';
export { isSameLine, type LinkLine, lineAt, linkLines } from './linkLines.ts';
export type { TagObstacles } from './linkTag.ts';
export { isPictorial, type LiveInk, type Pictorial } from './pictorial.ts';
export { inset, intersects, type Painter2D, roundedPath, union } from './shapes.ts';
export type { SheetOptions, SheetTexts } from './sheetOptions.ts';
export { createTypesetter, type Typesetter } from './typesetter.ts';
