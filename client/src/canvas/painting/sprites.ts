import { type Point, type Rect, squareAt } from '@samenbord/shared/layout';
import {
  drawSticker,
  intersects,
  isPictorial,
  PALETTE,
  type Painter2D,
  STICKER_SHADOW,
  union,
} from '../../drawing/index.ts';
import { rectToView, toView } from '../camera/camera.ts';
import type { Moving } from '../moving/motion.ts';
import type { Person } from '../people.ts';
import { shortNames } from '../words.ts';
import { drawLock } from './drawLock.ts';
import { drawCursor, drawTag, LONGEST, tagSize } from './drawPeople.ts';
import { drawFrame } from './drawTraces.ts';
import { outline } from './outline.ts';
import type { OverlayFrame } from './overlayPainter.ts';

/**
 * What moves, as pictures that are painted once and then only laid elsewhere: a frame in which a hand moved costs
 * nothing but new places, however large the view.
 */
export interface Sprite {
  /** The same in every frame in which it is the same thing. */
  readonly id: string;
  /** Where it lies now, in CSS pixels of the view. */
  readonly box: Rect;
  /** What lies higher is over what lies lower; among equals the later is. */
  readonly level: number;
  /** All that its picture depends on, but for where it lies: when these are the same it is not painted anew. */
  readonly look: readonly unknown[];
  /** Paints it; the context's unit is a CSS pixel and its origin the top left of the box. */
  readonly paint: (ctx: Painter2D) => void;
}

/** What is over what. */
const LEVEL = { frame: 0, laid: 1, held: 2, tag: 3, cursor: 4 } as const;

/** CSS pixels around a sticker in which its outline is drawn. */
const OUTLINE_ROOM = 9;
/** More stickers in one hand than this are one picture: that many pictures would cost more than they save. */
const MOST_BY_THEMSELVES = 60;

/** The sprites of a frame that are in view, from bottom to top. */
export function spritesOf(frame: OverlayFrame): readonly Sprite[] {
  const view = { x: 0, y: 0, ...frame.view };
  const holding = new Set([...frame.people.hands().values()].flat().map(({ client }) => client));
  const all = [
    ...(frame.frame ? [frameSprite(frame, frame.frame)] : []),
    ...heldSprites(frame),
    ...writerSprites(frame),
    ...[...frame.people.cursors()].map(({ person, point }) =>
      cursorSprite(frame, person, point, !holding.has(person.client)),
    ),
  ];
  return all.filter(({ box }) => intersects(box, view));
}

/** From bottom to top: what others hold, what is on its way, and on top what I hold. */
function heldSprites(frame: OverlayFrame): Sprite[] {
  const rank = ({ shown, sticker }: Moving) => (shown.holder.kind === 'me' ? 1e9 : 0) + sticker.place.z;
  const moving = [...frame.motion.moving().values()].sort((a, b) => rank(a) - rank(b));
  const hands = new Map<string, Moving[]>();
  for (const one of moving) {
    const hand = handOf(one);
    hands.set(hand, [...(hands.get(hand) ?? []), one]);
  }
  return [...hands].flatMap(([hand, held]) =>
    held.length > MOST_BY_THEMSELVES
      ? [stickersSprite(frame, `hand ${hand}`, held)]
      : held.map((one) => stickersSprite(frame, `sticker ${one.sticker.id}`, [one])),
  );
}

function handOf({ shown: { holder } }: Moving): string {
  return holder.kind === 'other' ? `of ${holder.client}` : holder.kind;
}

/** One sticker or several that move together. */
function stickersSprite(frame: OverlayFrame, id: string, held: readonly Moving[]): Sprite {
  const { camera, scene, pixelRatio } = frame;
  const tags = held.map((one) => holderTag(frame, one));
  const boxes = held.map((one, n) => stickerBox(frame, one, tags[n]));
  const box = boxes.reduce(union);
  // Steps of a quarter of a pixel: what hangs together a little less than that is not painted anew.
  const offsets = boxes.map(({ x, y }) => `${Math.round(4 * (x - box.x))},${Math.round(4 * (y - box.y))}`);
  const outlines = held.map((one) => outlineOf(frame, one));
  const { scale } = camera;
  return {
    id,
    level: held.some(({ shown }) => shown.holder.kind === 'me') ? LEVEL.held : LEVEL.laid,
    box,
    look: [
      scale,
      scene.type,
      scene.texts.late,
      ...held.map(({ sticker }) => sticker),
      // What draws pictures and ink may come later than the sticker.
      held.some(({ sticker }) => isPictorial(sticker)) ? scene.pictorial : undefined,
      ...held.map(isLifted),
      ...outlines.flatMap((line) => [line?.color, line?.width]),
      ...tags.flatMap((tag) => [tag?.person.name, tag?.person.mark]),
      ...offsets,
    ],
    paint(ctx) {
      held.forEach((one, n) => {
        const { sticker, point } = one;
        const at = toView(camera, point);
        const center = { x: (at.x - box.x) / scale, y: (at.y - box.y) / scale };
        ctx.save();
        ctx.scale(scale, scale);
        const { type, texts, pictorial } = scene;
        const look = { scale: scale * pixelRatio, fit: type.fit, late: texts.late, pictorial };
        drawSticker(ctx, sticker, { ...look, center, lifted: isLifted(one) });
        if (sticker.locked) drawLock(ctx, center, sticker.side);
        ctx.restore();
        const line = outlines[n];
        const side = sticker.side * scale;
        const square = { x: at.x - box.x - side / 2, y: at.y - box.y - side / 2, width: side, height: side };
        if (line) outline(ctx, square, line.color, line.width);
        const tag = tags[n];
        if (tag) drawTag(ctx, aboveOf(square), tag.person, tag.person.name, scene.type);
      });
    },
  };
}

const isLifted = ({ shown }: Moving): boolean => shown.holder.kind === 'me' || shown.holder.kind === 'other';

function stickerBox(
  { camera }: OverlayFrame,
  { sticker: { side }, point }: Moving,
  tag: ReturnType<typeof holderTag>,
): Rect {
  const room = Math.max(STICKER_SHADOW, OUTLINE_ROOM / camera.scale);
  const reach = side / 2 + room;
  const box = rectToView(camera, {
    x: point.x - reach,
    y: point.y - reach,
    width: 2 * reach,
    height: 2 * reach,
  });
  return tag ? union(box, tagBox(rectToView(camera, squareAt(point, side)), tag.size)) : box;
}

/** Somebody else's hand has their colour; what I selected has the accent. */
function outlineOf(frame: OverlayFrame, { sticker, shown }: Moving) {
  const person = shown.holder.kind === 'other' ? frame.people.person(shown.holder.client) : undefined;
  if (person) return { color: person.color, width: 3 };
  const selected = frame.selected.has(sticker.id) && sticker.id !== frame.editing;
  return selected ? { color: PALETTE.accent, width: 2.5 } : undefined;
}

/** Who holds it, to stand above it. */
function holderTag({ people, scene }: OverlayFrame, { shown }: Moving) {
  const person = shown.holder.kind === 'other' ? people.person(shown.holder.client) : undefined;
  return person && { person, size: tagSize(person, person.name, scene.type) };
}

/** Where a tag stands that belongs to a box. */
const aboveOf = ({ x, y }: Point): Point => ({ x, y: y - 27 });

/** The room of a tag above a box, with its edge. */
function tagBox(below: Point, { width, height }: { readonly width: number; readonly height: number }): Rect {
  const { x, y } = aboveOf(below);
  return { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
}

/** Who writes in it, above it; its outline is the overlay's. */
function writerSprites(frame: OverlayFrame): Sprite[] {
  const { camera } = frame;
  const { type } = frame.scene;
  return [...frame.people.writers()].flatMap(([id, writers]) => {
    const sticker = frame.scene.byId.get(id);
    const [first] = writers;
    if (sticker?.sheet !== frame.scene.sheet.key || !first) return [];
    const names = writers.map((person) => person.name);
    // A name gives way to what is said of it.
    const text = frame.writing(shortNames(names, LONGEST - frame.writing('').length));
    const corner = toView(camera, squareAt(frame.motion.centerOf(sticker), sticker.side));
    const paint = (ctx: Painter2D): void => drawTag(ctx, { x: AIR, y: AIR }, first, text, type);
    const box = tagBox(corner, tagSize(first, text, type));
    return [
      { id: `writes ${id}`, level: LEVEL.tag, box, look: [first.color, first.mark, text, type], paint },
    ];
  });
}

/** CSS pixels around a tag or an arrow in which its edge is drawn. */
const AIR = 3;

function cursorSprite(
  { camera, scene: { type } }: OverlayFrame,
  person: Person,
  point: Point,
  named: boolean,
): Sprite {
  const at = toView(camera, point);
  const tag = named ? tagSize(person, person.name, type) : { width: 0, height: 0 };
  return {
    id: `cursor ${person.client}`,
    level: LEVEL.cursor,
    box: { x: at.x - AIR, y: at.y - AIR, width: 16 + tag.width + 2 * AIR, height: 18 + tag.height + 2 * AIR },
    look: [person.color, person.mark, person.name, named, type],
    paint: (ctx) => drawCursor(ctx, { x: AIR, y: AIR }, person, type, named),
  };
}

function frameSprite({ camera }: OverlayFrame, rect: Rect): Sprite {
  const inner = rectToView(camera, rect);
  const box = { x: inner.x - 10, y: inner.y - 10, width: inner.width + 20, height: inner.height + 20 };
  return {
    id: 'frame',
    level: LEVEL.frame,
    box,
    look: [],
    paint: (ctx) => drawFrame(ctx, { x: 2, y: 2, width: box.width - 4, height: box.height - 4 }),
  };
}
