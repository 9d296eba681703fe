export { BoardCanvas, type BoardCanvasProps, type CanvasHandle } from './BoardCanvas.tsx';
export { whenDrawn } from './drawnMark.ts';
export type { CanvasFocus } from './guidance.ts';
export type { CanvasGuide } from './useGuide.ts';
