import { LIMITS } from '@samenbord/shared/protocol';
import { PictureProblem } from './problem.ts';

/**
 * An SVG made safe. Nobody ever gets the file itself: it is cleaned here, drawn by the browser as an image, in
 * which nothing runs and nothing is fetched whatever it holds, and what is sent to the board are the pixels.
 * The cleaning is there so that drawing it does not stop the page, and so that it does not depend on one wall.
 */
export interface SafeSvg {
  readonly svg: string;
  /** Pixels to draw it in. */
  readonly width: number;
  readonly height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** UTF-16 units of a drawing. Maps have some hundred thousand. */
const LONGEST = 3_000_000;
/** Elements that are drawn, each use of one counted. */
const MOST_DRAWN = 50_000;
/** How much longer than wide a drawing may be. */
const STEEPEST = 40;
/** What a browser takes where a drawing does not say its size. */
const UNSAID = { width: 300, height: 150 } as const;

/** What draws, and nothing else: no script, no page within it, no animation, no filter that costs seconds. */
const DRAWING: ReadonlySet<string> = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc
   linearGradient radialGradient stop clipPath mask pattern image style switch`.split(/\s+/),
);

/** @throws {PictureProblem} */
export function safeSvg(text: string): SafeSvg {
  // Before anything reads it: entities may grow a line into gigabytes.
  if (text.length > LONGEST || /<!ENTITY/i.test(text)) throw new PictureProblem('svg');
  const parsed = new DOMParser().parseFromString(text.replace(/<!DOCTYPE[^>[]*>/i, ''), 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.namespaceURI !== SVG || root.localName !== 'svg') throw new PictureProblem('broken');
  clean(root);
  if (drawnBy(root) > MOST_DRAWN) throw new PictureProblem('svg');
  const size = sizeOf(root);
  for (const [name, value] of Object.entries(size)) root.setAttribute(name, String(value));
  root.setAttribute('preserveAspectRatio', 'xMidYMid meet');
  return { svg: new XMLSerializer().serializeToString(root), ...size };
}

function clean(element: Element): void {
  for (const child of [...element.children]) {
    if (child.namespaceURI === SVG && DRAWING.has(child.localName)) clean(child);
    else child.remove();
  }
  for (const attribute of [...element.attributes]) {
    if (!isHarmless(element, attribute)) element.removeAttributeNode(attribute);
  }
  if (element.localName === 'style' && loads(element.textContent ?? '')) element.remove();
}

/** Pictures within a drawing may only be in the drawing itself. */
const INLINE_PICTURE = /^data:image\/(png|jpeg|webp);base64,/i;

function isHarmless(element: Element, { localName, namespaceURI, name, value }: Attr): boolean {
  if (/^on/i.test(localName)) return false;
  if (localName === 'href' && (namespaceURI === null || namespaceURI === XLINK))
    return value.startsWith('#') || (element.localName === 'image' && INLINE_PICTURE.test(value));
  if (name.startsWith('xmlns') || localName === 'base') return name.startsWith('xmlns');
  return !loads(value);
}

/**
 * Whether a style or an attribute may make a browser fetch something: any address that is not a part of the
 * drawing. An escape in a style could hide one.
 */
function loads(value: string): boolean {
  if (/@import|image-set|\\/i.test(value)) return true;
  return [...value.matchAll(/url\s*\(\s*(['"]?)\s*(.)/gi)].some(([, , first]) => first !== '#');
}

/** Elements drawn in all, each part as often as it is used; no end for one that uses itself. */
function drawnBy(root: Element): number {
  // Of two with the same name the first counts, as for the browser.
  const named = [...root.querySelectorAll('[id]')].reverse();
  const byId = new Map(named.map((one) => [one.id, one]));
  const known = new Map<Element, number>();
  const open = new Set<Element>();
  const weigh = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (open.has(element)) return Number.POSITIVE_INFINITY;
    open.add(element);
    let weight = 1;
    for (const child of element.children) weight += weigh(child);
    for (const id of referred(element)) {
      const target = byId.get(id);
      // What holds it is drawn around it, not by it.
      if (target && !target.contains(element)) weight += weigh(target);
      else if (target) weight = Number.POSITIVE_INFINITY;
    }
    open.delete(element);
    known.set(element, weight);
    return weight;
  };
  return weigh(root);
}

/** The parts an element is drawn with. */
function referred(element: Element): string[] {
  return [...element.attributes].flatMap(({ localName, value }) => {
    if (localName === 'href' && value.startsWith('#')) return [value.slice(1)];
    return [...value.matchAll(/url\s*\(\s*['"]?\s*#([^'")\s]+)/gi)].map(([, id = '']) => id);
  });
}

/** Its shape by its view box, as large as a picture on the board may be. */
function sizeOf(root: Element): { width: number; height: number } {
  const box = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = box;
  const said = { width: lengthOf(root, 'width'), height: lengthOf(root, 'height') };
  const isBox = boxWidth > 0 && boxHeight > 0 && box.every(Number.isFinite);
  const width = isBox ? boxWidth : (said.width ?? UNSAID.width);
  const height = isBox ? boxHeight : (said.height ?? UNSAID.height);
  if (!isBox) root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  if (!(width / height < STEEPEST && height / width < STEEPEST)) throw new PictureProblem('shape');
  const by = LIMITS.pictureSide / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
}

/** A length without a unit, or in one that is as good as none here; `undefined` for a share and for nonsense. */
function lengthOf(root: Element, name: string): number | undefined {
  const value = root.getAttribute(name) ?? '';
  const length = Number.parseFloat(value);
  return value.endsWith('%') || !(length > 0 && Number.isFinite(length)) ? undefined : length;
}
