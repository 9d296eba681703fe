import { encode } from 'uqr';

/** A QR code as one SVG path of dark squares in a field of `size` x `size`, white border included. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** White squares around the code; fewer than four and some readers do not find it (ISO/IEC 18004). */
const BORDER = 4;

/** Draws text as a QR code that survives a smudge (level M: up to 15 % of it). */
export function drawQr(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER });
  let path = '';
  data.forEach((row, y) => {
    // One rectangle per run: squares beside each other would show hairlines between them.
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  });
  return { size, path };
}
