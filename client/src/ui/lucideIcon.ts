import { createElement, type ReactNode, type SVGProps } from 'react';

/** An icon of Lucide as its files have it: the side of its square, and its shapes. */
interface IconData {
  readonly size: number;
  readonly node: readonly (readonly [tag: string, attributes: object])[];
}

/**
 * Makes a component of an icon, in place of what `lucide-react` makes one with: that one also knows sizes, widths of
 * strokes and a provider of all of these, which nothing here asks for, and it weighs a kilobyte before a board is seen.
 * Not read aloud unless it has a role.
 */
// biome-ignore lint/style/noDefaultExport: what it stands in for is imported like this
export default function createLucideIcon({ size, node }: IconData) {
  return (props: SVGProps<SVGSVGElement>): ReactNode =>
    createElement(
      'svg',
      {
        width: 24,
        height: 24,
        viewBox: `0 0 ${size} ${size}`,
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        'aria-hidden': props.role === undefined ? true : undefined,
        ...props,
      },
      ...node.map(([tag, attributes]) => createElement(tag, attributes)),
    );
}
