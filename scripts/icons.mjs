import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes the shapes of the icons that can stand on a sticker: of each in the list of words its lines, as paths in a
 * square of 24. Run it after a change of the list; what it makes is kept, so that no build depends on it.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const words = readFileSync(join(root, 'client/src/canvas/symbols/iconWords.ts'), 'utf8');
const list = words.slice(words.indexOf('= `') + 3, words.lastIndexOf('`'));
const names = list.split('\n').flatMap((line) => line.split(';')[0]?.trim() || []);
const client = createRequire(join(root, 'client/package.json'));

/** @type {Record<string, (at: Record<string, string>) => string>} */
const PATHS = {
  path: ({ d = '' }) => placed(d),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points}`,
  polygon: ({ points }) => `M${points}Z`,
  circle: ({ cx, cy, r }) => ellipse(Number(cx), Number(cy), Number(r), Number(r)),
  ellipse: ({ cx, cy, rx, ry }) => ellipse(Number(cx), Number(cy), Number(rx), Number(ry)),
  rect: ({ x = '0', y = '0', width, height, rx = '0', ry = rx }) =>
    rectangle(Number(x), Number(y), Number(width), Number(height), Number(rx || ry)),
};

/**
 * A path as it is behind another: what it begins with is a place, and not a way from where the other ended.
 * @param {string} d
 */
function placed(d) {
  return d.replace(
    /^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*(?=([-\d.])?)/,
    (_, x, y, more) => `M${x} ${y}${more ? 'l' : ''}`,
  );
}

/** @param {number} x @param {number} y @param {number} a @param {number} b */
function ellipse(x, y, a, b) {
  return `M${x - a} ${y}a${a} ${b} 0 1 0 ${2 * a} 0a${a} ${b} 0 1 0 ${-2 * a} 0Z`;
}

/** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} r */
function rectangle(x, y, w, h, r) {
  if (r === 0) return `M${x} ${y}h${w}v${h}h${-w}Z`;
  const corner = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}Z`;
}

const lines = [];
for (const name of names.sort()) {
  const { __iconData } = await import(client.resolve(`lucide-react/icons/${name}`));
  const paths = __iconData.node.map((/** @type {[string, Record<string, string>]} */ [kind, at]) => {
    const make = PATHS[kind];
    if (make === undefined) throw new Error(`${name} has a ${kind}`);
    return make(at);
  });
  lines.push(`  '${name}': '${paths.join('')}',`);
}
writeFileSync(
  join(root, 'client/src/drawing/rich/iconShapes.ts'),
  `/**
 * Made by \`scripts/icons.mjs\`. The icons are those of Lucide (https://lucide.dev), under the ISC licence, some of
 * them of Feather, under the MIT licence: see THIRD-PARTY.md.
 */
export const ICON_SHAPES: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
process.stdout.write(`${names.length} icons\n`);
