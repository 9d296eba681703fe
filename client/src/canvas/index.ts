export { BoardCanvas, type BoardCanvasProps, type CanvasHandle } from './BoardCanvas.tsx';
export type { CanvasFocus } from './guidance.ts';
export { fetchNear } from './laterNear.ts';
export type { CanvasGuide } from './useGuide.ts';
