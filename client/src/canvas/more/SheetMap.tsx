import { SHEET } from '@samenbord/shared/layout';
import { type RefObject, useEffect, useRef } from 'react';
import { PALETTE, stickerColors } from '../../drawing/index.ts';
import { anchored, viewRect } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import './more.css';

/** CSS pixels. */
const WIDTH = 208;
const HEIGHT = Math.round((WIDTH * SHEET.height) / SHEET.width);

interface SheetMapProps {
  readonly model: CanvasModel;
  readonly onClose: () => void;
}

/** The whole sheet in small, with what is in view: press or drag to look there. Keys and buttons do without it. */
export function SheetMap({ model }: SheetMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawn(model, canvas);
  const look = ({ clientX, clientY, currentTarget }: React.PointerEvent): void => {
    const box = currentTarget.getBoundingClientRect();
    const point = {
      x: ((clientX - box.left) / box.width) * SHEET.width,
      y: ((clientY - box.top) / box.height) * SHEET.height,
    };
    const { width, height } = model.camera.view();
    model.camera.set(anchored(point, { x: width / 2, y: height / 2 }, model.camera.get().scale));
  };
  return (
    <div className="canvas-map" aria-hidden="true">
      <canvas
        ref={canvas}
        width={WIDTH * 2}
        height={HEIGHT * 2}
        style={{ width: WIDTH, height: HEIGHT }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          look(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) look(event);
        }}
      />
    </div>
  );
}

/** Draws it once per frame at most, and only when the board or the camera changed. */
function useDrawn(model: CanvasModel, element: RefObject<HTMLCanvasElement | null>): void {
  useEffect(() => {
    const ctx = element.current?.getContext('2d');
    if (!ctx) return;
    const still = document.createElement('canvas');
    still.width = WIDTH * 2;
    still.height = HEIGHT * 2;
    let stale = true;
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      if (stale) drawSheetOn(still.getContext('2d'), model);
      stale = false;
      ctx.drawImage(still, 0, 0);
      drawSeen(ctx, model);
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const changed = (): void => {
      stale = true;
      ask();
    };
    const stops = [
      model.camera.onChange(ask),
      model.board.view.subscribe(changed),
      model.shownSheet.subscribe(changed),
    ];
    ask();
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [model, element]);
}

const SCALE = (WIDTH * 2) / SHEET.width;

function drawSheetOn(ctx: CanvasRenderingContext2D | null, model: CanvasModel): void {
  if (!ctx) return;
  const { layout, stickers } = model.sheet();
  ctx.setTransform(SCALE, 0, 0, SCALE, 0, 0);
  ctx.fillStyle = PALETTE.sheet;
  ctx.fillRect(0, 0, SHEET.width, SHEET.height);
  ctx.strokeStyle = PALETTE.fieldEdge;
  ctx.lineWidth = 1.5 / SCALE;
  for (const { rect } of layout.regions) ctx.strokeRect(rect.x, rect.y, rect.width, rect.height);
  for (const { center, side, partner } of stickers) {
    ctx.fillStyle = stickerColors(partner).edge;
    ctx.fillRect(center.x - side / 2, center.y - side / 2, side, side);
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
}

function drawSeen(ctx: CanvasRenderingContext2D, model: CanvasModel): void {
  const { x, y, width, height } = viewRect(model.camera.get(), model.camera.view());
  ctx.save();
  ctx.fillStyle = 'rgb(28 36 48 / 0.12)';
  ctx.beginPath();
  ctx.rect(0, 0, WIDTH * 2, HEIGHT * 2);
  ctx.rect(x * SCALE, y * SCALE, width * SCALE, height * SCALE);
  ctx.fill('evenodd');
  ctx.strokeStyle = PALETTE.accent;
  ctx.lineWidth = 3;
  ctx.strokeRect(x * SCALE, y * SCALE, width * SCALE, height * SCALE);
  ctx.restore();
}
