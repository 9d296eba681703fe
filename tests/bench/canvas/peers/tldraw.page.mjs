/** tldraw as its documentation embeds it, with the stickers as its own notes. */
import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createShapeId, InstancePresenceRecordType, Tldraw, toRichText } from 'tldraw';
import 'tldraw/tldraw.css';
import { markDrawn, readBoard } from './drawn.mjs';

/** Side of a note at scale 1. */
const NOTE = 200;
/** Their colours for the four groups: each as unlike the others as those of the stickers. */
const COLORS = ['light-blue', 'yellow', 'light-green', 'light-violet'];

const noteOf = ({ id, x, y, side, text, group }) => ({
  id: createShapeId(id),
  type: 'note',
  x: x - side / 2,
  y: y - side / 2,
  props: {
    richText: toRichText(text),
    color: COLORS[group],
    size: 's',
    align: 'start',
    verticalAlign: 'start',
    font: 'sans',
    scale: side / NOTE,
  },
});

let editor;
let half = 0;

window.bench = {
  camera() {
    const { x, y, z } = editor.getCamera();
    const { x: left, y: top } = editor.getViewportScreenBounds();
    return { x: -x - left / z, y: -y - top / z, scale: z };
  },
  positions: () =>
    Object.fromEntries(
      editor
        .getCurrentPageShapes()
        .map(({ id, x, y }) => [id.replace('shape:', ''), { x: x + half, y: y + half }]),
    ),
  /** What its sync does with what others say: records put into the store as remote changes. */
  hear(people) {
    const currentPageId = editor.getCurrentPageId();
    const records = people.flatMap(({ name, cursor, sticker, at }) => {
      const shape = editor.getShape(createShapeId(sticker));
      return [
        { ...shape, x: at.x - half, y: at.y - half },
        InstancePresenceRecordType.create({
          id: InstancePresenceRecordType.createId(name),
          userId: `user:${name}`,
          userName: name,
          currentPageId,
          color: '#0b5c66',
          lastActivityTimestamp: Date.now(),
          cursor: { ...cursor, type: 'default', rotation: 0 },
          selectedShapeIds: [shape.id],
        }),
      ];
    });
    editor.store.mergeRemoteChanges(() => editor.store.put(records));
  },
};

const { stickers, camera } = await readBoard();
half = stickers[0].side / 2;
createRoot(document.getElementById('root')).render(
  createElement(Tldraw, {
    assetUrls: getAssetUrls({ baseUrl: '/assets-tldraw/' }),
    onMount(given) {
      editor = given;
      editor.run(() => editor.createShapes(stickers.map(noteOf)), { history: 'ignore' });
      editor.setCamera({ x: -camera.x, y: -camera.y, z: camera.scale });
      markDrawn(() => document.querySelectorAll('.tl-shape').length >= stickers.length);
    },
  }),
);
