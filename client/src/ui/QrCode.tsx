import { useMemo } from 'react';
import { drawQr } from './qr.ts';
import './qr.css';

interface QrCodeProps {
  readonly text: string;
  /** Said by who hears the page; without it the code is decoration beside the link itself. */
  readonly label?: string;
}

/** A QR code that fills its box. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawQr(text), [text]);
  const squares = (
    <>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </>
  );
  const box = { className: 'sb-qr', viewBox: `0 0 ${size} ${size}`, shapeRendering: 'crispEdges' };
  return label === undefined ? (
    <svg {...box} aria-hidden="true">
      {squares}
    </svg>
  ) : (
    <svg {...box} role="img" aria-label={label}>
      {squares}
    </svg>
  );
}
