import { OKABE_ITO } from '@samenbord/shared/board';

const [SKY, ORANGE, PINK, GREEN] = OKABE_ITO;

/** Panels of four partners around a core: x and y in the drawing, and the partner's colour. */
const PANELS = [
  [8, 8, SKY],
  [248, 8, ORANGE],
  [8, 128, PINK],
  [248, 128, GREEN],
] as const;

/** Stickers of partners: some in their own panel, some brought to the core. */
const STICKERS = [
  [20, 22, SKY],
  [60, 40, SKY],
  [292, 20, ORANGE],
  [262, 54, ORANGE],
  [24, 160, PINK],
  [64, 144, PINK],
  [300, 166, GREEN],
  [138, 74, ORANGE],
  [184, 64, SKY],
  [146, 128, GREEN],
  [196, 124, PINK],
] as const;

/** The idea in one picture: what partners bring comes together in the middle. Decoration. */
export function Illustration() {
  return (
    <svg className="start-picture" viewBox="0 0 360 232" aria-hidden="true">
      <rect x="0.5" y="0.5" width="359" height="231" rx="10" fill="#fff" stroke="#e0dbd0" />
      {PANELS.map(([x, y, color]) => (
        <g key={color}>
          <rect x={x} y={y} width="104" height="96" rx="5" fill="#f6f4ef" />
          <rect x={x} y={y} width="104" height="4" rx="2" fill={color} />
        </g>
      ))}
      <rect
        x="120"
        y="32"
        width="120"
        height="168"
        rx="8"
        fill="#e3eef0"
        stroke="#0b5c66"
        strokeWidth="1.5"
      />
      {STICKERS.map(([x, y, color]) => (
        <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
          <rect width="32" height="32" rx="2.5" fill="#fff" />
          <rect
            width="32"
            height="32"
            rx="2.5"
            fill={color}
            fillOpacity="0.25"
            stroke={color}
            strokeWidth="1.5"
          />
          <path d="M6 10h20M6 16h20M6 22h12" stroke="#1c2430" strokeOpacity="0.4" strokeWidth="1.5" />
        </g>
      ))}
    </svg>
  );
}
