/** Excalidraw as its documentation embeds it, with the stickers as rectangles that hold a text. */
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { markDrawn, readBoard } from './drawn.mjs';

window.EXCALIDRAW_ASSET_PATH = '/assets-excalidraw/';
const HELVETICA = 2;

const skeleton = ({ id, x, y, side, text, ground, edge }) => ({
  type: 'rectangle',
  id,
  x: x - side / 2,
  y: y - side / 2,
  width: side,
  height: side,
  backgroundColor: ground,
  strokeColor: edge,
  strokeWidth: 1,
  fillStyle: 'solid',
  roughness: 0,
  label: {
    text,
    fontSize: 16,
    fontFamily: HELVETICA,
    textAlign: 'left',
    verticalAlign: 'top',
    strokeColor: '#1c2430',
  },
});

let api;
const cameraOf = ({ scrollX, scrollY, zoom, offsetLeft, offsetTop }) => ({
  x: -scrollX - offsetLeft / zoom.value,
  y: -scrollY - offsetTop / zoom.value,
  scale: zoom.value,
});

window.bench = {
  camera: () => cameraOf(api.getAppState()),
  /** Centres by id. */
  positions: () =>
    Object.fromEntries(
      api
        .getSceneElements()
        .filter(({ type }) => type === 'rectangle')
        .map(({ id, x, y, width, height }) => [id, { x: x + width / 2, y: y + height / 2 }]),
    ),
  /** What its collaboration does with what others say: their cursors, and the elements they changed. */
  hear(people) {
    const moved = new Map(people.map(({ sticker, at }) => [sticker, at]));
    const from = new Map();
    for (const { id, x, y, width, height } of api.getSceneElements()) {
      const to = moved.get(id);
      if (to) from.set(id, { dx: to.x - width / 2 - x, dy: to.y - height / 2 - y });
    }
    const elements = api.getSceneElementsIncludingDeleted().map((element) => {
      const by = from.get(element.id) ?? from.get(element.containerId);
      if (!by) return element;
      const versionNonce = Math.floor(Math.random() * 2 ** 31);
      const [x, y] = [element.x + by.dx, element.y + by.dy];
      return { ...element, x, y, version: element.version + 1, versionNonce, updated: Date.now() };
    });
    const collaborators = new Map(
      people.map(({ name, cursor, sticker }) => [
        name,
        {
          username: name,
          pointer: { ...cursor, tool: 'pointer' },
          button: 'down',
          selectedElementIds: { [sticker]: true },
        },
      ]),
    );
    api.updateScene({ elements, collaborators, captureUpdate: CaptureUpdateAction.NEVER });
  },
};

const { stickers, camera } = await readBoard();
createRoot(document.getElementById('root')).render(
  createElement(Excalidraw, {
    excalidrawAPI(given) {
      api = given;
      markDrawn(() => api.getSceneElements().length === 2 * stickers.length && !api.getAppState().isLoading);
    },
    initialData: {
      elements: convertToExcalidrawElements(stickers.map(skeleton), { regenerateIds: false }),
      appState: { scrollX: -camera.x, scrollY: -camera.y, zoom: { value: camera.scale } },
    },
  }),
);
