export { BoardCanvas, type BoardCanvasProps, type CanvasHandle } from './BoardCanvas.tsx';
